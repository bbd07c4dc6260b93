/**
 * Drives a real Chromium on a profile of its own, with the feed served from this machine as a publisher
 * lays it out: brotli beside each file. Times are taken in turn with merely downloading; memory is the
 * kernel's count; long tasks are counted on a slowed processor.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../../setup/find-chromium.ts';
import { bundleEntry } from '../bundle-entry.ts';
import { type FileServer, type ServedFile, serveFiles } from '../serve-files.ts';
import type { FeedPlan, LookupTimes, Run, Task } from './device-page.ts';
import { feedFiles, type MadeUpFeed } from './made-up-feed.ts';
import { canReadMemory, readGrowth, resetPeaks } from './renderer-memory.ts';
import { compressFile } from './wire-size.ts';

type TimedTask = 'download' | 'start and download' | 'sync' | 'restore';
type PeakTask = (typeof peakTasks)[number];

/** The last restores what the one before it stored. */
export const peakTasks = ['start and download', 'start and sync', 'restore'] as const;

/** Everything measured on one device, in the order of the runs. */
export interface DeviceFigures {
  /** Bytes beside the bodies that one sync sends and gets. */
  readonly headers: number;
  /** Milliseconds. */
  readonly times: Readonly<Record<TimedTask, readonly number[]>>;
  readonly lookup: LookupTimes;
  /** Bytes at rest. */
  readonly storage: { readonly database: number; readonly witness: number };
  /** Bytes above an idle page; none where the machine cannot tell. */
  readonly peaks: Readonly<Record<PeakTask, readonly number[]>>;
  readonly slowed: Readonly<Record<'sync' | 'download', readonly Run[]>>;
}

const timedRuns = 7;
const peakRuns = 3;
const slowedRuns = 5;
const slowdown = 4;
/** Milliseconds after which nothing of what went before is still at work. */
const settled = 500;
/** Bytes that any work at all takes. */
const leastGrowth = 1_000_000;

