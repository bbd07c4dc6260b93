/**
 * One synchronisation: fetch → verify → save → swap. The generation that was there before goes on
 * deciding until the new one is stored whole; on any failure it stays.
 */
import { ok, type Result } from '../base/result.ts';
import {
  type AdoptDependencies,
  type Adopted,
  type AdoptFailure,
  adoptFeed,
  inStorage,
} from './adopt-feed.ts';
import { type FetchFailure, fetchFeed } from './fetch-feed.ts';
import type { FetchDependencies } from './fetch-file.ts';
import type { OnProgress, SyncProgress } from './progress.ts';

export type SyncFailure = FetchFailure | AdoptFailure;

/** Everything that a synchronisation touches. */
export interface SyncDependencies extends FetchDependencies, AdoptDependencies {
  readonly onProgress: OnProgress;
}

/** A synchronisation that went well. */
export interface Synced extends Adopted {
  /** The server's clock, milliseconds since 1970; null when it did not say. */
  readonly serverTime: number | null;
}

/** Synchronises once and gives the generation that decides from now on. */
export async function syncFeed(
  dependencies: SyncDependencies,
): Promise<Result<Synced, SyncFailure>> {
  const { store } = dependencies;
  const contents = await inStorage(() => store.load());
  if (!contents.ok) return contents;

  let last: SyncProgress | null = null;
  const onProgress = (progress: SyncProgress): void => {
    last = progress;
    dependencies.onProgress(progress);
  };
  const fetched = await fetchFeed(
    {
      ...dependencies,
      onProgress,
      keepRoots: (roots) => store.keepRoots(roots).catch(() => undefined),
      // A device without room to stage still has room to fail by name when it saves.
      stage: (files) => store.stage(files).catch(() => undefined),
    },
    contents.value,
  );
  if (!fetched.ok) return fetched;
  const { feed, etag, serverTime } = fetched.value;
  if (last) onProgress({ ...(last as SyncProgress), phase: 'checking' });
  const adopted = await adoptFeed(feed, etag, contents.value, dependencies);
  return adopted.ok ? ok({ ...adopted.value, serverTime }) : adopted;
}
