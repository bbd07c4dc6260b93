/**
 * Fetching and adopting, over a simulated feed: what is asked for, what a cut leaves behind, and what a
 * device says of its own storage.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTrustStore } from '../../src/store/memory-trust-store.ts';
import type { StoredFeed, TrustStore } from '../../src/store/trust-store.ts';
import { restoreFeed } from '../../src/sync/adopt-feed.ts';
import type { FetchFile, TimeLimits } from '../../src/sync/fetch-file.ts';
import { exportBundle, importBundle } from '../../src/sync/import-bundle.ts';
import type { SyncProgress } from '../../src/sync/progress.ts';
import { syncFeed } from '../../src/sync/sync.ts';
import { packBundle } from '../../src/trust/bundle.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';

const statusFiles = /^status\//;
let feed: Simulator;
let store: TrustStore;
let progress: SyncProgress[];
let pauses: number[];

beforeEach(async () => {
  feed = await createSimulator();
  store = createMemoryTrustStore();
  progress = [];
  pauses = [];
});

const sync = (
  into: TrustStore = store,
  fetchFile: FetchFile = feed.fetchFile,
  limits: Partial<TimeLimits> = {},
) =>
  syncFeed({
    fetchFile,
    limits: { silence: 60, file: 200, whole: 2000, ...limits },
    store: into,
    firstRoot: feed.firstRoot,
    now: feed.now() * 1000,
    pause: async (milliseconds) => void pauses.push(milliseconds),
    onProgress: (step) => void progress.push(step),
  });

/** Paths asked for since the last time that this was asked. */
let counted = 0;
beforeEach(() => {
  counted = 0;
});
function newRequests(): readonly string[] {
  const paths = feed.board.requests.slice(counted).map(({ path }) => path);
  counted = feed.board.requests.length;
  return paths;
}

const kindsOf = (paths: readonly string[]): readonly string[] =>
  paths.map((path) => path.replace(/\/[0-9a-f]{64}\.jwt$/, ''));

