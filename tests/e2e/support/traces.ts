/**
 * Everything in which a page of the app could have left something behind, brought together place by
 * place, so that one search goes over all of it: what the browser keeps, what went out, what can be
 * seen, and the memory of page and workers.
 */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { type Planted, writingsOf } from './planted-card.ts';

/** One place and what is in it. */
export interface Trace {
  readonly place: string;
  readonly contents: string;
}

/** What goes out of a context from now on: requests, console, downloads. */
export function watchOutgoing(context: BrowserContext, page: Page): () => Promise<Trace[]> {
  const lines: string[] = [];
  const downloads: Promise<Trace>[] = [];
  context.on('request', (request) => {
    lines.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())}`);
    lines.push(request.postData() ?? '');
  });
  context.on('console', (message) => lines.push(message.text()));
  context.on('weberror', (error) => lines.push(error.error().stack ?? ''));
  page.on('framenavigated', (frame) => lines.push(frame.url()));
  page.on('download', (download) => {
    const read = async (): Promise<Trace> => ({
      place: `download ${download.suggestedFilename()}`,
      contents: await readFile(await download.path(), 'latin1'),
    });
    downloads.push(read());
  });
  return async () => [
    { place: 'requests, console and addresses', contents: lines.join('\n') },
    ...(await Promise.all(downloads)),
  ];
}

/** What the browser keeps for the app, and what can be seen of it. */
export async function readKept(context: BrowserContext, page: Page): Promise<Trace[]> {
  const kept = await page.evaluate(async () => {
    const written = (value: unknown): string =>
      JSON.stringify(value, (_, inner: unknown) => {
        const bytes = ArrayBuffer.isView(inner)
          ? new Uint8Array(inner.buffer, inner.byteOffset, inner.byteLength)
          : inner instanceof ArrayBuffer && new Uint8Array(inner);
        return bytes ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') : inner;
      }) ?? '';
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        databases.push(name, store, await done(rows.getAllKeys()), await done(rows.getAll()));
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        cached.push(name, request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return {
      localStorage: written({ ...localStorage }),
      sessionStorage: written({ ...sessionStorage }),
      IndexedDB: databases.map(written).join('\n'),
      'Cache Storage': cached.join('\n'),
      history: `${location.href} ${written(history.state)} ${document.referrer} ${window.name}`,
      'performance entries': performance
        .getEntries()
        .map(({ name }) => name)
        .join('\n'),
      clipboard: await navigator.clipboard.readText(),
      DOM: document.documentElement.outerHTML,
      fields: Array.from(document.querySelectorAll('input, textarea'), (field) => {
        const { value } = field as HTMLInputElement;
        return value;
      }).join('\n'),
    };
  });
  const cookies = { place: 'cookies', contents: JSON.stringify(await context.cookies()) };
  return [...Object.entries(kept).map(([place, contents]) => ({ place, contents })), cookies];
}

/** The DevTools of a page or of one of its workers. */
interface DevTools {
  send(method: string): Promise<unknown>;
  /** Gets the snapshot piece by piece. */
  onChunk(take: (chunk: string) => void): void;
}

/** What a snapshot says, as far as it is of use here. */
interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** A memory: its strings, and how large its buffers are, whose bytes no snapshot has. */
export interface Memory {
  readonly strings: Trace;
  readonly bufferSizes: readonly number[];
}

/** What is alive in the memory of a page, or of a worker, after a collection of garbage. */
async function readMemory(place: string, devtools: DevTools): Promise<Memory> {
  const chunks: string[] = [];
  devtools.onChunk((chunk) => chunks.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot');
  const { snapshot, nodes, strings } = JSON.parse(chunks.join('')) as Snapshot;
  const fields = snapshot.meta.node_fields;
  const bufferSizes: number[] = [];
  for (let at = 0; at < nodes.length; at += fields.length)
    if (strings[nodes[at + fields.indexOf('name')] ?? -1] === 'system / JSArrayBufferData')
      bufferSizes.push(nodes[at + fields.indexOf('self_size')] ?? 0);
  return { strings: { place, contents: strings.join('\n') }, bufferSizes };
}

/** The memory of a page and of each of its workers. */
export async function readMemories(page: Page): Promise<readonly Memory[]> {
  const session = await page.context().newCDPSession(page);
  const memories = [
    await readMemory('page', {
      send: (method) => session.send(method as 'HeapProfiler.enable'),
      onChunk: (take) =>
        session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => take(chunk)),
    }),
  ];
  for (const [place, worker] of await attachToWorkers(session))
    memories.push(await readMemory(place, worker));
  await session.detach();
  return memories;
}

/** Workers answer through their page's session, in messages of text. */
async function attachToWorkers(session: CDPSession): Promise<ReadonlyMap<string, DevTools>> {
  const workers = new Map<string, DevTools>();
  const answered = new Map<number, (result: unknown) => void>();
  const takers = new Map<string, (chunk: string) => void>();
  let calls = 0;
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { id, result, params } = JSON.parse(message) as WorkerMessage;
    if (id !== undefined) answered.get(id)?.(result);
    else if (params?.chunk) takers.get(sessionId)?.(params.chunk);
  });
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    workers.set(`worker ${new URL(targetInfo.url).pathname}`, {
      send(method) {
        const id = ++calls;
        const message = JSON.stringify({ id, method, params: {} });
        return new Promise((resolve) => {
          answered.set(id, resolve);
          void session.send('Target.sendMessageToTarget', { sessionId, message });
        });
      },
      onChunk: (take) => takers.set(sessionId, take),
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return workers;
}

interface WorkerMessage {
  readonly id?: number;
  readonly result?: unknown;
  readonly params?: { readonly chunk?: string };
}

/** Which planted values are where: "DOM: family name". */
export const search = (traces: readonly Trace[], planted: readonly Planted[]): string[] =>
  traces.flatMap(({ place, contents }) =>
    planted
      .filter((value) => writingsOf(value).some((writing) => contents.includes(writing)))
      .map(({ name }) => `${place}: ${name}`),
  );
