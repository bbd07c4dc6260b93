/**
 * The trust store on a real IndexedDB in a real Chromium.
 */
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { createDatabaseTrustStore } from '../../src/store/database-trust-store.ts';
import { describeTrustStore, storedFeed } from '../contract/trust-store-contract.ts';

let count = 0;
const freshName = (): string => `trust-store-${Date.now()}-${count++}`;

describeTrustStore('IndexedDB', async () => {
  const name = freshName();
  return createDatabaseTrustStore(() => openDatabase(name));
});

describe('the trust store in IndexedDB', () => {
  it('keeps a generation beyond the connection that saved it', async () => {
    const name = freshName();
    const stored = storedFeed('a', ['status/1.jwt']);
    await createDatabaseTrustStore(() => openDatabase(name)).save(stored);
    expect(await createDatabaseTrustStore(() => openDatabase(name)).load()).toEqual(stored);
  });

  it('opens the database anew when its connection was lost', async () => {
    const name = freshName();
    const opened: IDBDatabase[] = [];
    const store = createDatabaseTrustStore(async () => {
      const database = await openDatabase(name);
      opened.push(database as unknown as IDBDatabase);
      return database;
    });
    const stored = storedFeed('a', ['status/1.jwt']);
    await store.save(stored);
    opened[0]?.close();
    expect(await store.load()).toEqual(stored);
    expect(opened).toHaveLength(2);
  });

  it('rejects when the database cannot be opened', async () => {
    const store = createDatabaseTrustStore(() => Promise.reject(new Error('refused')));
    await expect(store.load()).rejects.toThrow('refused');
  });
});
