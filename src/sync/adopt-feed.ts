/**
 * Making a feed's files the generation that decides, wherever they came from: network, zip or this
 * device's own storage. Verify → floors → freshness → save; there is no other way in.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import { DatabaseBlockedError } from '../store/database.ts';
import type { StoreContents, TrustStore } from '../store/trust-store.ts';
import { checkFloors, raiseFloors } from '../trust/floors.ts';
import { listsState } from '../trust/freshness.ts';
import {
  type FeedFailure,
  type FeedFiles,
  type Generation,
  openGeneration,
} from '../trust/generation.ts';

export type StorageFailure = 'storage-failed' | 'storage-full' | 'storage-blocked';
export type AdoptFailure = FeedFailure | StorageFailure;

/** What adopting needs; `now` in milliseconds since 1970, the same all the way (TUF §5.1). */
export interface AdoptDependencies {
  readonly store: TrustStore;
  /** The root that the app was built with. */
  readonly firstRoot: string;
  readonly now: number;
}

/** A generation that decides from now on. */
export interface Adopted {
  readonly generation: Generation;
  /** Milliseconds since 1970. */
  readonly syncedAt: number;
  /** Its manifest is another than that of the generation before. */
  readonly isNew: boolean;
}

/** Verifies a feed against the root and the device's floors, and stores it whole. */
export async function adoptFeed(
  feed: FeedFiles,
  etag: string | null,
  before: StoreContents,
  { store, firstRoot, now }: AdoptDependencies,
): Promise<Result<Adopted, AdoptFailure>> {
  const opened = await openAboveFloors(feed, before, firstRoot);
  if (!opened.ok) return opened;
  const { generation, manifestHash } = opened.value;
  // TUF §5.4.4: an attacker who only replays old files ends here.
  if (listsState(generation, Math.floor(now / 1000)) === 'expired') return fail('feed-expired');
  const floors = raiseFloors(before.floors, generation, manifestHash);
  const isNew = before.stored?.feed.manifest !== feed.manifest;
  // PROTOCOL §5: what the device's clock once said counts until a newer manifest resets it.
  const lastSeen = isNew ? null : before.lastSeen;
  const saved = await inStorage(() => store.save({ feed, floors, syncedAt: now, etag }, lastSeen));
  if (!saved.ok) return saved;
  return ok({ generation, syncedAt: now, isNew });
}

/** Opens what is stored as if it had just arrived; null when nothing usable is there. */
export async function restoreFeed(
  contents: StoreContents,
  firstRoot: string,
): Promise<Omit<Adopted, 'isNew'> | null> {
  if (!contents.stored) return null;
  const { feed, syncedAt } = contents.stored;
  const opened = await openAboveFloors(feed, contents, firstRoot);
  return opened.ok ? { generation: opened.value.generation, syncedAt } : null;
}

async function openAboveFloors(
  feed: FeedFiles,
  { floors }: StoreContents,
  firstRoot: string,
): Promise<Result<{ generation: Generation; manifestHash: string }, FeedFailure>> {
  const generation = await openGeneration(firstRoot, feed);
  if (!generation.ok) return generation;
  const manifestHash = await sha256Hex(feed.manifest);
  const standing = checkFloors(floors, generation.value, manifestHash);
  return standing.ok ? ok({ generation: generation.value, manifestHash }) : standing;
}

/** Platform faults of the database become named states; bugs go on. */
export async function inStorage<T>(use: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  try {
    return ok(await use());
  } catch (error) {
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    if (error instanceof DatabaseBlockedError) return fail('storage-blocked');
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return fail(isFull ? 'storage-full' : 'storage-failed');
  }
}
