/**
 * The device's IndexedDB: its name, version and stores. The only caller of idb.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SealedText } from './sealed-text.ts';

/** The rows of the `rows` store. */
export type RowId = 'generation' | 'roots' | 'last-seen';

export interface VerifierSchema extends DBSchema {
  rows: { key: RowId; value: SealedText & { readonly id: RowId } };
  /** The path of a file names its own digest. */
  files: { key: string; value: { readonly path: string; readonly text: string } };
}

export type VerifierDatabase = IDBPDatabase<VerifierSchema>;

/** Another tab holds the database in an older version and does not let go. */
export class DatabaseBlockedError extends Error {}

/** The database of an app at its host's root. */
export const databaseName = 'mleg-verifier';
const databaseVersion = 2;
/** Milliseconds that another tab has to close its connection. */
const blockedLimit = 600;
/** Milliseconds in which a database opens, or never will. */
const openLimit = 5000;

/** Openings that another tab blocks: a second one would queue behind the first and hear nothing. */
const stuck = new Map<string, Promise<VerifierDatabase>>();

/**
 * Opens the database; `onLost` is called when the platform closes it (storage cleared, disk gone).
 * Rejects with `DatabaseBlockedError`, or with the platform's error when it refuses.
 */
export async function openDatabase(
  onLost: () => void = () => undefined,
  name = databaseName,
): Promise<VerifierDatabase> {
  const blocked = stuck.get(name);
  if (blocked) return within(blockedLimit, blocked, () => new DatabaseBlockedError());
  const whenBlocked: { tell: () => void } = { tell: () => undefined };
  const opening = openDB<VerifierSchema>(name, databaseVersion, {
    upgrade(database) {
      for (const store of database.objectStoreNames) database.deleteObjectStore(store);
      database.createObjectStore('rows', { keyPath: 'id' });
      database.createObjectStore('files', { keyPath: 'path' });
    },
    blocked() {
      stuck.set(name, opening);
      whenBlocked.tell();
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
    terminated: onLost,
  });
  const free = (): boolean => stuck.delete(name);
  opening.then(free, free);
  const patience = new Promise<never>((_resolve, reject) => {
    whenBlocked.tell = () =>
      void within(blockedLimit, opening, () => new DatabaseBlockedError()).catch(reject);
  });
  const late = () => new DOMException('the database does not open', 'TimeoutError');
  return Promise.race([within(openLimit, opening, late), patience]);
}

/** Waits for so many milliseconds, and no longer. */
async function within<T>(limit: number, wanted: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), limit);
  });
  try {
    return await Promise.race([wanted, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
