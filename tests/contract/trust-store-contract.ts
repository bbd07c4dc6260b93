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
  manifest: { number: version, sha256: `manifest ${version}`, signer: 'm' },
  trustList: { number: version, sha256: `trust list ${version}`, signer: 'l' },
  policies: { number: 1, sha256: 'p', signer: 'l' },
  status: {
    [statusKey]: {
      number: 1_795_000_000 + version,
      sha256: `list ${version}`,
      iss: 'https://issuer.example',
      signer: 'x',
    },
  },
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
      await store.save(stored, 17);
      const { floors, feed } = stored;
      const { roots, files } = feed;
      expect(await store.load()).toEqual({ stored, roots, floors, files, lastSeen: 17 });
    });

    it('replaces a generation whole: no file of the old one stays', async () => {
      await store.save(storedFeed(3, ['trust-list/1.jwt', 'status/1.jwt']), null);
      const next = storedFeed(4, ['trust-list/2.jwt']);
      await store.save(next, null);
      const { stored, files } = await store.load();
      expect(stored).toEqual(next);
      expect(files).toEqual(next.feed.files);
    });

    it('never shows a mixture while a save runs', async () => {
      const a = storedFeed(3, ['status/1.jwt', 'status/2.jwt']);
      const b = storedFeed(4, ['status/1.jwt', 'status/3.jwt']);
      await store.save(a, null);
      const [during] = await Promise.all([store.load(), store.save(b, null), store.load()]);
      expect([a, b]).toContainEqual(during.stored);
      expect((await store.load()).stored).toEqual(b);
    });

    it('keeps staged files beside the generation that decides', async () => {
      const stored = storedFeed(3, ['status/1.jwt']);
      await store.save(stored, null);
      await store.stage(new Map([['status/2.jwt', 'staged']]));
      const contents = await store.load();
      expect(contents.stored).toEqual(stored);
      expect(contents.files.get('status/2.jwt')).toBe('staged');
    });

    it('keeps staged files before there is any generation', async () => {
      await store.stage(new Map([['status/2.jwt', 'staged']]));
      const { stored, files } = await store.load();
      expect(stored).toBeNull();
      expect(files).toEqual(new Map([['status/2.jwt', 'staged']]));
    });

    it('throws away staged files that the next generation does not have', async () => {
      await store.stage(new Map([['status/2.jwt', 'staged']]));
      await store.save(storedFeed(3, ['status/1.jwt']), null);
      expect([...(await store.load()).files.keys()]).toEqual(['status/1.jwt']);
    });

    it('replaces a staged file by the one that is saved', async () => {
      await store.stage(new Map([['status/1.jwt', 'staged and damaged']]));
      await store.save(storedFeed(3, ['status/1.jwt']), null);
      expect((await store.load()).files.get('status/1.jwt')).toBe('status/1.jwt of 3');
    });

    it('keeps roots ahead of the generation, until that one brings its own', async () => {
      const stored = storedFeed(3, []);
      await store.save(stored, null);
      await store.keepRoots(['root of 3', 'root of 4']);
      const contents = await store.load();
      expect(contents.stored).toEqual(stored);
      expect(contents.roots).toEqual(['root of 3', 'root of 4']);
      await store.save(storedFeed(5, []), null);
      expect((await store.load()).roots).toEqual(['root of 5']);
    });

    it('keeps roots before there is any generation', async () => {
      await store.keepRoots(['root of 2']);
      expect((await store.load()).roots).toEqual(['root of 2']);
    });

    it('notes the clock until a save says otherwise', async () => {
      await store.noteTime(1000);
      await store.noteTime(2000);
      expect((await store.load()).lastSeen).toBe(2000);
      await store.save(storedFeed(3, []), null);
      expect((await store.load()).lastSeen).toBeNull();
    });

    it('never gives floors below those it has once been told', async () => {
      await store.save(storedFeed(4, ['status/1.jwt']), null);
      await store.save(storedFeed(3, ['status/1.jwt']), null);
      expect((await store.load()).floors).toEqual(floorsAt(4));
    });
  });
}
