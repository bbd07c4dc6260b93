/**
 * The trust store on a real IndexedDB and a real Cache Storage, in a real Chromium.
 */
import { describe, expect, it } from 'vitest';
import { createCacheWitness } from '../../src/store/cache-witness.ts';
import {
  DatabaseBlockedError,
  openDatabase,
  type VerifierDatabase,
} from '../../src/store/database.ts';
import { createDatabaseTrustStore } from '../../src/store/database-trust-store.ts';
import type { FloorWitness, TrustStore } from '../../src/store/trust-store.ts';
import { describeTrustStore, floorsAt, storedFeed } from '../contract/trust-store-contract.ts';

let count = 0;
const freshName = (): string => `trust-store-${Date.now()}-${count++}`;
const noWitness: FloorWitness = { read: async () => null, write: async () => undefined };
const open = (name: string) => () => openDatabase(undefined, name);
const storeOf = (name: string, witness = noWitness): TrustStore =>
  createDatabaseTrustStore(open(name), witness);

async function emptyDatabase(name: string): Promise<void> {
  const database = await openDatabase(undefined, name);
  await Promise.all([database.clear('rows'), database.clear('files')]);
  database.close();
}

async function alterRow(
  name: string,
  change: (database: VerifierDatabase) => Promise<unknown>,
): Promise<void> {
  const database = await openDatabase(undefined, name);
  await change(database);
  database.close();
}

describeTrustStore('IndexedDB', async () => storeOf(freshName()));

describe('the trust store in IndexedDB', () => {
  it('keeps a generation beyond the connection that saved it', async () => {
    const name = freshName();
    const stored = storedFeed(3, ['status/1.jwt']);
    await storeOf(name).save(stored, 'forget');
    expect((await storeOf(name).load()).stored).toEqual(stored);
  });

  it('opens the database anew, once, when its connection was lost', async () => {
    const name = freshName();
    const opened: VerifierDatabase[] = [];
    const store = createDatabaseTrustStore(async () => {
      const database = await openDatabase(undefined, name);
      opened.push(database);
      return database;
    }, noWitness);
    const stored = storedFeed(3, ['status/1.jwt']);
    await store.save(stored, 'forget');
    opened[0]?.close();
    expect((await store.load()).stored).toEqual(stored);
    expect(opened).toHaveLength(2);
  });

  it('gives up when the connection is lost a second time', async () => {
    let attempts = 0;
    const store = createDatabaseTrustStore(async () => {
      attempts += 1;
      const database = await openDatabase(undefined, freshName());
      database.close();
      return database;
    }, noWitness);
    await expect(store.load()).rejects.toThrow(DOMException);
    expect(attempts).toBe(2);
  });

  it('rejects when the database cannot be opened', async () => {
    const store = createDatabaseTrustStore(() => Promise.reject(new Error('refused')), noWitness);
    await expect(store.load()).rejects.toThrow('refused');
  });

  it('rejects by name when another tab blocks the upgrade', async () => {
    const name = freshName();
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    await expect(openDatabase(undefined, name)).rejects.toThrow(DatabaseBlockedError);
    old.close();
  });

  it('lets a newer version of the app upgrade', async () => {
    const name = freshName();
    await storeOf(name).save(storedFeed(3, []), 'forget');
    const request = indexedDB.open(name, 99);
    const upgraded = await new Promise((resolve) => {
      request.onsuccess = () => resolve('upgraded');
      request.onblocked = () => resolve('blocked');
    });
    expect(upgraded).toBe('upgraded');
    request.result.close();
  });

  it.each([
    ['an altered text', (row: object) => ({ ...row, text: '{}' })],
    ['an altered digest', (row: object) => ({ ...row, sha256: '0'.repeat(64) })],
    ['no text', (row: object) => ({ ...row, text: undefined })],
  ])('takes a generation with %s for none, and keeps its files', async (_what, alter) => {
    const name = freshName();
    await storeOf(name).save(storedFeed(3, ['status/1.jwt']), 'forget');
    await alterRow(name, async (database) => {
      const row = await database.get('rows', 'generation');
      await database.put('rows', alter(row as object) as NonNullable<typeof row>);
    });
    const contents = await storeOf(name).load();
    expect(contents.stored).toBeNull();
    expect([...contents.files.keys()]).toEqual(['status/1.jwt']);
  });

  it('makes room by throwing away staged files when a save finds none', async () => {
    const name = freshName();
    await storeOf(name).stage(new Map([['status/9.jwt', 'staged']]), new Set());
    let refusals = 1;
    const crowded = createDatabaseTrustStore(async () => {
      const database = await openDatabase(undefined, name);
      return new Proxy(database, {
        get(target, key) {
          const value = Reflect.get(target, key);
          if (key !== 'transaction')
            return typeof value === 'function' ? value.bind(target) : value;
          return (stores: string | string[], ...more: unknown[]) => {
            const isSave = Array.isArray(stores) && more[0] === 'readwrite';
            if (isSave && refusals-- > 0) throw new DOMException('full', 'QuotaExceededError');
            return Reflect.apply(value, target, [stores, ...more]);
          };
        },
      });
    }, noWitness);
    await crowded.save(storedFeed(3, ['status/1.jwt']), 'forget');
    expect([...(await storeOf(name).load()).files.keys()]).toEqual(['status/1.jwt']);
  });

  it('gives a generation without the file whose row is damaged', async () => {
    const name = freshName();
    await storeOf(name).save(storedFeed(3, ['status/1.jwt', 'status/2.jwt']), 'forget');
    await alterRow(name, (database) =>
      database.put('files', { path: 'status/1.jwt', text: 7 as unknown as string }),
    );
    const { stored } = await storeOf(name).load();
    expect([...(stored?.feed.files.keys() ?? [])]).toEqual(['status/2.jwt']);
  });
});

