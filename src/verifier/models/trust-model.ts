/**
 * The lists behind every check: restored at the start, synchronised on opening, on coming back to the
 * front or online, hourly and by hand. Checks go on under the generation that is there.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { fail } from '../../base/result.ts';
import type { TrustStore } from '../../store/trust-store.ts';
import type { FetchFile } from '../../sync/fetch-feed.ts';
import { restoreFeed, syncFeed } from '../../sync/sync.ts';
import { decidesUntil, listsState } from '../../trust/freshness.ts';
import type { Generation } from '../../trust/generation.ts';
import { openFirstRoot } from '../../trust/root.ts';
import type { ListsView, SyncView } from './app-state.ts';

export interface TrustModelDependencies {
  readonly store: TrustStore;
  readonly fetchFile: FetchFile;
  readonly firstRoot: string;
}

export interface TrustModel {
  readonly generation: ReadonlySignal<Generation | null>;
  /** The app was built for a made-up world. */
  readonly specimen: ReadonlySignal<boolean>;
  readonly lists: ReadonlySignal<ListsView>;
  readonly sync: ReadonlySignal<SyncView>;
  /** Opens what is stored; to be awaited before the first check. */
  restore(): Promise<void>;
  syncNow(): Promise<void>;
  /** Synchronises by itself from now on. */
  keepFresh(): void;
}

const hour = 3_600_000;
const minute = 60_000;

/** Makes the model; nothing runs before its first call. */
export function createTrustModel({
  store,
  fetchFile,
  firstRoot,
}: TrustModelDependencies): TrustModel {
  const generation = signal<Generation | null>(null);
  const specimen = signal(false);
  const sync = signal<SyncView>({ name: 'idle' });
  /** Lists age without any event. */
  const minuteNow = signal(Date.now());
  const lists = computed(() => viewLists(generation.value, specimen.value, minuteNow.value));

  const syncNow = async (): Promise<void> => {
    if (sync.peek().name === 'running') return;
    sync.value = { name: 'running' };
    const synced = await syncFeed({ fetchFile, store, firstRoot, now: Date.now() }).catch(asFault);
    const at = Date.now();
    minuteNow.value = at;
    if (synced.ok) generation.value = synced.value;
    sync.value = synced.ok ? { name: 'done', at } : { name: 'failed', failure: synced.failure, at };
  };

  return {
    generation,
    specimen,
    lists,
    sync,
    syncNow,
    async restore() {
      const root = await openFirstRoot(firstRoot);
      specimen.value = root.ok && root.value.specimen;
      const restored = await restoreFeed(store, firstRoot).catch(asFault);
      if (!restored.ok) sync.value = { name: 'failed', failure: restored.failure, at: Date.now() };
      else generation.value = restored.value?.generation ?? null;
    },
    keepFresh() {
      const run = (): void => void syncNow();
      setInterval(() => {
        minuteNow.value = Date.now();
      }, minute);
      setInterval(run, hour);
      addEventListener('online', run);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') run();
      });
      run();
    },
  };
}

/** A fault nobody foresaw must not leave the app waiting: it is named like any other. */
function asFault(error: unknown): { readonly ok: false; readonly failure: 'storage-failed' } {
  console.error(error);
  return fail('storage-failed');
}

function viewLists(generation: Generation | null, specimen: boolean, now: number): ListsView {
  return {
    state: listsState(generation, Math.floor(now / 1000)),
    asOf: generation && generation.manifest.iat * 1000,
    decidesUntil: generation && decidesUntil(generation) * 1000,
    generation: generation?.manifest.version ?? null,
    issuers: generation?.trustList.issuers.size ?? 0,
    specimen,
  };
}
