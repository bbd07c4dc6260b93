/**
 * `npm run soak -- [--kills N] [--seed N]`: kills the app in mid-synchronisation so many times, says
 * every ten kills how far it is, and stops with exit code 1 at the first broken rule. The same seed
 * draws the same rounds again.
 */
import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.ts';
import { countKills, describeTally } from './tally.ts';
import { Violation } from './watched-tab.ts';

const reportEvery = 10;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const [kills, seed] = [readCount(values.kills), readCount(values.seed)];
const started = performance.now();
const seconds = (): string => `${Math.round((performance.now() - started) / 1000)} s`;
let reported = 0;

console.log(`seed ${seed}, ${kills} kills`);
try {
  const tally = await runSoak({
    kills,
    seed,
    onRound(soFar) {
      const count = countKills(soFar);
      if (count < reported + reportEvery) return;
      reported = count;
      console.log(`${count} kills · generation ${soFar.acknowledged} · ${seconds()}`);
    },
  });
  console.log(`${describeTally(tally)}\n${seconds()}`);
} catch (error) {
  if (!(error instanceof Violation)) throw error;
  console.error(`BROKEN RULE after ${seconds()}\n${error.message}`);
  process.exitCode = 1;
}

/** A whole number above zero; whoever types something else is told so. */
function readCount(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  console.error(`soak: ${text} is no number of anything\nnpm run soak -- [--kills N] [--seed N]`);
  process.exit(64);
}
