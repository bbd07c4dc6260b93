/**
 * The figures of a check's speed as rows, for each place it was measured in: the whole against its
 * floor, its parts, and what refusing rubbish costs against reading a good code.
 */
import { median, medianRatio } from '../alternate.ts';
import type { Row } from '../report.ts';
import type { CheckTimes } from './measure-check.ts';

/** How much more than its floor a whole check may take. */
const mostOverFloor = 1.5;

/** Rows for one place, such as "Node". */
export function speedRows(place: string, { check, refusal }: CheckTimes): readonly Row[] {
  const verify = subtract(check.verify, check.unpack);
  const decide = subtract(check.check, check.verify);
  const floor = { name: 'import a key, verify twice', times: check.floor };
  const unpack = { name: 'unpack a good code', times: refusal.unpack };
  const { unpack: _, ...rubbish } = refusal;
  return [
    row(`${place}: check, whole`, check.check, floor, mostOverFloor),
    row(`${place}: unpack alone`, check.unpack, floor),
    row(`${place}: verify alone`, verify, floor),
    row(`${place}: decide alone`, decide, floor),
    ...Object.entries(rubbish).map(([kind, times]) =>
      row(`${place}: refuse ${kind}`, times, unpack),
    ),
  ];
}

/** What a stage adds to those before it. */
const subtract = (times: readonly number[], before: readonly number[]): readonly number[] =>
  times.map((time, batch) => time - (before[batch] ?? Number.NaN));

interface Measured {
  readonly name: string;
  readonly times: readonly number[];
}

const row = (
  name: string,
  times: readonly number[],
  reference: Measured,
  target: number | null = null,
): Row => ({
  name,
  value: median(times),
  unit: 'µs',
  reference: { name: reference.name, value: median(reference.times) },
  ratio: medianRatio(times, reference.times),
  target,
});
