/**
 * One synchronisation: fetch → verify → save → swap. The generation that was there before goes on
 * deciding until the new one is stored whole; on any failure it stays.
 */

import { fail, ok, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { StoredFeed, TrustStore } from '../store/trust-store.ts';
import { checkFloors, raiseFloors } from '../trust/floors.ts';
import { listsState } from '../trust/freshness.ts';
import { type Generation, openGeneration } from '../trust/generation.ts';
import { type FetchFailure, type FetchFile, fetchFeed } from './fetch-feed.ts';

export type SyncFailure = FetchFailure | 'storage-failed';

export interface SyncDependencies {
  readonly fetchFile: FetchFile;
  readonly store: TrustStore;
  /** The root that the app was built with. */
  readonly firstRoot: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Synchronises once and gives the generation that decides from now on. */
export async function syncFeed({
  fetchFile,
  store,
  firstRoot,
  now,
}: SyncDependencies): Promise<Result<Generation, SyncFailure>> {
  const stored = await inStorage(() => store.load());
  if (!stored.ok) return stored;
  const fetched = await fetchFeed(fetchFile, firstRoot, stored.value?.feed ?? null);
  if (!fetched.ok) return fetched;

  const generation = await openGeneration(firstRoot, fetched.value);
  if (!generation.ok) return generation;
  const manifestHash = await sha256Hex(fetched.value.manifest);
  const floors = stored.value?.floors ?? null;
  const standing = checkFloors(floors, generation.value, manifestHash);
  if (!standing.ok) return standing;
  // TUF §5.4.4: an attacker who only replays old files ends here.
  if (listsState(generation.value, Math.floor(now / 1000)) === 'expired')
    return fail('feed-expired');

  const saved = await inStorage(() =>
    store.save({
      feed: fetched.value,
      floors: raiseFloors(floors, generation.value, manifestHash),
      syncedAt: now,
    }),
  );
  return saved.ok ? generation : saved;
}

/** What a store holds, opened and checked again as if it had just arrived. */
export interface RestoredFeed {
  readonly generation: Generation;
  readonly syncedAt: number;
}

/** Opens the stored generation; null when nothing usable is stored. */
export async function restoreFeed(
  store: TrustStore,
  firstRoot: string,
): Promise<Result<RestoredFeed | null, 'storage-failed'>> {
  const stored = await inStorage(() => store.load());
  if (!stored.ok) return stored;
  return ok(stored.value && (await open(stored.value, firstRoot)));
}

async function open(stored: StoredFeed, firstRoot: string): Promise<RestoredFeed | null> {
  const generation = await openGeneration(firstRoot, stored.feed);
  return generation.ok ? { generation: generation.value, syncedAt: stored.syncedAt } : null;
}

/** Platform faults of the database become one named state; bugs go on. */
async function inStorage<T>(use: () => Promise<T>): Promise<Result<T, 'storage-failed'>> {
  try {
    return ok(await use());
  } catch (error) {
    const isBug = error instanceof TypeError || error instanceof ReferenceError;
    if (isBug) throw error;
    return fail('storage-failed');
  }
}
