/**
 * What runs inside the browser to tell what the app does, by lines on the console: every change of the
 * scan screen's attributes, and each step of the synchronising worker. Nothing of the app is altered;
 * the worker's platform is only listened to. Inner functions have no names, since the browser gets
 * these functions as text and would look in vain for what a compiler adds to named ones.
 */

/**
 * How far a synchronisation had come. Saving begins with its transaction, `writing` with that one's
 * generation row, `witness` when it is over; `done` means that no synchronisation is under way.
 */
export const phases = [
  'opening',
  'asking',
  'fetching',
  'staging',
  'checking',
  'saving',
  'writing',
  'witness',
  'swapping',
  'done',
] as const;
export type Phase = (typeof phases)[number];

/** The scan screen's attributes; the generation is its manifest's version. */
export interface ScreenState {
  readonly lists: string;
  readonly lost: string;
  readonly sync: string;
  readonly generation: number | null;
}

/** One line on the console. */
export type Told = { readonly screen: ScreenState } | { readonly phase: Phase };

/** How such lines begin. */
export const linePrefix = 'soak ';

/** Runs in each page before the app: tells the screen's state whenever it is another. */
export function watchScreen(prefix: string): void {
  let last = '';
  new MutationObserver(() => {
    const scan = document.querySelector<HTMLElement>('[data-screen="scan"]');
    if (!scan) return;
    const { lists = '', lost = '', sync = '', generation } = scan.dataset;
    const shown = generation === undefined ? null : Number(generation);
    const line = JSON.stringify({ screen: { lists, lost, sync, generation: shown } });
    if (line !== last) console.debug(prefix + line);
    last = line;
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in the synchronising worker: tells each phase as it begins. */
export function watchWorker(prefix: string): void {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite' && stores !== 'rows') {
      const phase = stores === 'files' ? 'staging' : 'saving';
      console.debug(prefix + JSON.stringify({ phase }));
    }
    return transaction.call(this, stores, mode, options);
  };
  const { put: putRow } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (row, key) {
    if (row.id === 'generation') console.debug(`${prefix}{"phase":"writing"}`);
    return putRow.call(this, row, key);
  };
  const { put } = Cache.prototype;
  Cache.prototype.put = async function (request, response) {
    console.debug(`${prefix}{"phase":"witness"}`);
    await put.call(this, request, response);
    console.debug(`${prefix}{"phase":"swapping"}`);
  };
  const post = globalThis.postMessage.bind(globalThis);
  globalThis.postMessage = (message: { progress?: { phase: string } }) => {
    const phase = message.progress?.phase;
    if (phase) console.debug(prefix + JSON.stringify({ phase }));
    post(message);
  };
}