describe('the witness of the floors in Cache Storage', () => {
  it('knows the floors of a database that came back empty', async () => {
    const name = freshName();
    await storeOf(name, createCacheWitness(caches, name)).save(storedFeed(3, []), 'forget');
    await emptyDatabase(name);
    const contents = await storeOf(name, createCacheWitness(caches, name)).load();
    expect(contents.stored).toBeNull();
    expect(contents.floors).toEqual(floorsAt(3));
  });

  it('does not lower floors when the database knows better', async () => {
    const name = freshName();
    await storeOf(name).save(storedFeed(4, []), 'forget');
    await createCacheWitness(caches, name).write(floorsAt(3));
    const { floors } = await storeOf(name, createCacheWitness(caches, name)).load();
    expect(floors).toEqual(floorsAt(4));
  });

  it('is not lowered by an older generation that is stored once more', async () => {
    const name = freshName();
    const store = storeOf(name, createCacheWitness(caches, name));
    await store.save(storedFeed(4, []), 'forget');
    await store.save(storedFeed(3, []), 'forget');
    expect(await createCacheWitness(caches, name).read()).toEqual(floorsAt(4));
  });

  it('says nothing when its own record is damaged', async () => {
    const name = freshName();
    await createCacheWitness(caches, name).write(floorsAt(3));
    const cache = await caches.open(name);
    const record = (await (await cache.match('/floors'))?.json()) as { readonly text: string };
    const text = record.text.replace('"number":3', '"number":2');
    expect(text).not.toBe(record.text);
    await cache.put('/floors', new Response(JSON.stringify({ ...record, text })));
    expect(await createCacheWitness(caches, name).read()).toBeNull();
  });

  it('keeps a generation whose witness could not be written', async () => {
    const name = freshName();
    const broken: FloorWitness = {
      read: async () => null,
      write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    const stored = storedFeed(3, []);
    await storeOf(name, broken).save(stored, 'forget');
    expect((await storeOf(name).load()).stored).toEqual(stored);
  });

  it('keeps nobody waiting when Cache Storage does not answer', async () => {
    const mute = { open: () => new Promise(() => undefined) } as unknown as CacheStorage;
    const name = freshName();
    const stored = storedFeed(3, []);
    await storeOf(name, createCacheWitness(mute)).save(stored, 'forget');
    expect((await storeOf(name, createCacheWitness(mute)).load()).stored).toEqual(stored);
  });

  it('is begun anew when its cache answers nobody any more', async () => {
    const name = freshName();
    let isStuck = true;
    const recovering = {
      open: (cache: string) => (isStuck ? new Promise(() => undefined) : caches.open(cache)),
      delete: async (cache: string) => {
        isStuck = false;
        return caches.delete(cache);
      },
    } as unknown as CacheStorage;
    await createCacheWitness(recovering, name).write(floorsAt(3));
    expect(await createCacheWitness(caches, name).read()).toEqual(floorsAt(3));
  });

  it('knows nothing where there is no Cache Storage', async () => {
    const witness = createCacheWitness(undefined);
    await witness.write(floorsAt(3));
    expect(await witness.read()).toBeNull();
  });
});
