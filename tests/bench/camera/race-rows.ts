/**
 * Figures of the race: geometric means over the videos of a kind, where a code that was not read counts
 * as the limit, and how many runs ended unread. Each scanner has its row; ours is held against the best of the
 * others.
 */
import { compare, type Reference, type Row } from '../report.ts';
import { limit, type ScannerName, scannerNames, type VideoTimes } from './race.ts';
import type { VideoPlan } from './videos.ts';

/** The highest ratio to the best ready-made scanner. */
const targets = { easy: 1, hard: 0.33 } as const satisfies Record<VideoPlan['kind'], number>;
/** More videos than any other: fewer must be left. */
const unreadTarget = 0.99;

/** One row for each scanner on one video, as soon as it was run. */
export const videoRows = ({ kind, name, times }: VideoTimes): readonly Row[] => {
  const best = findBest((scanner) => meanTime(times[scanner]));
  return [compare(`${kind}, ${name}`, meanTime(times.ours), 'ms', best)];
};

/** Rows over all videos. */
export function raceRows(videos: readonly VideoTimes[]): readonly Row[] {
  const kinds = (['easy', 'hard'] as const).flatMap((kind) =>
    compareAll(
      `${kind} videos: time to the verdict`,
      'ms',
      (scanner) =>
        meanTime(
          videos.filter((video) => video.kind === kind).flatMap(({ times }) => times[scanner]),
        ),
      targets[kind],
    ),
  );
  const runs = videos.flatMap(({ times }) => times.ours).length;
  const countUnread = (scanner: ScannerName): number =>
    videos.flatMap(({ times }) => times[scanner]).filter((time) => time === null).length;
  return [...kinds, ...compareAll(`unread of ${runs} runs`, 'runs', countUnread, unreadTarget)];
}

function compareAll(
  name: string,
  unit: string,
  measure: (scanner: ScannerName) => number,
  target: number,
): readonly Row[] {
  return scannerNames.map((scanner) =>
    scanner === 'ours'
      ? compare(`${name}, ours`, measure(scanner), unit, findBest(measure), target)
      : compare(`${name}, ${scanner}`, measure(scanner), unit),
  );
}

/** The lowest figure of the others. */
function findBest(measure: (scanner: ScannerName) => number): Reference {
  const others = scannerNames
    .filter((scanner) => scanner !== 'ours')
    .map((name) => ({ name, value: measure(name) }));
  return others.reduce((best, other) => (other.value < best.value ? other : best));
}

const meanTime = (times: readonly (number | null)[]): number =>
  Math.exp(times.reduce<number>((sum, time) => sum + Math.log(time ?? limit), 0) / times.length);
