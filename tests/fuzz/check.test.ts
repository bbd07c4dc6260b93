/**
 * Rules of the whole check on mutants of good presentations: it never throws, costs little, and
 * accepts nothing but what was signed. FUZZ_RUNS sets how many inputs, FUZZ_SEED which.
 */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Campaign, describeTally } from './campaign.ts';
import { Meter } from './meter.ts';
import { type FuzzWorld, makeFuzzWorld } from './originals.ts';
import { chooseMutator, type Layer, layers, type Recipe, signableLayers } from './recipe.ts';

/** Fewer inputs than that may miss a rare reason. */
const enoughForAll = 20_000;
const runs = Number(process.env['FUZZ_RUNS'] ?? 40_000);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const minutes = 60_000;
const timeLimit = 2 * minutes + runs * 10;

const counter = vi.hoisted(() => ({ inflateCalls: 0, inflated: 0 }));
vi.mock('../../src/base/inflate.ts', async (importOriginal) => {
  const plain = await importOriginal<typeof import('../../src/base/inflate.ts')>();
  const inflateRaw: typeof plain.inflateRaw = (...args) => {
    counter.inflateCalls++;
    const read = plain.inflateRaw(...args);
    counter.inflated += read.ok ? read.value.length : 0;
    return read;
  };
  return { ...plain, inflateRaw };
});

const meter = new Meter(counter);
let world: FuzzWorld;
let campaign: Campaign;
beforeAll(async () => {
  world = await makeFuzzWorld();
  campaign = new Campaign(world, meter);
});
afterEach(() => {
  campaign = new Campaign(world, meter);
});

/** Recipes of one to four steps: three in four keep to one layer, where a mutant gets further. */
function recipes(choice: readonly Layer[], signed: boolean): fc.Arbitrary<Recipe> {
  const number = fc.noBias(fc.nat(2 ** 31 - 1));
  const steps = (layer: fc.Arbitrary<Layer>) =>
    fc.array(
      fc
        .tuple(layer, number, number)
        .map(([on, chosen, at]) => ({ layer: on, mutator: chooseMutator(on, chosen), seed: at })),
      { minLength: 1, maxLength: 4, size: 'max' },
    );
  const any = fc.constantFrom(...choice);
  return fc.record({
    original: fc.noBias(fc.nat(world.originals.length - 1)),
    steps: fc.oneof(
      { weight: 3, arbitrary: any.chain((layer) => steps(fc.constant(layer))) },
      { weight: 1, arbitrary: steps(any) },
    ),
    signed: fc.constant(signed),
  });
}

/** Runs that many recipes; fast-check makes a counterexample smaller and names its seed. */
async function hold(choice: readonly Layer[], signed: boolean, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(recipes(choice, signed), (recipe) => campaign.run(recipe)),
    { numRuns, seed },
  );
  console.log(
    `FUZZ_SEED=${seed} ${signed ? 'signed' : 'unsigned'} ${describeTally(campaign.tally)}`,
  );
}

describe('the whole check', () => {
  it('accepts every original, and measures its cost', async () => {
    for (const [original, { code }] of world.originals.entries()) {
      expect(await campaign.judge(code, { original, steps: [], signed: false })).toBe('valid');
      expect(Math.min(...Object.values(campaign.tally.most))).toBeGreaterThan(0);
    }
  });

  it('accepts nothing but what was signed, throws nothing, costs little', {
    timeout: timeLimit,
  }, async () => {
    await hold(layers, false, Math.ceil(runs * 0.85));
    if (runs < enoughForAll) return;
    expect(Object.keys(campaign.tally.reasons)).toEqual(
      expect.arrayContaining([
        'valid',
        'damaged',
        'bad-signature',
        'bad-holder-signature',
        'malformed',
      ]),
    );
  });

  it('keeps to the profile when issuer and holder sign anything', {
    timeout: timeLimit,
  }, async () => {
    await hold(signableLayers, true, Math.floor(runs * 0.15));
    if (runs < enoughForAll) return;
    expect(Object.keys(campaign.tally.reasons)).toEqual(
      expect.arrayContaining([
        'valid',
        'malformed',
        'wrong-type',
        'unknown-key',
        'not-holder-bound',
      ]),
    );
  });
});
