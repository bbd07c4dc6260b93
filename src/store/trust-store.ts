/**
 * What a device keeps of the feed: one generation's files as they came, files on their way to the next,
 * and the floors below which no later generation may fall. Never anything about a holder.
 */
import type { Floors } from '../trust/floors.ts';
import type { FeedFiles } from '../trust/generation.ts';

/** A stored generation. */
export interface StoredFeed {
  readonly feed: FeedFiles;
  readonly floors: Floors;
  /** Milliseconds since 1970. */
  readonly syncedAt: number;
  /** The manifest's entity tag (RFC 9110 §8.8.3), where its server gave one. */
  readonly etag: string | null;
}

/** All that a store has. */
export interface StoreContents {
  /** The newest saved generation; null when there is none, or when it was damaged or lost. */
  readonly stored: StoredFeed | null;
  /** Roots after the built-in one, in order; they may be ahead of the generation. */
  readonly roots: readonly string[];
  /** Outlive the generation: floors without a generation are those of one that was lost. */
  readonly floors: Floors | null;
  /** Files by path, of the generation and staged ones. */
  readonly files: ReadonlyMap<string, string>;
  /** Until when this device's clock is known to have run, milliseconds since 1970. */
  readonly lastSeen: number | null;
}

/** Where a generation is kept: whole, swapped in at once, or not at all. Throws when the platform refuses. */
export interface TrustStore {
  load(): Promise<StoreContents>;
  /** Replaces generation, roots and staged files in one transaction; a newer manifest forgets `lastSeen`. */
  save(stored: StoredFeed, lastSeen: 'keep' | 'forget'): Promise<void>;
  /** Keeps verified roots, whatever becomes of the rest (TUF §5.3.8). */
  keepRoots(roots: readonly string[]): Promise<void>;
  /**
   * Keeps files of a generation that is not whole yet, so that a cut download goes on from there. Of those
   * staged before, only paths in `wanted` stay.
   */
  stage(files: ReadonlyMap<string, string>, wanted: ReadonlySet<string>): Promise<void>;
  /** Notes the device's clock, milliseconds since 1970; an earlier time changes nothing. */
  noteTime(at: number): Promise<void>;
}

/** Keeps floors where the loss of the store's own memory does not reach. */
export interface FloorWitness {
  read(): Promise<Floors | null>;
  write(floors: Floors): Promise<void>;
}
