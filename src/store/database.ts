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
/** Milliseconds in which a database opens, or never will. */
const openLimit = 5000;

/**
 * Opens the database; `onLost` is called when the platform closes it (storage cleared, disk gone).
 * Rejects with `DatabaseBlockedError`, or with the platform's error when it refuses.
 */
export async function openDatabase(
  onLost: () => void = () => undefined,
  name = 'mleg-verifier',
): Promise<VerifierDatabase> {
  const timers: ReturnType<typeof setTimeout>[] = [];
  let giveUp = (_error: Error): void => undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  const giveUpAfter = (limit: number, error: Error): void =>
    void timers.push(setTimeout(() => giveUp(error), limit));
  giveUpAfter(openLimit, new DOMException('the database does not open', 'TimeoutError'));
  const opening = openDB<VerifierSchema>(name, databaseVersion, {
    upgrade(database) {
      for (const store of database.objectStoreNames) database.deleteObjectStore(store);
      database.createObjectStore('rows', { keyPath: 'id' });
      database.createObjectStore('files', { keyPath: 'path' });
    },
    blocked() {
      giveUpAfter(blockedLimit, new DatabaseBlockedError());
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
    terminated: onLost,
  });
  try {
    return await Promise.race([opening, tooLate]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
