/**
 * The device's storage as it lies there: read, spoiled and taken away behind the app's back, from a
 * page of the same origin that does not run it, or over the browser's own protocol.
 */
import type { CDPSession, Page } from 'playwright';

/** What IndexedDB holds. */
export interface StoredRows {
  /** Paths that the generation's row names; null without such a row. */
  readonly named: readonly string[] | null;
  /** The manifest's version in that row. */
  readonly version: number | null;
  readonly files: readonly string[];
}

const database = 'mleg-verifier';

/** A page of the app's origin without the app. */
export const openBlank = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}feed/nothing-here`);
};

/** Reads all that is stored; rows that are not there are none. */
export const readStored = (page: Page): Promise<StoredRows> =>
  page.evaluate(async (name) => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Opening what is not there would make it.
    const isThere = (await indexedDB.databases()).some((each) => each.name === name);
    if (!isThere) return { named: null, version: null, files: [] };
    const opened = await settle(indexedDB.open(name));
    try {
      const transaction = opened.transaction(['rows', 'files'], 'readonly');
      const row = await settle(transaction.objectStore('rows').get('generation'));
      const files = (await settle(transaction.objectStore('files').getAllKeys())).map(String);
      if (!row) return { named: null, version: null, files };
      const { paths, manifest } = JSON.parse(row.text) as { paths: string[]; manifest: string };
      const payload = (manifest.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
      return { named: paths, version: JSON.parse(atob(payload)).version as number, files };
    } finally {
      opened.close();
    }
  }, database);

/** Changes one letter in the text of a row of `rows`, or of a file. */
export const damageRow = (page: Page, store: 'rows' | 'files', key: string): Promise<void> =>
  page.evaluate(
    ([name, storeName, rowKey]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const opened = opening.result;
          const transaction = opened.transaction(storeName, 'readwrite');
          const rows = transaction.objectStore(storeName);
          const reading = rows.get(rowKey);
          reading.onsuccess = () => {
            const row = reading.result as { text: string };
            const middle = Math.floor(row.text.length / 2);
            const other = row.text[middle] === 'A' ? 'B' : 'A';
            const text = row.text.slice(0, middle) + other + row.text.slice(middle + 1);
            rows.put({ ...row, text });
          };
          transaction.oncomplete = () => {
            opened.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [database, store, key] as const,
  );

/** Deletes the database, and nothing else. */
export const deleteDatabase = (page: Page): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
    database,
  );

/** Opens the database in a version and never lets go of it, as a tab of another build might. */
export const clingToDatabase = (page: Page, version: number): Promise<void> =>
  page.evaluate(
    ([name, wanted]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, wanted);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          // Otherwise a connection that nobody holds would be collected.
          Object.assign(globalThis, { held: opening.result });
          resolve();
        };
      }),
    [database, version] as const,
  );

/** Clears what the browser keeps for the page's origin. */
export async function clearStorage(session: CDPSession, url: string, types: string): Promise<void> {
  const { origin } = new URL(url);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: types });
}

/** Leaves the page's origin so many bytes; null gives it back what it had. */
export async function limitStorage(
  session: CDPSession,
  url: string,
  bytes: number | null,
): Promise<void> {
  const { origin } = new URL(url);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
}
