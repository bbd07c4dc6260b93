/**
 * What a device has on its disk, read from an empty page of the app's origin and judged without the
 * app's store: a generation is torn when its row does not hold, when a file that it names is missing or
 * another, or when its manifest pins other files.
 */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import type { Floors } from '../../src/trust/floors.ts';

/** Rows as they lie there. */
interface RawStorage {
  readonly row: { readonly text: string; readonly sha256: string } | null;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The floors' witness in Cache Storage. */
  readonly witness: { readonly text: string } | null;
}

/** A stored generation that is whole. */
export interface StoredState {
  /** Its manifest's version; 0 where nothing was ever stored. */
  readonly version: number;
  /** What is wrong with it; null for nothing. */
  readonly fault: string | null;
}

/** Reads and judges what is stored; the page must be one of the app's origin. */
export async function readStored(page: Page): Promise<StoredState> {
  return judge(await page.evaluate(readRaw));
}

/** Runs in the page; its inner functions have no names (watch-scripts.ts says why). */
async function readRaw(): Promise<RawStorage> {
  const cached = await (await caches.open('mleg-floors')).match('/floors');
  const witness = cached ? await cached.json() : null;
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'mleg-verifier')) return { row: null, files: [], witness };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('mleg-verifier');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    if (!database.objectStoreNames.contains('rows')) return { row: null, files: [], witness };
    return await new Promise<RawStorage>((resolve, reject) => {
      const transaction = database.transaction(['rows', 'files'], 'readonly');
      const row = transaction.objectStore('rows').get('generation');
      const files = transaction.objectStore('files').getAll();
      transaction.oncomplete = () =>
        resolve({ row: row.result ?? null, files: files.result, witness });
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function judge({ row, files, witness }: RawStorage): StoredState {
  const witnessed = witness ? (JSON.parse(witness.text) as Floors).manifest.number : 0;
  if (!row) return { version: 0, fault: witnessed > 0 ? 'the generation is gone' : null };
  if (hash(`mleg-1 ${row.text}`) !== row.sha256) return { version: 0, fault: 'the row is damaged' };
  const { manifest, paths, floors } = JSON.parse(row.text) as {
    readonly manifest: string;
    readonly paths: readonly string[];
    readonly floors: Floors;
  };
  const { version, files: pins } = payloadOf(manifest);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const torn = paths.filter((path) => !path.endsWith(`/${hash(texts.get(path) ?? '')}.jwt`));
  const pinned = pins.map(({ path }) => path).sort();
  const faults = [
    torn.length > 0 && `${torn.length} of ${paths.length} files are missing or others`,
    [...paths].sort().join() !== pinned.join() && 'the manifest pins other files',
    floors.manifest.number !== version && 'the floor is of another manifest',
    witnessed > version && `the witness has seen ${witnessed}`,
  ];
  const fault = faults.filter((each) => each !== false).join(', ');
  return { version, fault: fault === '' ? null : fault };
}

const payloadOf = (
  jws: string,
): { readonly version: number; readonly files: readonly { readonly path: string }[] } =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
