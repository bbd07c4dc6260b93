/**
 * What every trust store promises, run over each of them.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredFeed, TrustStore } from '../../src/store/trust-store.ts';

const floors = {
  rootVersion: 1,
  manifest: { keys: 'k', version: 3, hash: 'h' },
  lists: {
    keys: 'k',
    trustList: { number: 2, sha256: 't' },
    policies: { number: 1, sha256: 'p' },
  },
  status: { 'https://issuer.example status/1': { number: 1_795_000_000, sha256: 's' } },
};

/** A generation of made-up texts; `name` tells two of them apart. */
export const storedFeed = (name: string, paths: readonly string[]): StoredFeed => ({
  feed: {
    roots: [`root of ${name}`],
    manifest: `manifest of ${name}`,
    files: new Map(paths.map((path) => [path, `${path} of ${name}`])),
  },
  floors,
  syncedAt: 1_795_000_000_000,
});

/** Runs the contract over stores that `open` makes empty. */
export function describeTrustStore(name: string, open: () => Promise<TrustStore>): void {
  describe(`${name} as a trust store`, () => {
    let store: TrustStore;
    beforeEach(async () => {
      store = await open();
    });

    it('is empty before the first save', async () => {
      expect(await store.load()).toBeNull();
    });

    it('gives back what was saved', async () => {
      const stored = storedFeed('a', ['trust-list/1.jwt', 'status/1.jwt']);
      await store.save(stored);
      expect(await store.load()).toEqual(stored);
    });

    it('replaces a generation whole: no file of the old one stays', async () => {
      await store.save(storedFeed('a', ['trust-list/1.jwt', 'status/1.jwt']));
      const next = storedFeed('b', ['trust-list/2.jwt']);
      await store.save(next);
      expect(await store.load()).toEqual(next);
    });

    it('never shows a mixture while a save runs', async () => {
      const a = storedFeed('a', ['status/1.jwt', 'status/2.jwt']);
      const b = storedFeed('b', ['status/1.jwt', 'status/3.jwt']);
      await store.save(a);
      const [loaded] = await Promise.all([store.load(), store.save(b), store.load()]);
      expect([a, b]).toContainEqual(loaded);
      expect(await store.load()).toEqual(b);
    });
  });
}