/** Measures one feed. Throws when there is no Chromium, or when anything is refused on the way. */
export async function measureDevice(feed: MadeUpFeed): Promise<DeviceFigures> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm run test:chromium installs one');
  const files = await layOut(feed);
  const server = await serveFiles(files);
  const profile = await mkdtemp(path.join(tmpdir(), 'mleg-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: chromiumArguments(),
  });
  try {
    const openPage = async (): Promise<Page> => {
      for (const page of context.pages()) await page.close();
      const page = await context.newPage();
      await page.goto(server.address);
      await page.waitForFunction('globalThis.bench');
      return page;
    };
    // While the database has no past, and the last page's process no memory to spare.
    const first = await openPage();
    const headers = (await measureTraffic(first, server)) - weighBodies(files);
    const storage = await measureStorage(first);
    const peaks = await measurePeaks(openPage, context.browser());
    const page = await openPage();
    return {
      headers,
      storage,
      peaks,
      times: await measureTimes(page),
      lookup: await measureLookup(page),
      slowed: await measureSlowed(page),
    };
  } finally {
    await context.close();
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function layOut(feed: MadeUpFeed): Promise<ReadonlyMap<string, ServedFile>> {
  const script = async (entry: string): Promise<ServedFile> => {
    const { code } = await bundleEntry(new URL(entry, import.meta.url));
    return { type: 'text/javascript', body: code };
  };
  const { manifest, files } = feedFiles(feed);
  const published = [['manifest.jwt', manifest] as const, ...files];
  const plan: FeedPlan = {
    firstRoot: feed.firstRoot,
    paths: published.map(([name]) => name),
    lists: feed.statusLists.length,
  };
  const page = '<!doctype html><title>bench</title><script type="module" src="page.js"></script>';
  return new Map<string, ServedFile>([
    ['/', { type: 'text/html', body: page }],
    ['/page.js', await script('device-page.ts')],
    ['/download.worker.js', await script('download.worker.ts')],
    ['/sync.worker.js', await script('../../../src/sync/sync.worker.ts')],
    ['/plan.json', { type: 'application/json', body: JSON.stringify(plan) }],
    ...published.map(([name, text]): [string, ServedFile] => [
      `/feed/${name}`,
      { type: 'application/jwt', body: compressFile(text), encoding: 'br' },
    ]),
  ]);
}

async function runTask(page: Page, task: Task, before = async () => {}): Promise<Run> {
  await page.evaluate(`bench.prepare('${task}')`);
  await before();
  return (await page.evaluate('bench.run()')) as Run;
}

async function measureTimes(page: Page): Promise<DeviceFigures['times']> {
  const times: Record<TimedTask, number[]> = {
    download: [],
    'start and download': [],
    sync: [],
    restore: [],
  };
  for (let run = 0; run < timedRuns; run++) {
    // What is restored was synchronised just before; the rest goes round.
    const stages: readonly TimedTask[][] = [
      ['download'],
      ['sync', 'restore'],
      ['start and download'],
    ];
    const turned = [...stages.slice(run % 3), ...stages.slice(0, run % 3)].flat();
    for (const task of turned) times[task].push((await runTask(page, task)).time);
  }
  return times;
}

async function measureLookup(page: Page): Promise<LookupTimes> {
  await runTask(page, 'restore');
  return (await page.evaluate('bench.measureLookup()')) as LookupTimes;
}

/** Each run in a page and a process of its own: one that has worked before keeps memory for later. */
async function measurePeaks(
  openPage: () => Promise<Page>,
  browser: Browser | null,
): Promise<DeviceFigures['peaks']> {
  const peaks: Record<PeakTask, number[]> = {
    'start and download': [],
    'start and sync': [],
    restore: [],
  };
  if (!canReadMemory) return peaks;
  if (!browser) throw new Error('no browser to ask for its processes');
  for (let run = 0; run < peakRuns; run++)
    for (const task of peakTasks)
      peaks[task].push(await measurePeak(task, await openPage(), browser));
  return peaks;
}

async function measurePeak(task: PeakTask, page: Page, browser: Browser): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let idle: ReadonlyMap<number, number> = new Map();
  await runTask(page, task, async () => {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(settled);
    idle = await resetPeaks(browser);
  });
  const growth = readGrowth(idle);
  // Not even a worker starts for nothing: the process that was watched was not the page's.
  if (growth < leastGrowth) throw new Error('the memory of the page was not seen');
  return growth;
}

/** Bytes both ways while a device without lists synchronises. */
async function measureTraffic(page: Page, server: FileServer): Promise<number> {
  let before = 0;
  await runTask(page, 'sync', async () => {
    before = server.countBytes();
  });
  return server.countBytes() - before;
}

const weighBodies = (files: ReadonlyMap<string, ServedFile>): number =>
  [...files]
    .filter(([name]) => name.startsWith('/feed/'))
    .reduce((sum, [, { body }]) => sum + body.length, 0);

/** What the browser itself says that its files take, after the one sync before. */
async function measureStorage(page: Page): Promise<DeviceFigures['storage']> {
  await page.waitForTimeout(settled);
  const details = (await page.evaluate(
    'navigator.storage.estimate().then(({ usageDetails }) => usageDetails)',
  )) as { readonly indexedDB?: number; readonly caches?: number };
  return { database: details.indexedDB ?? 0, witness: details.caches ?? 0 };
}

async function measureSlowed(page: Page): Promise<DeviceFigures['slowed']> {
  const slowed = { sync: [] as Run[], download: [] as Run[] };
  const session = await page.context().newCDPSession(page);
  const usual = await runTask(page, 'hold');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const held = await runTask(page, 'hold');
  // None seen must mean that there was none.
  if (held.longTasks.length === 0 || held.time < 2 * usual.time)
    throw new Error('neither slowed nor watched');
  for (let run = 0; run < slowedRuns; run++)
    for (const task of ['download', 'sync'] as const) slowed[task].push(await runTask(page, task));
  await session.detach();
  return slowed;
}
