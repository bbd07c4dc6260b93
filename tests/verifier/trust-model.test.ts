/**
 * The lists model over a worker that answers only when it is told to: nothing is dropped, nothing is
 * said too early, and the clock hears of everything first.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '../../src/base/result.ts';
import type { Restored, Updated } from '../../src/sync/messages.ts';
import { noProgress } from '../../src/sync/progress.ts';
import type { Generation } from '../../src/trust/generation.ts';
import type { ListsFailure, SyncView } from '../../src/verifier/models/app-state.ts';
import {
  createTrustModel,
  type LinkEvents,
  type TrustModel,
} from '../../src/verifier/models/trust-model.ts';
import { createDevice } from '../simulator/device.ts';
import { createSimulator } from '../simulator/simulator.ts';

interface Asked {
  readonly what: 'restore' | 'sync' | 'import' | 'export';
  answer(result: Result<unknown, ListsFailure>): Promise<void>;
}

const noon = Date.parse('2026-11-23T12:05:00Z');
const minute = 60_000;
const failed = { ok: false, failure: 'feed-unreachable' } as const;
const nothing: Restored = { lists: null, wereLost: false, lastSeen: null };

let generation: Generation;
let firstRoot: string;
let model: TrustModel;
let events: LinkEvents;
let asked: Asked[];
let heard: string[];
let page: EventTarget;

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const open = () => asked.map(({ what }) => what);

function ask(what: Asked['what']): Promise<never> {
  return new Promise((resolve) => {
    const request: Asked = {
      what,
      async answer(result) {
        asked = asked.filter((each) => each !== request);
        resolve(result as never);
        await settle();
      },
    };
    asked.push(request);
  });
}

async function answer(what: Asked['what'], result: Result<unknown, ListsFailure>): Promise<void> {
  const request = asked.find((each) => each.what === what);
  if (!request) throw new Error(`nobody asked for ${what}, but for ${open().join()}`);
  await request.answer(result);
}

const updated = (isNew = true): Updated => ({
  generation,
  syncedAt: noon,
  isNew,
  aheadOfServer: null,
});

beforeEach(async () => {
  const feed = await createSimulator();
  const device = await createDevice(feed);
  await device.sync();
  generation = device.generation() as Generation;
  firstRoot = feed.firstRoot;
  vi.useFakeTimers({ now: noon });
  asked = [];
  heard = [];
  page = new EventTarget();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  model = createTrustModel({
    firstRoot,
    openLink: (on) => {
      events = on;
      return {
        restore: () => ask('restore'),
        sync: () => ask('sync'),
        importBundle: () => ask('import'),
        exportBundle: () => ask('export'),
        noteTime: () => undefined,
      };
    },
    onRestored: (lastSeen) =>
      void heard.push(`restored ${lastSeen} while ${model.lists.value.state}`),
    onUpdated: ({ isNew }) => void heard.push(`updated ${isNew} while ${model.lists.value.state}`),
  });
  void model.start();
  // The root's signatures are checked by the platform, not by a timer.
  await vi.waitFor(() => expect(open()).toEqual(['restore']));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('on opening', () => {
  it('lists are opening until storage has been read, then missing, and asked for', async () => {
    expect(model.lists.value).toMatchObject({ state: 'opening', wereLost: false });
    await answer('restore', ok(nothing));
    expect(model.lists.value).toMatchObject({ state: 'missing', wereLost: false });
    expect(open()).toEqual(['sync']);
  });

  it('the clock learns what an earlier session noted before anybody sees the lists', async () => {
    await answer('restore', ok({ ...nothing, lists: updated(), lastSeen: 17 }));
    expect(heard).toEqual(['restored 17 while opening']);
    expect(model.lists.value.state).toBe('fresh');
  });

  it('lists that were lost are said to be lost', async () => {
    await answer('restore', ok({ ...nothing, wereLost: true }));
    expect(model.lists.value).toMatchObject({ state: 'missing', wereLost: true });
  });

  it('storage that could not be read is read again before the next synchronisation', async () => {
    await answer('restore', { ok: false, failure: 'storage-blocked' });
    expect(open()).toEqual(['restore']);
    await answer('restore', ok({ ...nothing, lists: updated() }));
    expect(model.lists.value.state).toBe('fresh');
    await answer('sync', failed);
    expect(model.lists.value.state).toBe('fresh');
    model.syncNow();
    await settle();
    expect(open()).toEqual(['sync']);
  });
});

describe('a synchronisation', () => {
  beforeEach(() => answer('restore', ok(nothing)));

  it('that succeeds swaps the lists, after the clock has heard of them', async () => {
    await answer('sync', ok(updated()));
    expect(heard.at(-1)).toBe('updated true while missing');
    expect(model.lists.value.state).toBe('fresh');
    expect(model.sync.value).toMatchObject({ name: 'done', isNew: true });
  });

  it('that fails names why, and the lists stay', async () => {
    await answer('sync', ok(updated()));
    model.syncNow();
    await settle();
    await answer('sync', failed);
    expect(model.sync.value).toMatchObject({ name: 'failed', failure: 'feed-unreachable' });
    expect(model.lists.value.state).toBe('fresh');
  });

  it('is said to wait after a second and a half without a byte, and no longer than that', async () => {
    const isWaiting = (): boolean =>
      (model.sync.value as SyncView & { isWaiting: boolean }).isWaiting;
    await vi.advanceTimersByTimeAsync(1499);
    expect(isWaiting()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isWaiting()).toBe(true);
    events.onProgress({ ...noProgress, phase: 'fetching' });
    expect(isWaiting()).toBe(false);
  });

  it('that checks what has arrived does not wait for anybody', async () => {
    events.onProgress({ ...noProgress, phase: 'checking' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(model.sync.value).toMatchObject({ name: 'running', isWaiting: false });
  });

  it('that failed comes again by itself; two failures, and the device rests', async () => {
    await answer('sync', failed);
    expect(model.sync.value).toMatchObject({ restsUntil: null });
    await vi.advanceTimersByTimeAsync(37_000);
    await answer('sync', failed);
    const { restsUntil } = model.sync.value as { readonly restsUntil: number };
    expect(restsUntil - Date.now()).toBeGreaterThan(10 * minute);
    await vi.advanceTimersByTimeAsync(restsUntil - Date.now() - 1);
    expect(open()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(open()).toEqual(['sync']);
  });

  it('by hand ends the rest', async () => {
    await answer('sync', failed);
    await vi.advanceTimersByTimeAsync(37_000);
    await answer('sync', failed);
    model.syncNow();
    await settle();
    await answer('sync', ok(updated()));
    expect(model.sync.value).toMatchObject({ name: 'done' });
  });

  it('runs once at a time', async () => {
    model.syncNow();
    page.dispatchEvent(new Event('online'));
    await settle();
    expect(open()).toEqual(['sync']);
  });

  it('comes every hour', async () => {
    await answer('sync', ok(updated()));
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(open()).toEqual(['sync']);
  });
});

describe('a file of lists', () => {
  beforeEach(() => answer('restore', ok(nothing)));

  it('that is dropped during a synchronisation waits for its turn', async () => {
    void model.importBundle(new Blob());
    await settle();
    expect(open()).toEqual(['sync']);
    await answer('sync', failed);
    expect(open()).toEqual(['import']);
    await answer('import', ok(updated()));
    expect(model.lists.value.state).toBe('fresh');
    expect(model.sync.value).toMatchObject({ name: 'done' });
  });

  it('never waits for a server', async () => {
    await answer('sync', failed);
    void model.importBundle(new Blob());
    await settle();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(model.sync.value).toMatchObject({ name: 'running', isWaiting: false });
  });

  it('that is imported for long makes no retry forgotten', async () => {
    await answer('sync', failed);
    void model.importBundle(new Blob());
    await settle();
    await vi.advanceTimersByTimeAsync(50_000);
    await answer('import', failed);
    await vi.advanceTimersByTimeAsync(minute);
    expect(open()).toEqual(['sync']);
  });

  it('cannot be made without lists, and that is no failure', async () => {
    await answer('sync', ok(updated()));
    const exported = model.exportBundle();
    await settle();
    await answer('export', { ok: false, failure: 'lists-missing' as ListsFailure });
    expect(await exported).toBeNull();
    expect(model.sync.value).toMatchObject({ name: 'done' });
  });
});

describe('what is known of the lists', () => {
  const fetching = { ...noProgress, phase: 'fetching' as const, bytesTotal: 5000, bytesDone: 1200 };

  it('is what new lists changed against those before; first lists change nothing', async () => {
    await answer('restore', ok(nothing));
    expect(model.details.value.counts).toBeNull();
    await answer('sync', ok(updated()));
    expect(model.details.value.changes).toBeNull();
    expect(model.details.value.counts?.entries).toBeGreaterThan(0);
    const before = generation;
    const { manifest } = before;
    generation = { ...before, manifest: { ...manifest, version: manifest.version + 1 } };
    events.onSwapped(updated());
    expect(model.details.value.changes).toMatchObject({
      from: manifest.version,
      to: manifest.version + 1,
    });
  });

  it('is still that when the server has nothing newer', async () => {
    await answer('restore', ok({ ...nothing, lists: updated() }));
    const { manifest } = generation;
    generation = { ...generation, manifest: { ...manifest, version: manifest.version + 1 } };
    await answer('sync', ok(updated()));
    const { changes } = model.details.value;
    expect(changes).toMatchObject({ from: manifest.version });
    model.syncNow();
    await settle();
    await answer('sync', ok(updated(false)));
    expect(model.details.value.changes).toEqual(changes);
  });

  it('is how much a broken-off fetch has left, until one ends well', async () => {
    await answer('restore', ok(nothing));
    expect(model.details.value.bytesLeft).toBeNull();
    events.onProgress(fetching);
    await answer('sync', { ok: false, failure: 'feed-truncated' });
    expect(model.details.value.bytesLeft).toBe(3800);
    model.syncNow();
    await settle();
    await answer('sync', failed);
    expect(model.details.value.bytesLeft).toBe(3800);
    model.syncNow();
    await settle();
    await answer('sync', ok(updated()));
    expect(model.details.value.bytesLeft).toBeNull();
  });
});

describe('what nobody asked for', () => {
  beforeEach(() => answer('restore', ok(nothing)));

  it('lists that another tab has stored count here, too', () => {
    events.onSwapped(updated());
    expect(heard.at(-1)).toBe('updated true while missing');
    expect(model.lists.value.state).toBe('fresh');
  });

  it('storage that was lost and is mended is no trouble', async () => {
    await answer('sync', ok(updated()));
    events.onStorageLost(true);
    expect(model.sync.value).toMatchObject({ name: 'done' });
  });

  it('storage that was lost and cannot be mended is named, and the lists go on', async () => {
    await answer('sync', ok(updated()));
    events.onStorageLost(false);
    expect(model.sync.value).toMatchObject({ name: 'failed', failure: 'storage-failed' });
    expect(model.lists.value.state).toBe('fresh');
  });
});
