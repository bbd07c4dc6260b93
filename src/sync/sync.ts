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
import { noProgress, type OnProgress, type SyncProgress } from './progress.ts';

export type SyncFailure = FetchFailure | AdoptFailure;

/** Everything that a synchronisation touches. */
export interface SyncDependencies extends FetchDependencies, AdoptDependencies {
  readonly onProgress: OnProgress;
}

/** A synchronisation that went well. */
export interface Synced extends Adopted {
  /** Milliseconds by which this device's clock is ahead of the server's; null when that did not say. */
  readonly aheadOfServer: number | null;
}

/** Synchronises once and gives the generation that decides from now on. */
export async function syncFeed(
  dependencies: SyncDependencies,
): Promise<Result<Synced, SyncFailure>> {
  const { store, now } = dependencies;
  const contents = await inStorage(() => store.load());
  if (!contents.ok) return contents;

  const began = performance.now();
  let last = noProgress;
  const onProgress = (progress: SyncProgress): void => {
    last = progress;
    dependencies.onProgress(progress);
  };
  const fetched = await fetchFeed(
    {
      ...dependencies,
      onProgress,
      clock: () => now + performance.now() - began,
      keepRoots: (roots) => inStorage(() => store.keepRoots(roots)),
      // A device without room to stage still has room to fail by name when it saves.
      stage: async (files, wanted) => void (await inStorage(() => store.stage(files, wanted))),
    },
    contents.value,
  );
  if (!fetched.ok) return fetched;
  const { feed, etag, aheadOfServer } = fetched.value;
  onProgress({ ...last, phase: 'checking' });
  const adopted = await adoptFeed(feed, etag, contents.value, dependencies);
  return adopted.ok ? ok({ ...adopted.value, aheadOfServer }) : adopted;
}
