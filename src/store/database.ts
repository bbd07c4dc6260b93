/**
 * The device's IndexedDB: its name, version and stores. The only caller of idb.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Floors } from '../trust/floors.ts';

/** The parts of a generation that are not files. */
export interface GenerationRow {
  readonly id: 'current';
  readonly roots: readonly string[];
  readonly manifest: string;
  readonly floors: Floors;
  readonly syncedAt: number;
}

export interface VerifierSchema extends DBSchema {
  generation: { key: string; value: GenerationRow };
  files: { key: string; value: { readonly path: string; readonly text: string } };
}

export type VerifierDatabase = IDBPDatabase<VerifierSchema>;

const databaseVersion = 1;
const openTimeout = 4000;

/** Opens the database; rejects when the platform refuses or another tab blocks for too long. */
export async function openDatabase(name = 'mleg-verifier'): Promise<VerifierDatabase> {
  const opening = openDB<VerifierSchema>(name, databaseVersion, {
    upgrade(database) {
      database.createObjectStore('generation', { keyPath: 'id' });
      database.createObjectStore('files', { keyPath: 'path' });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('database-blocked')), openTimeout);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}
