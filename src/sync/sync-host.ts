/**
 * What the synchronising worker does: restores, synchronises, imports and exports, one tab at a time.
 * A tab that waited for another takes over what that one stored. Storage that the platform takes away
 * is filled again from memory. The worker's own globals come in from `sync.worker.ts`.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { StoredFeed, TrustStore } from '../store/trust-store.ts';
import { inStorage, restoreFeed, type StorageFailure } from './adopt-feed.ts';
import { type FetchFile, timeLimits } from './fetch-file.ts';
import {
  type FromSyncWorker,
  messagesVersion,
  type Restored,
  type SyncReport,
  type ToSyncWorker,
  type Updated,
} from './messages.ts';
import type { OnProgress } from './progress.ts';
import { type SyncFailure, syncFeed } from './sync.ts';

/** Zips are rare: what reads and writes them is not in the way of a start. */
const loadBundles = () => import('./import-bundle.ts');

/** What a worker gives its host. */
export interface SyncHostDependencies {
  post(message: FromSyncWorker): void;
  /** `onLost` is called when the platform closes the database. */
  openStore(onLost: () => void): TrustStore;
  makeFetch(feedUrl: string): FetchFile;
  /** Runs `work` alone among all tabs; it is told whether another tab was first. */
  runAlone<T>(work: (waited: boolean) => Promise<T>): Promise<T>;
  /** Tells other tabs that there are new lists. */
  tellOtherTabs(): void;
  pause(milliseconds: number): Promise<void>;
  /** Ends this worker loudly: a bug must not leave the page waiting. */
  crash(error: unknown): void;
}

/** A host's two ears. */
export interface SyncHost {
  /** The page said something. */
  hear(message: ToSyncWorker): void;
  /** Another tab has stored new lists. */
  hearOtherTab(): void;
}

/** Milliseconds between two reports of progress. */
const reportEvery = 100;

/** Makes a host; it does nothing until the page says `start`. */
export function createSyncHost(host: SyncHostDependencies): SyncHost {
  let kept: StoredFeed | null = null;
  let firstRoot = '';
  let fetchFile: FetchFile = () => Promise.reject(new TypeError('not started'));
  const report = (body: SyncReport): void => host.post({ version: messagesVersion, ...body });

  const platformStore = host.openStore(() => void mendStorage().catch(host.crash));
  const store: TrustStore = {
    ...platformStore,
    async save(stored, lastSeen) {
      await platformStore.save(stored, lastSeen);
      kept = stored;
    },
  };

  /**
   * Whoever emptied the storage did not mean signed public lists that are in use. Another tab may have
   * filled it already, and with newer ones.
   */
  async function mendStorage(): Promise<void> {
    if (!kept) return;
    const mended = await host.runAlone(() =>
      inStorage(async () => {
        const { stored } = await platformStore.load();
        if (!stored && kept) await platformStore.save(kept, 'keep');
      }),
    );
    report({ kind: 'storage-lost', isMended: mended.ok });
  }

  async function restore(): Promise<Result<Restored, StorageFailure>> {
    const contents = await inStorage(() => store.load());
    if (!contents.ok) return contents;
    const { stored, floors, lastSeen } = contents.value;
    const lists = await restoreFeed(contents.value, firstRoot);
    kept = lists && stored;
    return ok({ lists, wereLost: lists === null && floors !== null, lastSeen });
  }

  /** What another tab has stored since this one last did; null when it has not. */
  async function takeOver(since: number): Promise<Updated | null> {
    const before = kept?.feed.manifest;
    const restored = await restore();
    const lists = restored.ok ? restored.value.lists : null;
    if (!lists || lists.syncedAt <= since) return null;
    return { ...lists, isNew: kept?.feed.manifest !== before, aheadOfServer: null };
  }

  async function sync(now: number): Promise<Result<Updated, SyncFailure>> {
    const had = kept?.syncedAt ?? 0;
    return host.runAlone(async (waited) => {
      const others = waited ? await takeOver(had) : null;
      if (others) return ok(others);
      const synced = await syncFeed({
        fetchFile,
        store,
        firstRoot,
        now,
        pause: host.pause,
        limits: timeLimits,
        onProgress: reportSeldom(report),
      });
      return synced.ok ? tellOthers(synced.value) : synced;
    });
  }

  async function importLists(file: Blob, now: number): Promise<Result<Updated, SyncFailure>> {
    const { importBundle, mostBundleBytes } = await loadBundles();
    if (file.size > mostBundleBytes) return fail('feed-too-large');
    const bundle = await file.arrayBuffer().catch(() => null);
    if (!bundle) return fail('feed-truncated');
    return host.runAlone(async () => {
      const imported = await importBundle(new Uint8Array(bundle), { store, firstRoot, now });
      return imported.ok ? tellOthers({ ...imported.value, aheadOfServer: null }) : imported;
    });
  }

  async function takeSwapped(): Promise<void> {
    const restored = await restore();
    if (restored.ok && restored.value.lists)
      report({ kind: 'swapped', lists: restored.value.lists });
  }

  function tellOthers(updated: Updated): Result<Updated, never> {
    if (updated.isNew) host.tellOtherTabs();
    return ok(updated);
  }

  async function answer(message: ToSyncWorker): Promise<void> {
    if (message.kind === 'start') {
      firstRoot = message.firstRoot;
      fetchFile = host.makeFetch(message.feedUrl);
      report({ kind: 'restored', restored: await restore() });
    } else if (message.kind === 'sync') {
      report({ kind: 'updated', id: message.id, result: await sync(message.now) });
    } else if (message.kind === 'import') {
      const result = await importLists(message.file, message.now);
      report({ kind: 'updated', id: message.id, result });
    } else if (message.kind === 'export') {
      const { exportBundle } = await loadBundles();
      const result = await exportBundle({ store, firstRoot });
      report({ kind: 'exported', id: message.id, result });
    } else if (message.kind === 'note-time') {
      await inStorage(() => store.noteTime(message.at));
    } else {
      report({ kind: 'pong' });
    }
  }

  return {
    hear(message) {
      // A page of another build speaks another language; its heartbeat will end this worker.
      if (message.version === messagesVersion) answer(message).catch(host.crash);
    },
    hearOtherTab: () => void takeSwapped().catch(host.crash),
  };
}

/** Progress comes with every piece of a file; screens need less. */
function reportSeldom(report: (body: SyncReport) => void): OnProgress {
  let last = Number.NEGATIVE_INFINITY;
  let lastPhase = '';
  return (progress) => {
    const now = performance.now();
    if (progress.phase === lastPhase && now - last < reportEvery) return;
    last = now;
    lastPhase = progress.phase;
    report({ kind: 'progress', progress });
  };
}
