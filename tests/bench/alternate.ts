/**
 * Times of several ways to do something, measured in turn in many short batches: what else the machine
 * does meanwhile then slows all of them alike, and the ratios hold. Runs in Node and in a browser's
 * worker.
 */

/** Does the thing once, for one of the inputs. */
export type Run = (index: number) => unknown;

/** How often each way runs. */
export interface Pace {
  readonly warmUp: number;
  readonly batches: number;
  readonly perBatch: number;
}

/** How many inputs a pace needs, so that none is met twice. */
export const inputsOf = ({ warmUp, batches, perBatch }: Pace): number =>
  warmUp + batches * perBatch;

/** Microseconds of one run in each batch, by the runs' names. */
export async function alternate<Name extends string>(
  runs: Readonly<Record<Name, Run>>,
  pace: Pace,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(runs) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (const name of names) await runBatch(runs[name], 0, pace.warmUp);
  for (let batch = 0; batch < pace.batches; batch++) {
    const start = pace.warmUp + batch * pace.perBatch;
    // Each goes first in turn: what one leaves behind for the collector, the next one pays.
    for (const place of names.keys()) {
      const name = names[(batch + place) % names.length] as Name;
      times[name].push(await runBatch(runs[name], start, pace.perBatch));
    }
  }
  return times;
}

async function runBatch(run: Run, start: number, count: number): Promise<number> {
  const began = performance.now();
  for (let index = start; index < start + count; index++) await run(index);
  return ((performance.now() - began) * 1000) / count;
}

/** The middle of many figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** The median of each batch's own ratio. */
export const medianRatio = (values: readonly number[], references: readonly number[]): number =>
  median(values.map((value, batch) => value / (references[batch] ?? Number.NaN)));
