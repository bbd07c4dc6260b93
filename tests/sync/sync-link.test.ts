/**
 * The page's end of the synchronising worker, with a worker that answers only when it is told to.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FromSyncWorker, messagesVersion, type SyncReport } from '../../src/sync/messages.ts';
import { openSyncLink, type SyncLink } from '../../src/sync/sync-link.ts';

class SilentWorker extends EventTarget {
  readonly heard: { readonly kind: string; readonly id?: number }[] = [];
  isTerminated = false;

  postMessage(message: { readonly kind: string; readonly id?: number }): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(report: SyncReport, version = messagesVersion): void {
    const data: FromSyncWorker = { version, ...report };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  lastId(kind: string): number {
    return this.heard.findLast((message) => message.kind === kind)?.id ?? -1;
  }
}

let workers: SilentWorker[];
let swaps: unknown[];
let link: SyncLink;
const failed = { ok: false, failure: 'feed-unreachable' } as const;
const crashed = { ok: false, failure: 'sync-crashed' };
const newest = (): SilentWorker => workers.at(-1) as SilentWorker;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  swaps = [];
  link = openSyncLink({
    createWorker: () => {
      workers.push(new SilentWorker());
      return newest() as unknown as Worker;
    },
    firstRoot: '',
    feedUrl: '',
    onProgress: () => undefined,
    onSwapped: (lists) => void swaps.push(lists),
    onStorageLost: () => undefined,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a link to the synchronising worker', () => {
  it('starts the worker with the first request, once', async () => {
    const synced = link.sync(1);
    void link.exportBundle();
    expect(workers).toHaveLength(1);
    expect(newest().heard.map(({ kind }) => kind)).toEqual(['start', 'sync', 'export']);
    newest().say({ kind: 'updated', id: newest().lastId('sync'), result: failed });
    expect(await synced).toEqual(failed);
  });

  it('gives each request its own answer', async () => {
    const first = link.sync(1);
    const firstId = newest().lastId('sync');
    const second = link.sync(2);
    const other = { ok: false, failure: 'feed-expired' } as const;
    newest().say({ kind: 'updated', id: newest().lastId('sync'), result: other });
    newest().say({ kind: 'updated', id: firstId, result: failed });
    expect(await Promise.all([first, second])).toEqual([failed, other]);
  });

  it.each(['error', 'messageerror'])(
    'fails its requests when the worker fires %s',
    async (event) => {
      const synced = link.sync(1);
      newest().dispatchEvent(new Event(event));
      expect(await synced).toEqual(crashed);
      expect(newest().isTerminated).toBe(true);
    },
  );

  it('fails its requests when the worker says nothing more', async () => {
    const restored = link.restore();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await restored).toEqual(crashed);
  });

  it('waits as long as the worker answers its pings', async () => {
    let isSettled = false;
    void link.sync(1).then(() => {
      isSettled = true;
    });
    for (let second = 0; second < 120; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      newest().say({ kind: 'pong' });
    }
    expect(isSettled).toBe(false);
  });

  it('does not ping a worker of whom nothing is asked', async () => {
    const restored = link.restore();
    newest().say({ kind: 'restored', restored: { ok: false, failure: 'storage-failed' } });
    await restored;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(newest().heard.map(({ kind }) => kind)).toEqual(['start']);
  });

  it('starts a new worker for the next request after a death', async () => {
    const lost = link.sync(1);
    newest().dispatchEvent(new Event('error'));
    await lost;
    const synced = link.sync(2);
    expect(workers).toHaveLength(2);
    newest().say({ kind: 'updated', id: newest().lastId('sync'), result: failed });
    expect(await synced).toEqual(failed);
  });

  it('asks the same worker to restore again', async () => {
    const refused = link.restore();
    const failure = { ok: false, failure: 'storage-blocked' } as const;
    newest().say({ kind: 'restored', restored: failure });
    expect(await refused).toEqual(failure);
    const restored = link.restore();
    const nothing = { lists: null, wereLost: false, lastSeen: null };
    newest().say({ kind: 'restored', restored: { ok: true, value: nothing } });
    expect(await restored).toEqual({ ok: true, value: nothing });
    expect(workers).toHaveLength(1);
  });

  it('does not believe a worker of another build', async () => {
    const synced = link.sync(1);
    newest().say({ kind: 'updated', id: 1, result: failed }, messagesVersion + 1);
    expect(await synced).toEqual(crashed);
  });

  it('fails by name when there can be no worker', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const none = openSyncLink({
      createWorker: () => {
        throw new TypeError('not allowed');
      },
      firstRoot: '',
      feedUrl: '',
      onProgress: () => undefined,
      onSwapped: () => undefined,
      onStorageLost: () => undefined,
    });
    expect(await none.restore()).toEqual(crashed);
    expect(await none.sync(1)).toEqual(crashed);
  });

  it('passes on what another tab has stored', () => {
    void link.sync(1);
    newest().say({ kind: 'swapped', lists: 'lists' as never });
    expect(swaps).toEqual(['lists']);
  });
});
