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

const databaseVersion = 2;
/** Milliseconds that another tab has to close its connection. */
const blockedLimit = 1500;

/**
 * Opens the database; `onLost` is called when the platform closes it (storage cleared, disk gone).
 * Rejects with `DatabaseBlockedError`, or with the platform's error when it refuses.
 */
export async function openDatabase(
  onLost: () => void = () => undefined,
  name = 'mleg-verifier',
): Promise<VerifierDatabase> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp = (_error: Error): void => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  const opening = openDB<VerifierSchema>(name, databaseVersion, {
    upgrade(database) {
      for (const store of database.objectStoreNames) database.deleteObjectStore(store);
      database.createObjectStore('rows', { keyPath: 'id' });
      database.createObjectStore('files', { keyPath: 'path' });
    },
    blocked() {
      timer = setTimeout(() => giveUp(new DatabaseBlockedError()), blockedLimit);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
    terminated: onLost,
  });
  try {
    return await Promise.race([opening, blocked]);
  } finally {
    clearTimeout(timer);
  }
}
