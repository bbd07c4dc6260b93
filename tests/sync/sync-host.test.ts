/**
 * The synchronising worker's work, with tabs that share one storage and one lock, over a simulated feed.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTrustStore } from '../../src/store/memory-trust-store.ts';
import type { TrustStore } from '../../src/store/trust-store.ts';
import {
  type FromSyncWorker,
  messagesVersion,
  type SyncReport,
  type ToSyncWorker,
} from '../../src/sync/messages.ts';
import { createSyncHost, type SyncHost } from '../../src/sync/sync-host.ts';
import { mostBundleBytes } from '../../src/trust/bundle.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';

type Body = ToSyncWorker extends infer M ? (M extends unknown ? Omit<M, 'version'> : never) : never;

interface Tab {
  readonly said: FromSyncWorker[];
  readonly crashes: unknown[];
  say(body: Body): void;
  /** Says something and waits for the first answer of a kind. */
  ask<K extends SyncReport['kind']>(
    body: Body,
    kind: K,
  ): Promise<Extract<FromSyncWorker, { kind: K }>>;
  loseStorage(): void;
  readonly host: SyncHost;
}

let feed: Simulator;
let store: TrustStore;
let tabs: Tab[];
let lock: Promise<unknown>;
let isHeld: boolean;

beforeEach(async () => {
  feed = await createSimulator();
  store = createMemoryTrustStore();
  tabs = [];
  lock = Promise.resolve();
  isHeld = false;
});

