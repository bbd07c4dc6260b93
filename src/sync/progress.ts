/**
 * How far a synchronisation has come, as a value that a screen can show. Bytes are those of the files
 * themselves, not of their compressed form on the wire.
 */

/** What is being done; files and bytes count only what this device did not have yet. */
export interface SyncProgress {
  readonly phase: 'asking' | 'fetching' | 'checking';
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

/** Told of each step. */
export type OnProgress = (progress: SyncProgress) => void;

/** Before anything is known of how much there is. */
export const noProgress: SyncProgress = {
  phase: 'asking',
  filesDone: 0,
  filesTotal: 0,
  bytesDone: 0,
  bytesTotal: 0,
};