describe('what a device asks for', () => {
  it('is the next root, the manifest, and each file once', async () => {
    unwrap(await sync());
    const asked = kindsOf(newRequests());
    expect(asked.slice(0, 2)).toEqual(['root/2.json', 'manifest.jwt']);
    expect([...asked.slice(2)].sort()).toEqual(['policies', 'status', 'status', 'trust-list']);
  });

  it('is only the manifest when nothing has changed, and that is not sent again', async () => {
    unwrap(await sync());
    newRequests();
    const again = unwrap(await sync());
    expect(again.isNew).toBe(false);
    expect(feed.board.requests.at(-1)).toMatchObject({ path: 'manifest.jwt', answer: 304 });
    expect(newRequests()).toEqual(['root/2.json', 'manifest.jwt']);
  });

  it.each(['*', 'bare', '""', '"a" , "b"'])(
    'is the manifest without the tag %s, which would match anything or nothing',
    async (tag) => {
      const fetchFile: FetchFile = async (path, request) => {
        const response = await feed.fetchFile(path, request);
        if (response.status !== 200) return response;
        return new Response(response.body, { headers: { ...response.headers, ETag: tag } });
      };
      unwrap(await sync(store, fetchFile));
      expect((await store.load()).stored?.etag ?? null).toBeNull();
    },
  );

  it('is no file of a manifest that goes back: an old one fills no storage', async () => {
    unwrap(await sync());
    const old = new Map(feed.files);
    feed.advance(60);
    await feed.revoke(7);
    unwrap(await sync());
    newRequests();
    feed.hijack(old);
    expect(outcome(await sync())).toBe('feed-rolled-back');
    expect(newRequests()).toEqual(['root/2.json', 'manifest.jwt']);
  });

  it('is no file of a manifest that has expired', async () => {
    feed.advance(8 * 86_400);
    expect(outcome(await sync())).toBe('feed-expired');
    expect(newRequests()).toEqual(['root/2.json', 'manifest.jwt']);
  });

  it('is every root anew after a build that knows other roots', async () => {
    await feed.rotateRoot();
    unwrap(await sync());
    const { firstRoot } = await createSimulator();
    await store.keepRoots([firstRoot]);
    unwrap(await sync());
    expect((await store.load()).stored?.feed.roots).toHaveLength(1);
  });

  it('is everything anew under a new app’s root, if its version is above all of before', async () => {
    await feed.rotateRoot();
    unwrap(await sync());
    const other = await createSimulator({ version: 9 });
    feed = other;
    const { generation, isNew } = unwrap(await sync());
    expect([generation.root.version, isNew]).toEqual([9, true]);
    expect((await restoreFeed(await store.load(), other.firstRoot))?.generation).toEqual(
      generation,
    );
  });

  it('is one status list when one has changed', async () => {
    unwrap(await sync());
    newRequests();
    feed.advance(60);
    await feed.revoke(7);
    expect(unwrap(await sync()).isNew).toBe(true);
    expect(kindsOf(newRequests())).toEqual(['root/2.json', 'manifest.jwt', 'status']);
  });

  it('is after a cut only what had not arrived', async () => {
    feed.board.turnOn('missing', { paths: /^policies\// });
    expect(outcome(await sync())).toBe('feed-unreachable');
    const staged = [...(await store.load()).files.keys()];
    expect(staged.length).toBeGreaterThan(0);
    feed.board.turnOff();
    newRequests();
    unwrap(await sync());
    const asked = newRequests();
    expect(asked.filter((path) => staged.includes(path))).toEqual([]);
  });

  it('is a damaged file again, and nothing else', async () => {
    unwrap(await sync());
    newRequests();
    const [path = ''] = [...(await store.load()).files.keys()].filter((each) =>
      statusFiles.test(each),
    );
    await store.stage(new Map([[path, 'damaged']]), new Set());
    unwrap(await sync());
    expect(newRequests().slice(2)).toEqual([path]);
  });
});

describe('a request that failed', () => {
  it.each(['offline', 'server-error', 'too-many-requests', 'cut', 'truncated', 'rubbish'] as const)(
    'for %s is made again after a pause',
    async (fault) => {
      feed.board.turnOn(fault, { paths: statusFiles, nth: 1 });
      unwrap(await sync());
      expect(pauses).toEqual([250]);
    },
  );

  it.each([
    ['captive-portal', 'feed-wrong-type'],
    ['oversized', 'feed-too-large'],
  ] as const)('for %s is not made again', async (fault, failure) => {
    feed.board.turnOn(fault, { paths: statusFiles });
    expect(outcome(await sync())).toBe(failure);
    expect(pauses).toEqual([]);
  });

  it('is given up after the third attempt', async () => {
    feed.board.turnOn('server-error', { paths: /manifest/ });
    expect(outcome(await sync())).toBe('feed-unreachable');
    expect(newRequests().filter((path) => path === 'manifest.jwt')).toHaveLength(3);
  });

  it.each(['hanging', 'stalled', 'slow'] as const)('for %s ends in time', async (fault) => {
    feed.board.turnOn(fault, { paths: /manifest/ });
    expect(outcome(await sync())).toBe('feed-unreachable');
  });
});

describe('a whole synchronisation', () => {
  /** Every answer takes a while. */
  const slowly: FetchFile = async (path, request) => {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return feed.fetchFile(path, request);
  };

  it('ends in time, and the next one goes on from there', async () => {
    expect(outcome(await sync(store, slowly, { whole: 60 }))).toBe('feed-unreachable');
    const { stored, files } = await store.load();
    expect(stored).toBeNull();
    expect(files.size).toBeLessThan(4);
    unwrap(await sync());
  });

  it('follows no roots beyond its time', async () => {
    for (let step = 0; step < 6; step++) await feed.rotateRoot();
    expect(outcome(await sync(store, slowly, { whole: 100 }))).toBe('feed-unreachable');
    expect((await store.load()).roots.length).toBeLessThan(6);
  });
});

describe('progress', () => {
  it('counts the files and bytes that this device does not have yet, to the last', async () => {
    unwrap(await sync());
    const last = progress.at(-1) as SyncProgress;
    expect(last.phase).toBe('checking');
    expect(last).toMatchObject({ filesDone: 4, filesTotal: 4, bytesDone: last.bytesTotal });
    const done = progress.map(({ bytesDone }) => bytesDone);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('takes back what a failed attempt had brought', async () => {
    feed.board.turnOn('cut', { paths: statusFiles, nth: 1 });
    unwrap(await sync());
    const last = progress.at(-1) as SyncProgress;
    expect(last.bytesDone).toBe(last.bytesTotal);
  });
});

describe('a device’s own storage', () => {
  it('is opened like a download', async () => {
    const { generation } = unwrap(await sync());
    const restored = await restoreFeed(await store.load(), feed.firstRoot);
    expect(restored?.generation).toEqual(generation);
  });

  it('with a damaged file has no generation', async () => {
    unwrap(await sync());
    const contents = await store.load();
    const files = new Map([...(contents.stored?.feed.files ?? [])].slice(1));
    const stored = contents.stored && {
      ...contents.stored,
      feed: { ...contents.stored.feed, files },
    };
    expect(await restoreFeed({ ...contents, stored }, feed.firstRoot)).toBeNull();
  });

  it('that was put back to an older generation decides nothing', async () => {
    unwrap(await sync());
    const old = await store.load();
    feed.advance(60);
    await feed.revoke(7);
    unwrap(await sync());
    const { floors } = await store.load();
    expect(await restoreFeed({ ...old, floors }, feed.firstRoot)).toBeNull();
  });

  it.each([
    ['storage-full', new DOMException('', 'QuotaExceededError')],
    ['storage-failed', new DOMException('', 'UnknownError')],
  ])('that refuses is %s, and the old generation stays', async (failure, refusal) => {
    unwrap(await sync());
    feed.advance(60);
    await feed.revoke(7);
    const before = await store.load();
    const refusing: TrustStore = { ...store, save: () => Promise.reject(refusal) };
    expect(outcome(await sync(refusing))).toBe(failure);
    expect((await store.load()).stored).toEqual(before.stored);
  });

  it.each([
    ['storage-full', new DOMException('', 'QuotaExceededError')],
    ['storage-failed', new DOMException('', 'UnknownError')],
  ])(
    'that cannot keep a root is %s: what is not kept would be forgotten',
    async (failure, refusal) => {
      await feed.rotateRoot();
      const refusing: TrustStore = { ...store, keepRoots: () => Promise.reject(refusal) };
      expect(outcome(await sync(refusing))).toBe(failure);
    },
  );

  it('that cannot stage files still takes a generation that is whole', async () => {
    const refusal = new DOMException('', 'QuotaExceededError');
    unwrap(await sync({ ...store, stage: () => Promise.reject(refusal) }));
  });

  it('takes the same manifest for no newer one after its files were lost', async () => {
    unwrap(await sync());
    const contents = await store.load();
    const lost: TrustStore = {
      ...store,
      load: async () => ({ ...contents, stored: null, files: new Map() }),
    };
    expect(unwrap(await sync(lost)).isNew).toBe(false);
  });

  it('keeps what the clock said until a newer manifest', async () => {
    unwrap(await sync());
    await store.noteTime(17);
    unwrap(await sync());
    expect((await store.load()).lastSeen).toBe(17);
    feed.advance(60);
    await feed.publish();
    unwrap(await sync());
    expect((await store.load()).lastSeen).toBeNull();
  });
});

describe('lists as one file', () => {
  const into = (device: TrustStore) => ({
    store: device,
    firstRoot: feed.firstRoot,
    now: feed.now() * 1000,
  });

  it('go from one device to another that was never online', async () => {
    await feed.rotate('manifest');
    const { generation } = unwrap(await sync());
    const bundle = unwrap(await exportBundle(into(store)));
    const imported = unwrap(await importBundle(bundle, into(createMemoryTrustStore())));
    expect(imported.generation).toEqual(generation);
    expect(imported.isNew).toBe(true);
  });

  it('cannot be made of nothing', async () => {
    expect(outcome(await exportBundle(into(store)))).toBe('lists-missing');
  });

  it('do not go back', async () => {
    unwrap(await sync());
    const old = unwrap(await exportBundle(into(store)));
    feed.advance(60);
    await feed.revoke(7);
    unwrap(await sync());
    expect(outcome(await importBundle(old, into(store)))).toBe('feed-rolled-back');
  });

  it('that are past their end are refused', async () => {
    unwrap(await sync());
    const bundle = unwrap(await exportBundle(into(store)));
    feed.advance(8 * 86_400);
    expect(outcome(await importBundle(bundle, into(createMemoryTrustStore())))).toBe(
      'feed-expired',
    );
  });

  it('of another operator are refused', async () => {
    unwrap(await sync());
    const bundle = unwrap(await exportBundle(into(store)));
    const { firstRoot } = await createSimulator();
    const stranger = { ...into(createMemoryTrustStore()), firstRoot };
    expect(outcome(await importBundle(bundle, stranger))).toBe('feed-bad-signature');
  });

  it('without the newest roots are taken under those that the device has', async () => {
    unwrap(await sync());
    await feed.rotateRoot();
    unwrap(await sync());
    const { stored } = await store.load();
    const bundle = packBundle({ ...(stored as StoredFeed).feed, roots: [] });
    unwrap(await importBundle(bundle, into(store)));
    expect((await store.load()).stored?.feed.roots).toHaveLength(1);
  });

  it('that are no zip are malformed', async () => {
    expect(outcome(await importBundle(new Uint8Array([1, 2, 3]), into(store)))).toBe(
      'feed-malformed',
    );
  });
});
