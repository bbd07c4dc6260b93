/** Each fault, in memory and over a socket, ends in its named failure, and passes when it is over. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FetchFile, timeLimits } from '../../src/sync/fetch-file.ts';
import { listsState } from '../../src/trust/freshness.ts';
import { createDevice, type Device, shortLimits } from './device.ts';
import { type FaultName, faultNames, faults } from './faults.ts';
import { type FeedServer, serveFeed } from './serve.ts';
import { createSimulator, type Simulator } from './simulator.ts';

/** What a synchronisation says while the manifest, or only a pinned file, meets the fault. */
const outcomes: Record<FaultName, readonly [manifest: string, pinned: string]> = {
  offline: ['feed-unreachable', 'feed-unreachable'],
  hanging: ['feed-unreachable', 'feed-unreachable'],
  stalled: ['feed-unreachable', 'feed-unreachable'],
  slow: ['feed-unreachable', 'feed-unreachable'],
  cut: ['feed-truncated', 'feed-truncated'],
  // Nobody knows yet how long the manifest is.
  'cut-unnoticed': ['feed-truncated', 'feed-truncated'],
  truncated: ['feed-truncated', 'feed-truncated'],
  endless: ['feed-too-large', 'feed-too-large'],
  oversized: ['feed-too-large', 'feed-too-large'],
  'server-error': ['feed-unreachable', 'feed-unreachable'],
  'too-many-requests': ['feed-unreachable', 'feed-unreachable'],
  missing: ['feed-unreachable', 'feed-unreachable'],
  forbidden: ['ok', 'ok'],
  'captive-portal': ['feed-wrong-type', 'feed-wrong-type'],
  'wrong-type': ['feed-wrong-type', 'feed-wrong-type'],
  // The manifest of before is as good as ever, and nothing new is heard of.
  'wrong-etag': ['ok', 'ok'],
  // It gives the manifest that the device has: nothing new is heard of, either.
  'stale-cache': ['ok', 'ok'],
  flaky: ['ok', 'ok'],
  rubbish: ['feed-malformed', 'feed-malformed'],
  'wrong-file': ['feed-bad-signature', 'feed-too-large'],
  'bad-gzip': ['feed-truncated', 'feed-truncated'],
  'bad-brotli': ['feed-truncated', 'feed-truncated'],
  bomb: ['feed-too-large', 'feed-too-large'],
  'wrong-date': ['ok', 'ok'],
};

/** Faults that only the device's patience ends. */
const endless: ReadonlySet<FaultName> = new Set(['hanging', 'stalled', 'slow']);

let feed: Simulator;
let server: FeedServer | null;
beforeEach(async () => {
  feed = await createSimulator();
  server = null;
});
afterEach(() => server?.close());

const overHttp = async (): Promise<FetchFile> => {
  server = await serveFeed({ answer: feed.board.answer });
  const { url } = server;
  return (path, { signal, etag }) =>
    fetch(`${url}${path}`, {
      signal,
      cache: 'no-store',
      headers: etag === null ? {} : { 'If-None-Match': etag },
    });
};

const ways: Readonly<Record<string, () => Promise<Device>>> = {
  'in memory': () => createDevice(feed),
  'over a socket': async () => createDevice(feed, { fetchFile: await overHttp() }),
};

for (const [way, connect] of Object.entries(ways))
  describe(`a fault ${way}`, () => {
    for (const name of faultNames) {
      const [onManifest, onPinned] = outcomes[name];
      for (const [what, paths, expected] of [
        ['the manifest', /^(?:manifest\.jwt|root\/.*)$/, onManifest],
        ['a pinned file', /^(?:status|root)\//, onPinned],
      ] as const)
        it(`“${name}” of ${what} gives ${expected}, and passes`, async () => {
          const device = await connect();
          expect(await device.sync()).toBe('ok');
          await feed.revoke(7, 0);
          feed.board.turnOn(name, { paths });
          expect(await device.sync(endless.has(name) ? shortLimits : timeLimits)).toBe(expected);
          expect(await device.decide()).toBe('valid');
          if (expected !== 'ok') expect(device.generation()?.manifest.version).toBe(1);
          feed.board.turnOff(name);
          expect(await device.sync()).toBe('ok');
          expect(device.generation()?.manifest.version).toBe(2);
        });
    }
  });

describe('a fault', () => {
  it('strikes only where it was told to', async () => {
    const device = await createDevice(feed);
    feed.board.turnOn('missing', { paths: /^status\// });
    expect(await device.sync()).toBe('feed-unreachable');
    const failed = feed.board.requests.filter(({ path, answer }) => {
      return answer === 404 && !path.startsWith('root/');
    });
    expect(new Set(failed.map(({ path }) => path.split('/')[0]))).toEqual(new Set(['status']));
  });

  it('strikes the n-th request alone, and one failure is tried again', async () => {
    const device = await createDevice(feed);
    feed.board.turnOn('offline', { nth: 2 });
    expect(await device.sync()).toBe('ok');
    const answers = feed.board.requests.map(({ answer }) => answer);
    expect(answers.filter((answer) => answer === 'no-connection')).toEqual(['no-connection']);
    expect(answers[1]).toBe('no-connection');
  });

  it('of a stale cache takes nothing back that was seen', async () => {
    const device = await createDevice(feed);
    await device.sync();
    await feed.revoke(4000);
    await device.sync();
    feed.board.turnOn('stale-cache');
    expect(await device.sync()).toBe('feed-rolled-back');
    expect(await device.decide()).toBe('revoked');
    expect(await device.sync()).toBe('ok');
  });

  it('has a line for people', () => {
    for (const name of faultNames) expect(faults[name].says).toMatch(/^\S.{10,90}$/);
  });

  it('of the server’s clock is told, and nothing is decided by it', async () => {
    const device = await createDevice(feed);
    feed.board.turnOn('wrong-date');
    expect(await device.sync()).toBe('ok');
    const synced = device.last();
    expect(synced?.ok && (synced.value.aheadOfServer ?? 0)).toBeLessThan(-9 * 365 * 86_400_000);
    expect(listsState(device.generation(), feed.now())).toBe('fresh');
    expect(await device.decide()).toBe('valid');
  });
});

describe('a feed without faults', () => {
  it('is asked for nothing twice: 304 for the manifest, and no pinned file', async () => {
    const device = await createDevice(feed);
    expect(await device.sync()).toBe('ok');
    const before = feed.board.requests.length;
    expect(await device.sync()).toBe('ok');
    expect(feed.board.requests.slice(before).map(({ path, answer }) => [path, answer])).toEqual([
      ['root/2.json', 404],
      ['manifest.jwt', 304],
    ]);
  });

  it('gives only the changed list after a revocation', async () => {
    const device = await createDevice(feed);
    await device.sync();
    await feed.revoke(4000);
    const before = feed.board.requests.length;
    expect(await device.sync()).toBe('ok');
    const paths = feed.board.requests.slice(before).map(({ path }) => path.replace(/\/.*/, ''));
    expect(paths).toEqual(['root', 'manifest.jwt', 'status']);
    expect(await device.decide()).toBe('revoked');
  });
});
