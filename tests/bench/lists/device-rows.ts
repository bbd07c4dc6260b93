/**
 * What a device pays for its lists, as rows: times against merely downloading and hashing the same
 * bytes, a lookup against a bare read from the database, bytes at rest, memory, and how long the page
 * was kept from drawing on a slow processor.
 */
import { median, medianRatio } from '../alternate.ts';
import { compare, type Reference, type Row } from '../report.ts';
import type { Run } from './device-page.ts';
import { feedFiles, type MadeUpFeed } from './made-up-feed.ts';
import { type DeviceFigures, peakTasks } from './measure-device.ts';
import { weighFeed, wholeSize } from './wire-size.ts';

/** A lookup may take so many times a bare read of the record that it is about. */
const mostOverGet = 2;
const megabyte = 1_000_000;
/** How much more than an idle page a synchronising one may take. */
const mostMemory = 64;

/** Rows for one world. */
export function deviceRows(
  world: string,
  feed: MadeUpFeed,
  { headers, times, lookup, storage, peaks, slowed }: DeviceFigures,
): readonly Row[] {
  const { manifest, files } = feedFiles(feed);
  const plain = [manifest, ...files.values()].reduce((sum, { length }) => sum + length, 0);
  const whole = { name: 'whole feed on the wire', value: wholeSize(weighFeed(feed)) };
  const asFiles = { name: 'the files, not compressed', value: plain };
  return [
    compare(`${world}: HTTP/1.1 headers of a sync, both ways`, headers, 'B', whole),
    timeRow(`${world}: sync, empty store to stored lists`, times.sync, {
      name: 'download and hash',
      times: times.download,
    }),
    timeRow(`${world}: restore at start, worker and all`, times.restore, {
      name: 'start a worker, download and hash',
      times: times['start and download'],
    }),
    {
      name: `${world}: status lookup`,
      value: median(lookup.lookup),
      unit: 'µs',
      reference: { name: 'bare get of its record', value: median(lookup.get) },
      ratio: medianRatio(lookup.lookup, lookup.get),
      target: mostOverGet,
    },
    compare(`${world}: at rest in IndexedDB`, storage.database, 'B', asFiles),
    compare(`${world}: at rest in Cache Storage`, storage.witness, 'B', asFiles),
    ...peakRows(world, peaks),
    ...longTaskRows(world, slowed),
  ];
}

function timeRow(
  name: string,
  values: readonly number[],
  { name: reference, times }: { readonly name: string; readonly times: readonly number[] },
): Row {
  return {
    name,
    value: median(values),
    unit: 'ms',
    reference: { name: reference, value: median(times) },
    ratio: medianRatio(values, times),
    target: null,
  };
}

/** The highest of some runs each: a limit is no matter of averages. */
function peakRows(world: string, peaks: DeviceFigures['peaks']): readonly Row[] {
  const limit: Reference = { name: 'limit', value: mostMemory };
  return peakTasks
    .filter((task) => peaks[task].length > 0)
    .map((task) => {
      const target = task === 'start and download' ? null : 1;
      const name = `${world}: peak memory above an idle page, ${task}`;
      return compare(name, Math.max(...peaks[task]) / megabyte, 'MB', limit, target);
    });
}

function longTaskRows(world: string, slowed: DeviceFigures['slowed']): readonly Row[] {
  const sum = ({ longTasks }: Run): number => longTasks.reduce((all, one) => all + one, 0);
  const figures = [
    ['long tasks', 'tasks', ({ longTasks }: Run) => longTasks.length],
    ['longest task', 'ms', ({ longTasks }: Run) => Math.max(0, ...longTasks)],
    ['long tasks together', 'ms', sum],
  ] as const;
  return figures.map(([what, unit, of]) =>
    compare(
      `${world}: main thread at 4× slowdown during sync, ${what}`,
      median(slowed.sync.map(of)),
      unit,
      {
        name: 'while downloading',
        value: median(slowed.download.map(of)),
      },
    ),
  );
}
