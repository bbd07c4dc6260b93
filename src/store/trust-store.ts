/**
 * What a device keeps of the feed: one generation's files as they came, and the floors below which no
 * later one may fall. Never anything about a holder.
 */
import type { Floors } from '../trust/floors.ts';
import type { FeedFiles } from '../trust/generation.ts';

/** A stored generation. `syncedAt` in milliseconds since 1970. */
export interface StoredFeed {
  readonly feed: FeedFiles;
  readonly floors: Floors;
  readonly syncedAt: number;
}

/** Where a generation is kept: whole, swapped in at once, or not at all. */
export interface TrustStore {
  /** The newest saved generation; null when there is none. */
  load(): Promise<StoredFeed | null>;
  /** Replaces the stored generation in one transaction; throws when the platform refuses. */
  save(stored: StoredFeed): Promise<void>;
}
