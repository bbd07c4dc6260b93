/**
 * The long run: `npm run fuzz -- --runs 5000000`. Shares the inputs among processes, one to a core, says
 * how far it is and how much memory it takes, and stops with exit code 1 at the first broken rule. The
 * same `--seed` draws the same recipes again; `--processes` sets how many work at once.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addTally, Campaign, describeTally, emptyTally, type Tally } from './campaign.ts';
import { Meter } from './meter.ts';
import { makeFuzzWorld } from './originals.ts';
import { drawRecipe } from './recipe.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    processes: { type: 'string', default: String(availableParallelism()) },
    worker: { type: 'string' },
  },
});
const [runs, seed, processes] = [values.runs, values.seed, values.processes].map(readCount) as [
  number,
  number,
  number,
];
const batch = 10_000;
const progressEvery = 30_000;
/** One input in so many is signed by issuer and holder. */
const signedEvery = 6;

/** What a worker tells: what it has seen since it last told. */
interface Told {
  readonly tally: Tally;
  readonly memory: number;
  readonly violation?: string;
}

/** A whole number above zero; whoever types something else is told so. */
function readCount(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  console.error(
    `fuzz: ${text} is no number of anything\nnpm run fuzz -- [--runs N] [--seed N] [--processes N]`,
  );
  process.exit(64);
}

async function work(worker: number): Promise<void> {
  const meter = new Meter();
  const world = await makeFuzzWorld();
  const tell = (told: Told): Promise<void> =>
    new Promise((resolve) => process.send?.(told, undefined, undefined, () => resolve()));
  for (let index = worker; index < runs; ) {
    const campaign = new Campaign(world, meter);
    let violation: string | undefined;
    for (let count = 0; count < batch && index < runs && !violation; count++) {
      const recipe = drawRecipe(seed + index, world.originals.length, index % signedEvery === 0);
      try {
        await campaign.run(recipe);
      } catch (error) {
        violation = `seed ${seed + index}: ${String(error)}\n${JSON.stringify(recipe)}`;
      }
      index += processes;
    }
    const { tally } = campaign;
    const memory = process.memoryUsage().rss;
    await tell(violation ? { tally, memory, violation } : { tally, memory });
    if (violation) break;
  }
  process.disconnect?.();
}

function lead(): void {
  const sum = emptyTally();
  const memory = new Map<number, number>();
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const report = (): string => {
    const megabytes = [...memory.values()].map((bytes) => Math.round(bytes / 2 ** 20));
    const speed = Math.round(sum.inputs / seconds());
    return `${Math.round(seconds())} s · ${speed} inputs/s · ${megabytes.join(' + ')} MB`;
  };
  console.log(`seed ${seed}, ${runs} inputs, ${processes} processes`);
  const progress = setInterval(
    () => console.log(`${sum.inputs} inputs · ${report()}`),
    progressEvery,
  );

  const children = Array.from({ length: processes }, (_, worker) =>
    fork(fileURLToPath(import.meta.url), [
      ...process.argv.slice(2),
      `--seed=${seed}`,
      `--worker=${worker}`,
    ]),
  );
  let left = processes;
  for (const [worker, child] of children.entries()) {
    child.on('message', (told: Told) => {
      addTally(sum, told.tally);
      memory.set(worker, told.memory);
      if (!told.violation) return;
      console.error(`BROKEN RULE\n${told.violation}`);
      process.exitCode = 1;
      for (const other of children) other.kill();
    });
    child.on('exit', (code) => {
      if (code !== 0) process.exitCode = 1;
      if (--left > 0) return;
      clearInterval(progress);
      console.log(`${report()}\n${describeTally(sum)}`);
      if (sum.inputs < runs) process.exitCode = 1;
    });
  }
}

if (values.worker === undefined) lead();
else await work(Number(values.worker));
