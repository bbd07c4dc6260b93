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
  /** The floors' witness in Cache Storage; `stuck` where the platform does not answer. */
  readonly witness: { readonly text: string } | 'stuck' | null;
}

/** A stored generation that is whole. */
export interface StoredState {
  /** Its manifest's version; 0 where nothing was ever stored. */
  readonly version: number;
  /** What is wrong with it; null for nothing. */
  readonly fault: string | null;
  /** The platform lets nobody read the witness: not the app's fault, and no excuse for the app. */
  readonly isWitnessStuck: boolean;
}

/** Milliseconds. */
const patience = 3000;

/** Reads and judges what is stored; the page must be one of the app's origin. */
export async function readStored(page: Page): Promise<StoredState> {
  const raw = await page.evaluate(readRaw, patience);
  return { ...judge(raw), isWitnessStuck: raw.witness === 'stuck' };
}

/** Runs in the page; its inner functions have no names (watch-scripts.ts says why). */
async function readRaw(limit: number): Promise<RawStorage> {
  const witness = await Promise.race([
    caches
      .open('mleg-floors')
      .then((cache) => cache.match('/floors'))
      .then((cached) => cached?.json() ?? null),
    new Promise<'stuck'>((resolve) => setTimeout(resolve, limit, 'stuck')),
  ]);
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

type Judged = Pick<StoredState, 'version' | 'fault'>;

function judge({ row, files, witness }: RawStorage): Judged {
  const witnessed =
    witness !== null && witness !== 'stuck' ? highest(JSON.parse(witness.text) as Floors) : 0;
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
    highest(floors) !== version && 'the floor is of another manifest',
    witnessed > version && `the witness has seen ${witnessed}`,
  ];
  const fault = faults.filter((each) => each !== false).join(', ');
  return { version, fault: fault === '' ? null : fault };
}

const highest = ({ manifest }: Floors): number =>
  Math.max(...Object.values(manifest).map(({ number }) => number));

const payloadOf = (
  jws: string,
): { readonly version: number; readonly files: readonly { readonly path: string }[] } =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
