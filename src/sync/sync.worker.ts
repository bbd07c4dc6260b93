/**
 * The synchronising worker: its platform, given to `sync-host.ts`. Lists are fetched, verified and
 * stored here, so that the page that checks cards is never kept waiting.
 */
import { createCacheWitness, witnessName } from '../store/cache-witness.ts';
import { databaseName, openDatabase } from '../store/database.ts';
import { createDatabaseTrustStore } from '../store/database-trust-store.ts';
import type { ToSyncWorker } from './messages.ts';
import { createSyncHost } from './sync-host.ts';

/** The page names its worker after the app's scope: two apps of one host share no lists. */
const scope = self.name;
const lockName = `mleg-sync${scope}`;
const otherTabs = new BroadcastChannel(`mleg-lists${scope}`);

const host = createSyncHost({
  post: (message) => postMessage(message),
  openStore: (onLost) =>
    createDatabaseTrustStore(
      () => openDatabase(onLost, `${databaseName}${scope}`),
      createCacheWitness(globalThis.caches, `${witnessName}${scope}`),
    ),
  makeFetch:
    (feedUrl) =>
    (path, { signal, etag }) =>
      fetch(new URL(path, feedUrl), {
        signal,
        // The store keeps these files; a second copy in the browser's cache would only take room.
        cache: 'no-store',
        headers: etag === null ? {} : { 'If-None-Match': etag },
      }),
  runAlone: (work) =>
    navigator.locks
      .request(lockName, { ifAvailable: true }, (lock) => lock && work(false))
      .then((done) => done ?? navigator.locks.request(lockName, () => work(true))),
  tellOtherTabs: () => otherTabs.postMessage('swapped'),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  crash: (error) => reportError(error),
});

addEventListener('message', ({ data }: MessageEvent<ToSyncWorker>) => host.hear(data));
otherTabs.addEventListener('message', () => host.hearOtherTab());
