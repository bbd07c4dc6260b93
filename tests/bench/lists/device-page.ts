/**
 * The page that stands for the app on a device: it drives the app's own worker through the app's own
 * link, and beside it a worker that only downloads. What is to be timed is prepared first and then run
 * alone; when and in which order is measure-device.ts's.
 */
import type { OpenedLists, Restored } from '../../../src/sync/messages.ts';
import { openSyncLink, type SyncLink } from '../../../src/sync/sync-link.ts';
import { statusAt, statusListKey } from '../../../src/trust/status-list.ts';
import { alternate } from '../alternate.ts';
import { expectValue } from '../expect-value.ts';
import type { DownloadAnswer } from './download.worker.ts';

/** What the page is told of the feed. */
export interface FeedPlan {
  readonly firstRoot: string;
  /** Relative to the feed: manifest and all pinned files. */
  readonly paths: readonly string[];
  readonly lists: number;
}

/**
 * What can be run. "start" begins with the worker's own start; `restore` always does. `hold` only keeps
 * the page's thread busy with work of a fixed amount.
 */
export type Task =
  | 'download'
  | 'start and download'
  | 'sync'
  | 'start and sync'
  | 'restore'
  | 'hold';

/** One run: milliseconds in all, and of each task that held the page's thread for over 50. */
export interface Run {
  readonly time: number;
  readonly longTasks: readonly number[];
}

/** Microseconds of one lookup, in each batch. */
export interface LookupTimes {
  readonly lookup: readonly number[];
  readonly get: readonly number[];
}

const plan = (await (await fetch('plan.json')).json()) as FeedPlan;
const feedUrl = new URL('feed/', document.baseURI).href;
const lookupPace = { warmUp: 100, batches: 30, perBatch: 100 };
/** Long tasks are told some time after they end. */
const afterwards = 200;
/** Some 80 ms of work at full speed. */
const heldSteps = 15_000_000;

let worker: Worker | null = null;
let prepared: (() => Promise<unknown>) | null = null;
let lists: OpenedLists | null = null;

const tasks: Readonly<Record<Task, () => Promise<() => Promise<unknown>>>> = {
  download: async () => {
    const started = startDownloader();
    await started.ready;
    return started.download;
  },
  'start and download': async () => {
    leave();
    return async () => {
      const started = startDownloader();
      await started.ready;
      await started.download();
    };
  },
  sync: async () => {
    const link = await openEmptyLink();
    return async () => keep(expectValue(await link.sync(Date.now()), 'sync'));
  },
  'start and sync': async () => {
    await clearStorage();
    return async () => {
      const link = await openEmptyLink();
      keep(expectValue(await link.sync(Date.now()), 'sync'));
    };
  },
  restore: async () => {
    leave();
    return async () => {
      const { lists: restored }: Restored = expectValue(await openLink().restore(), 'restore');
      if (!restored) throw new Error('nothing was restored');
      keep(restored);
    };
  },
  hold: async () => async () => hold(),
};

function hold(): void {
  let state = 1;
  for (let step = 0; step < heldSteps; step++) state = (Math.imul(state, 1_664_525) + step) | 0;
  if (state === 0) throw new Error('never');
}

/** The work that a step times must have been done whole. */
function keep(opened: OpenedLists): void {
  if (opened.generation.statusLists.size !== plan.lists) throw new Error('a list is missing');
  lists = opened;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function startWorker(script: string): Worker {
  worker?.terminate();
  worker = new Worker(script, { type: 'module' });
  return worker;
}

const openLink = (): SyncLink =>
  openSyncLink({
    createWorker: () => startWorker('sync.worker.js'),
    firstRoot: plan.firstRoot,
    feedUrl,
    onProgress: () => undefined,
    onSwapped: () => undefined,
    onStorageLost: () => undefined,
  });

function startDownloader(): { ready: Promise<unknown>; download: () => Promise<unknown> } {
  const downloader = startWorker('download.worker.js');
  const answer = (): Promise<DownloadAnswer> =>
    new Promise((resolve, reject) => {
      downloader.onmessage = ({ data }: MessageEvent<DownloadAnswer>) => resolve(data);
      downloader.onerror = ({ message }) => reject(new Error(message));
    });
  const download = (): Promise<unknown> => {
    downloader.postMessage(plan.paths.map((path) => feedUrl + path));
    return answer();
  };
  return { ready: answer(), download };
}

async function openEmptyLink(): Promise<SyncLink> {
  await clearStorage();
  const link = openLink();
  const { lists: restored } = expectValue(await link.restore(), 'restore');
  if (restored) throw new Error('the storage was not cleared');
  return link;
}

/** Ends what went before: neither a worker nor lists are left. */
function leave(): void {
  worker?.terminate();
  worker = null;
  lists = null;
}

async function clearStorage(): Promise<void> {
  leave();
  for (const { name } of await indexedDB.databases()) {
    if (name) await finish(indexedDB.deleteDatabase(name));
  }
  for (const name of await caches.keys()) await caches.delete(name);
}

const finish = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A card's status in the lists in memory as a check reads it, and its list's row from the database. */
async function measureLookup(): Promise<LookupTimes> {
  if (!lists) throw new Error('there are no lists');
  const { statusLists } = lists.generation;
  const all = [...statusLists.values()];
  const database = await finish(indexedDB.open('mleg-verifier'));
  const cardOf = (index: number): { list: (typeof all)[number]; idx: number } => {
    const list = all[index % all.length];
    if (!list) throw new Error('there are no lists');
    return { list, idx: (index * 7919) % (8 * list.bytes.length) };
  };
  const times = await alternate(
    {
      lookup: (index) => {
        const { list, idx } = cardOf(index);
        const found = statusLists.get(statusListKey(list.iss, list.uri));
        if (!found || statusAt(found, idx) === null) throw new Error('no such card');
      },
      get: async (index) => {
        const path = `status/${cardOf(index).list.sha256}.jwt`;
        const store = database.transaction('files').objectStore('files');
        if (!(await finish(store.get(path)))) throw new Error('no such row');
      },
    },
    lookupPace,
  );
  database.close();
  return times;
}

/** What measure-device.ts calls. */
export const bench = {
  async prepare(task: Task): Promise<void> {
    prepared = await tasks[task]();
  },
  async run(): Promise<Run> {
    if (!prepared) throw new Error('nothing is prepared');
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((entries) => {
      longTasks.push(...entries.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: 'longtask' });
    // What a debugger's call runs is not counted as a task: only what the page itself begins.
    await wait(0);
    const began = performance.now();
    await prepared();
    const time = performance.now() - began;
    prepared = null;
    await wait(afterwards);
    observer.disconnect();
    return { time, longTasks };
  },
  measureLookup,
};

Object.assign(globalThis, { bench });