function openTab(own: TrustStore = store): Tab {
  const said: FromSyncWorker[] = [];
  const crashes: unknown[] = [];
  let heard = (): void => undefined;
  let lost = (): void => undefined;
  const host = createSyncHost({
    post: (message) => {
      said.push(message);
      heard();
    },
    openStore: (onLost) => {
      lost = onLost;
      return own;
    },
    makeFetch: () => feed.fetchFile,
    runAlone: <T>(work: (waited: boolean) => Promise<T>): Promise<T> => {
      const waited = isHeld;
      isHeld = true;
      const done = lock.then(() => work(waited));
      lock = done.finally(() => {
        isHeld = false;
      });
      return done;
    },
    tellOtherTabs: () => {
      for (const other of tabs) if (other.host !== host) other.host.hearOtherTab();
    },
    pause: async () => undefined,
    crash: (error) => void crashes.push(error),
  });
  const say = (body: Body): void => host.hear({ version: messagesVersion, ...body });
  const tab: Tab = {
    said,
    crashes,
    host,
    say,
    loseStorage: () => lost(),
    async ask(body, kind) {
      const from = said.length;
      say(body);
      for (;;) {
        const answer = said.slice(from).find((message) => message.kind === kind);
        if (answer) return answer as never;
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    },
  };
  tabs.push(tab);
  return tab;
}

const now = () => feed.now() * 1000;
const start = (tab: Tab) =>
  tab.ask(
    { kind: 'start', firstRoot: feed.firstRoot, feedUrl: 'https://feed.example/' },
    'restored',
  );
const sync = (tab: Tab, id = 1) => tab.ask({ kind: 'sync', id, now: now() }, 'updated');

describe('a tab that starts', () => {
  it('has nothing on the first run, and nothing was lost', async () => {
    const { restored } = await start(openTab());
    expect(restored).toEqual({
      ok: true,
      value: { lists: null, wereLost: false, lastSeen: null },
    });
  });

  it('has the lists of the session before', async () => {
    const tab = openTab();
    await start(tab);
    await sync(tab);
    const { restored } = await start(openTab());
    expect(restored).toMatchObject({
      ok: true,
      value: { lists: { generation: { manifest: { version: 1 } } }, wereLost: false },
    });
  });

  it('says that lists were lost when only their floors are left', async () => {
    const tab = openTab();
    await start(tab);
    await sync(tab);
    const { floors } = await store.load();
    const emptied: TrustStore = {
      ...store,
      load: async () => ({ stored: null, roots: [], floors, files: new Map(), lastSeen: null }),
    };
    const { restored } = await start(openTab(emptied));
    expect(restored).toMatchObject({ ok: true, value: { lists: null, wereLost: true } });
  });

  it('names a storage that refuses', async () => {
    const refusing = { ...store, load: () => Promise.reject(new DOMException('', 'UnknownError')) };
    const { restored } = await start(openTab(refusing));
    expect(restored).toEqual({ ok: false, failure: 'storage-failed' });
  });
});

describe('two tabs', () => {
  it('ask the network once: the second takes over what the first has stored', async () => {
    const [first, second] = [openTab(), openTab()];
    await Promise.all([start(first), start(second)]);
    const asked = sync(first);
    feed.advance(1);
    const [a, b] = await Promise.all([asked, sync(second)]);
    expect(a.result).toMatchObject({ ok: true, value: { isNew: true } });
    expect(b.result).toMatchObject({
      ok: true,
      value: { generation: { manifest: { version: 1 } } },
    });
    const manifests = feed.board.requests.filter(({ path }) => path === 'manifest.jwt');
    expect(manifests).toHaveLength(1);
  });

  it('learn that nothing is new when nothing has changed, though one waited for the other', async () => {
    const [first, second] = [openTab(), openTab()];
    await Promise.all([start(first), start(second)]);
    await sync(first);
    await expect.poll(() => second.said.at(-1)?.kind).toBe('swapped');
    feed.advance(60);
    const [a, b] = await Promise.all([sync(first, 2), sync(second, 2)]);
    expect([a.result, b.result]).toMatchObject([
      { ok: true, value: { isNew: false } },
      { ok: true, value: { isNew: false } },
    ]);
  });

  it('each try when the first fails', async () => {
    const [first, second] = [openTab(), openTab()];
    await Promise.all([start(first), start(second)]);
    feed.board.turnOn('captive-portal', { paths: /manifest/, nth: 1 });
    const [a, b] = await Promise.all([sync(first), sync(second)]);
    expect(a.result).toEqual({ ok: false, failure: 'feed-wrong-type' });
    expect(b.result.ok).toBe(true);
  });

  it('both judge by new lists, whoever fetched them', async () => {
    const [first, second] = [openTab(), openTab()];
    await Promise.all([start(first), start(second)]);
    await sync(first);
    await expect.poll(() => second.said.at(-1)?.kind).toBe('swapped');
    expect(second.said.at(-1)).toMatchObject({
      lists: { generation: { manifest: { version: 1 } } },
    });
  });

  it('do not disturb one another when nothing has changed', async () => {
    const [first, second] = [openTab(), openTab()];
    await Promise.all([start(first), start(second)]);
    await sync(first);
    await expect.poll(() => second.said.at(-1)?.kind).toBe('swapped');
    const { length } = second.said;
    await sync(first, 2);
    expect(second.said).toHaveLength(length);
  });
});

describe('storage that the platform takes away', () => {
  it('is filled again with the lists in use', async () => {
    const tab = openTab();
    await start(tab);
    await sync(tab);
    const { stored } = await store.load();
    const emptied = createMemoryTrustStore();
    store.save = emptied.save;
    store.load = emptied.load;
    tab.loseStorage();
    await expect
      .poll(() => tab.said.at(-1))
      .toMatchObject({ kind: 'storage-lost', isMended: true });
    expect((await emptied.load()).stored).toEqual(stored);
  });

  it('is not filled with older lists than another tab has stored', async () => {
    const [first, second] = [openTab(), openTab()];
    await Promise.all([start(first), start(second)]);
    await sync(first);
    await expect.poll(() => second.said.at(-1)?.kind).toBe('swapped');
    tabs = [first];
    feed.advance(60);
    await feed.revoke(7);
    await sync(first, 2);
    const { stored } = await store.load();
    second.loseStorage();
    await expect.poll(() => second.said.at(-1)?.kind).toBe('storage-lost');
    expect((await store.load()).stored).toEqual(stored);
  });

  it('is no loss before there are lists', async () => {
    const tab = openTab();
    await start(tab);
    tab.loseStorage();
    await sync(tab);
    expect(tab.said.map(({ kind }) => kind)).not.toContain('storage-lost');
  });
});

describe('a file of lists', () => {
  it('is exported and imported', async () => {
    const tab = openTab();
    await start(tab);
    await sync(tab);
    const { result } = await tab.ask({ kind: 'export', id: 2 }, 'exported');
    const bundle = result.ok ? result.value : new Uint8Array();
    const other = openTab(createMemoryTrustStore());
    await start(other);
    const file = new Blob([bundle]);
    const imported = await other.ask({ kind: 'import', id: 3, now: now(), file }, 'updated');
    expect(imported).toMatchObject({ id: 3, result: { ok: true, value: { isNew: true } } });
  });

  it('larger than any feed is not read', async () => {
    const tab = openTab();
    await start(tab);
    const file = { size: mostBundleBytes + 1 } as Blob;
    const { result } = await tab.ask({ kind: 'import', id: 1, now: now(), file }, 'updated');
    expect(result).toEqual({ ok: false, failure: 'feed-too-large' });
  });

  it('that cannot be read to its end is truncated', async () => {
    const tab = openTab();
    await start(tab);
    const file = { size: 1, arrayBuffer: () => Promise.reject(new DOMException()) } as never;
    const { result } = await tab.ask({ kind: 'import', id: 1, now: now(), file }, 'updated');
    expect(result).toEqual({ ok: false, failure: 'feed-truncated' });
  });
});

describe('a host', () => {
  it('does not listen to a page of another build', async () => {
    const tab = openTab();
    tab.host.hear({ version: messagesVersion + 1, kind: 'ping' });
    expect(tab.said).toEqual([]);
  });

  it('answers while it synchronises', async () => {
    const tab = openTab();
    await start(tab);
    const synced = sync(tab);
    tab.say({ kind: 'ping' });
    expect(tab.said.at(-1)?.kind).toBe('pong');
    await synced;
  });

  it('crashes loudly on a bug', async () => {
    const tab = openTab({ ...store, load: () => Promise.reject(new TypeError('a bug')) });
    tab.say({ kind: 'start', firstRoot: feed.firstRoot, feedUrl: '' });
    await expect.poll(() => tab.crashes).toHaveLength(1);
  });
});
