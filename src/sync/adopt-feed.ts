/**
 * Making an admitted feed the generation that decides: stored whole, then handed over. Whether it may be
 * is trust/admit-feed.ts's; where it came from does not matter here.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { DatabaseBlockedError } from '../store/database.ts';
import type { StoreContents, TrustStore } from '../store/trust-store.ts';
import { admitFeed, readmitFeed } from '../trust/admit-feed.ts';
import type { Floors } from '../trust/floors.ts';
import type { FeedFailure, FeedFiles, Generation } from '../trust/generation.ts';

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

/** Admits a feed above the device's floors, and stores it whole. */
export async function adoptFeed(
  feed: FeedFiles,
  etag: string | null,
  before: StoreContents,
  { store, firstRoot, now }: AdoptDependencies,
): Promise<Result<Adopted, AdoptFailure>> {
  const admitted = await admitFeed(firstRoot, feed, before.floors, Math.floor(now / 1000));
  if (!admitted.ok) return admitted;
  const { generation, floors } = admitted.value;
  const isNew = !isSeen(before.floors, floors);
  // PROTOCOL §5: what the device's clock once said counts until a newer manifest resets it.
  const clock = isNew ? 'forget' : 'keep';
  const saved = await inStorage(() => store.save({ feed, floors, syncedAt: now, etag }, clock));
  return saved.ok ? ok({ generation, syncedAt: now, isNew }) : saved;
}

/** Whether a manifest's number is one that the device has seen, whatever became of its files. */
const isSeen = (before: Floors | null, after: Floors): boolean =>
  Object.entries(after.manifest).every(
    ([signer, { sha256 }]) => before?.manifest[signer]?.sha256 === sha256,
  );

/** Opens what is stored as if it had just arrived; null when nothing usable is there. */
export async function restoreFeed(
  { stored, floors }: StoreContents,
  firstRoot: string,
): Promise<Omit<Adopted, 'isNew'> | null> {
  if (!stored) return null;
  const { feed, syncedAt } = stored;
  const admitted = await readmitFeed(firstRoot, feed, floors);
  return admitted.ok ? { generation: admitted.value.generation, syncedAt } : null;
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
