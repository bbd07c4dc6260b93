/**
 * The short soak, so that every run of the tests kills the app in mid-synchronisation, too; the long
 * one is `npm run soak`.
 */
import { runSoak } from '../soak/run-soak.ts';
import { countKills } from '../soak/tally.ts';
import { expect, test } from './support/test.ts';

const kills = 8;

test('killed in mid-synchronisation, the lists are neither torn, nor lost, nor older', async () => {
  test.setTimeout(240_000);
  const tally = await runSoak({ kills, seed: 1 });
  expect(countKills(tally)).toBe(kills);
  const { saving = 0, writing = 0 } = tally.byPhase;
  expect(saving + writing).toBeGreaterThan(0);
});
