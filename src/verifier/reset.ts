/**
 * Wipes what this app keeps on the device: settings, PIN, shift and records, lists and their floors. Its
 * own scope alone: other apps of the host, and the service worker with the app's own files, stay.
 * Needs no network. Loaded when it is asked for.
 */
import { witnessName } from '../store/cache-witness.ts';
import { databaseName } from '../store/database.ts';
import { appScope } from './choice-memory.ts';

/** Milliseconds that another tab's connection may keep the database, or a cache its answer. */
const patience = 3000;

/** Wipes. The mark is among what goes last: a reset that was cut is finished at the next start. */
export async function wipe(): Promise<void> {
  const scope = appScope();
  await Promise.race([
    Promise.all([deleteDatabase(databaseName + scope), deleteCache(witnessName + scope)]),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
  for (const key of ownKeys(Object.keys(localStorage), scope)) localStorage.removeItem(key);
}

/** The keys of one app of this host: names, and behind a blank its path where it is not at the root. */
export const ownKeys = (keys: readonly string[], scope: string): readonly string[] =>
  keys.filter((key) => {
    if (!key.startsWith('mleg.')) return false;
    const blank = key.indexOf(' ');
    return (blank < 0 ? '' : key.slice(blank)) === scope;
  });

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });

async function deleteCache(name: string): Promise<void> {
  await globalThis.caches?.delete(name).catch(() => undefined);
}
