/**
 * What every trust store promises, run over each of them.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredFeed, TrustStore } from '../../src/store/trust-store.ts';
import type { Floors } from '../../src/trust/floors.ts';

const statusKey = 'https://issuer.example status/1';

/** Floors that a device at `version` of its manifest has. */
export const floorsAt = (version: number): Floors => ({
  rootVersion: 1,
  manifest: { m: { number: version, sha256: `manifest ${version}` } },
  trustList: { l: { number: version, sha256: `trust list ${version}` } },
  policies: { l: { number: 1, sha256: 'p' } },
  status: { [statusKey]: { s: { number: 1_795_000_000 + version, sha256: `list ${version}` } } },
});

/** A generation of made-up texts; its version tells two of them apart. */
export const storedFeed = (version: number, paths: readonly string[]): StoredFeed => ({
  feed: {
    roots: [`root of ${version}`],
    manifest: `manifest of ${version}`,
    files: new Map(paths.map((path) => [path, `${path} of ${version}`])),
  },
  floors: floorsAt(version),
  syncedAt: 1_795_000_000_000 + version,
  etag: `"${version}"`,
});

/** Runs the contract over stores that `open` makes empty. */
export function describeTrustStore(name: string, open: () => Promise<TrustStore>): void {
  describe(`${name} as a trust store`, () => {
    let store: TrustStore;
    beforeEach(async () => {
      store = await open();
    });

    it('is empty before the first save', async () => {
      const nothing = { stored: null, roots: [], floors: null, files: new Map(), lastSeen: null };
      expect(await store.load()).toEqual(nothing);
    });

    it('gives back what was saved', async () => {
      const stored = storedFeed(3, ['trust-list/1.jwt', 'status/1.jwt']);
      await store.save(stored, 'forget');
      const { floors, feed } = stored;
      const { roots, files } = feed;
      expect(await store.load()).toEqual({ stored, roots, floors, files, lastSeen: null });
    });

    it('replaces a generation whole: no file of the old one stays', async () => {
      await store.save(storedFeed(3, ['trust-list/1.jwt', 'status/1.jwt']), 'forget');
      const next = storedFeed(4, ['trust-list/2.jwt']);
      await store.save(next, 'forget');
      const { stored, files } = await store.load();
      expect(stored).toEqual(next);
      expect(files).toEqual(next.feed.files);
    });

    it('never shows a mixture while a save runs', async () => {
      const a = storedFeed(3, ['status/1.jwt', 'status/2.jwt']);
      const b = storedFeed(4, ['status/1.jwt', 'status/3.jwt']);
      await store.save(a, 'forget');
      const [during] = await Promise.all([store.load(), store.save(b, 'forget'), store.load()]);
      expect([a, b]).toContainEqual(during.stored);
      expect((await store.load()).stored).toEqual(b);
    });

    it('keeps staged files beside the generation that decides', async () => {
      const stored = storedFeed(3, ['status/1.jwt']);
      await store.save(stored, 'forget');
      await store.stage(new Map([['status/2.jwt', 'staged']]), new Set());
      const contents = await store.load();
      expect(contents.stored).toEqual(stored);
      expect(contents.files.get('status/2.jwt')).toBe('staged');
    });

    it('keeps staged files before there is any generation', async () => {
      await store.stage(new Map([['status/2.jwt', 'staged']]), new Set());
      const { stored, files } = await store.load();
      expect(stored).toBeNull();
      expect(files).toEqual(new Map([['status/2.jwt', 'staged']]));
    });

    it('throws away staged files that the next generation does not have', async () => {
      await store.stage(new Map([['status/2.jwt', 'staged']]), new Set());
      await store.save(storedFeed(3, ['status/1.jwt']), 'forget');
      expect([...(await store.load()).files.keys()]).toEqual(['status/1.jwt']);
    });

    it('replaces a staged file by the one that is saved', async () => {
      await store.stage(new Map([['status/1.jwt', 'staged and damaged']]), new Set());
      await store.save(storedFeed(3, ['status/1.jwt']), 'forget');
      expect((await store.load()).files.get('status/1.jwt')).toBe('status/1.jwt of 3');
    });

    it('keeps roots ahead of the generation, until that one brings its own', async () => {
      const stored = storedFeed(3, []);
      await store.save(stored, 'forget');
      await store.keepRoots(['root of 3', 'root of 4']);
      const contents = await store.load();
      expect(contents.stored).toEqual(stored);
      expect(contents.roots).toEqual(['root of 3', 'root of 4']);
      await store.save(storedFeed(5, []), 'forget');
      expect((await store.load()).roots).toEqual(['root of 5']);
    });

    it('keeps roots before there is any generation', async () => {
      await store.keepRoots(['root of 2']);
      expect((await store.load()).roots).toEqual(['root of 2']);
    });

    it('notes the clock, and never an earlier time', async () => {
      await store.noteTime(2000);
      await store.noteTime(1000);
      expect((await store.load()).lastSeen).toBe(2000);
      await store.noteTime(3000);
      expect((await store.load()).lastSeen).toBe(3000);
    });

    it('keeps or forgets the clock with a save, as it is told', async () => {
      await store.noteTime(2000);
      await store.save(storedFeed(3, []), 'keep');
      expect((await store.load()).lastSeen).toBe(2000);
      await store.save(storedFeed(4, []), 'forget');
      expect((await store.load()).lastSeen).toBeNull();
    });

    it('throws away what was staged before and is wanted no more', async () => {
      await store.save(storedFeed(3, ['status/1.jwt']), 'forget');
      await store.stage(
        new Map([
          ['status/2.jwt', 'two'],
          ['status/3.jwt', 'three'],
        ]),
        new Set(),
      );
      await store.stage(new Map([['status/4.jwt', 'four']]), new Set(['status/3.jwt']));
      const { files, stored } = await store.load();
      expect([...files.keys()].sort()).toEqual(['status/1.jwt', 'status/3.jwt', 'status/4.jwt']);
      expect([...(stored?.feed.files.keys() ?? [])]).toEqual(['status/1.jwt']);
    });

    it('never gives floors below those it has once been told', async () => {
      await store.save(storedFeed(4, ['status/1.jwt']), 'forget');
      await store.save(storedFeed(3, ['status/1.jwt']), 'forget');
      expect((await store.load()).floors).toEqual(floorsAt(4));
    });
  });
}
