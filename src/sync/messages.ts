/**
 * The words that the page and the synchronising worker speak. Every message carries the version of
 * this file: a worker of an older build may outlive the page that started it. What is said when is
 * left to `sync-link.ts` and `sync-host.ts`.
 */
import type { Result } from '../base/result.ts';
import type { Generation } from '../trust/generation.ts';
import type { StorageFailure } from './adopt-feed.ts';
import type { SyncProgress } from './progress.ts';
import type { SyncFailure } from './sync.ts';

/** Raised with every change of the messages below, and of what a generation looks like. */
export const messagesVersion = 1;

/** The lists that decide, opened and checked; `syncedAt` in milliseconds since 1970. */
export interface OpenedLists {
  readonly generation: Generation;
  readonly syncedAt: number;
}

/** What the device had when the worker started. */
export interface Restored {
  readonly lists: OpenedLists | null;
  /** Lists were there once: this is a loss, not a first run. */
  readonly wereLost: boolean;
  /** Until when the device's clock is known to have run, milliseconds since 1970. */
  readonly lastSeen: number | null;
}

/** Lists that were synchronised or imported. */
export interface Updated extends OpenedLists {
  readonly isNew: boolean;
  /** Milliseconds by which this device's clock is ahead of the server's; null when none was asked. */
  readonly aheadOfServer: number | null;
}

/** Why a bundle could not be made. */
export type ExportFailure = StorageFailure | 'lists-missing';

interface Versioned {
  readonly version: number;
}

/** What the page says; `id` names a request, which is answered once. `now` in milliseconds since 1970. */
export type ToSyncWorker = Versioned &
  (
    | { readonly kind: 'start'; readonly firstRoot: string; readonly feedUrl: string }
    | { readonly kind: 'sync'; readonly id: number; readonly now: number }
    | {
        readonly kind: 'import';
        readonly id: number;
        readonly now: number;
        readonly file: Blob;
      }
    | { readonly kind: 'export'; readonly id: number }
    | { readonly kind: 'note-time'; readonly at: number }
    | { readonly kind: 'ping' }
  );

/** What the worker says, but for the version. */
export type SyncReport =
  | { readonly kind: 'restored'; readonly restored: Result<Restored, StorageFailure> }
  | { readonly kind: 'progress'; readonly progress: SyncProgress }
  | {
      readonly kind: 'updated';
      readonly id: number;
      readonly result: Result<Updated, SyncFailure>;
    }
  | {
      readonly kind: 'exported';
      readonly id: number;
      readonly result: Result<Uint8Array<ArrayBuffer>, ExportFailure>;
    }
  /** Another tab of this app has stored new lists. */
  | { readonly kind: 'swapped'; readonly lists: OpenedLists }
  /** The platform took the database away; `isMended` when the lists are stored anew. */
  | { readonly kind: 'storage-lost'; readonly isMended: boolean }
  | { readonly kind: 'pong' };

export type FromSyncWorker = Versioned & SyncReport;
