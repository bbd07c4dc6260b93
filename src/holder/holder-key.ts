/**
 * The holder's signing key: imported once as a key that no script can read out again, and kept as
 * such in IndexedDB. The JWK it came from is never stored. A specimen made anew has another public
 * key, and then replaces what was kept under its id.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { HolderJwk } from './specimens.ts';

export type HolderKeyFailure = 'insecure-page' | 'key-storage-blocked' | 'specimen-damaged';

interface StoredKey {
  readonly key: CryptoKey;
  readonly x: string;
  readonly y: string;
}

const databaseName = 'mleg-holder';
const storeName = 'keys';
const openingTimeout = 2_000;

/** Gives the key kept for a card, or imports and keeps it. */
export async function obtainHolderKey(
  id: string,
  jwk: HolderJwk,
): Promise<Result<CryptoKey, HolderKeyFailure>> {
  if (!globalThis.crypto?.subtle) return fail('insecure-page');
  let database: IDBDatabase;
  try {
    database = await openDatabase();
  } catch {
    return fail('key-storage-blocked');
  }
  try {
    const stored = await readKey(database, id);
    if (stored?.x === jwk.x && stored.y === jwk.y) return ok(stored.key);
    const key = await importKey(jwk);
    if (!key) return fail('specimen-damaged');
    await writeKey(database, id, { key, x: jwk.x, y: jwk.y });
    return ok(key);
  } catch {
    return fail('key-storage-blocked');
  } finally {
    database.close();
  }
}

async function importKey({ kty, crv, x, y, d }: HolderJwk): Promise<CryptoKey | null> {
  const algorithm = { name: 'ECDSA', namedCurve: crv };
  try {
    return await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, algorithm, false, ['sign']);
  } catch {
    return null;
  }
}

/** Rejects as well when nothing happens at all, as some private windows and blocked openings do. */
function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('IndexedDB does not open')), openingTimeout);
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(storeName);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      clearTimeout(timer);
      resolve(opening.result);
    };
  });
}

function readKey(database: IDBDatabase, id: string): Promise<StoredKey | undefined> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(storeName).objectStore(storeName).get(id);
    request.onsuccess = () => resolve(request.result as StoredKey | undefined);
    request.onerror = () => reject(request.error);
  });
}

function writeKey(database: IDBDatabase, id: string, stored: StoredKey): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite');
    transaction.objectStore(storeName).put(stored, id);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
