/**
 * Times of a whole check, of its parts and of refusals, in turn with the floor under them: what no
 * verifier can leave out, one key imported and two signatures verified. Runs in Node and in a browser's
 * worker on the same pool; speed-rows.ts says what is asked of the figures.
 */
import { rememberDigests } from '../../../src/credential/sd-jwt.ts';
import { unpack } from '../../../src/credential/unpack.ts';
import { readPresentation, verifyPresentation } from '../../../src/credential/verify.ts';
import { type Generation, openGeneration } from '../../../src/trust/generation.ts';
import { check } from '../../../src/verdict/check.ts';
import { ReplayMemory } from '../../../src/verdict/replay-memory.ts';
import { openHash } from '../../fixtures/keyed-hash.ts';
import { alternate, inputsOf, type Pace, type Run } from '../alternate.ts';
import { expectValue } from '../expect-value.ts';
import type { CheckPool } from './check-pool.ts';
import { importKey, prepareFloor, runFloor } from './floor.ts';
import type { RubbishKind } from './rubbish.ts';

/** After some 600 runs the compilers have done what they do. */
const checkPace: Pace = { warmUp: 600, batches: 100, perBatch: 8 };
const rubbishPace: Pace = { warmUp: 100, batches: 40, perBatch: 8 };

/** How many codes a pool needs, and how many of each kind of rubbish. */
export const codesNeeded = inputsOf(checkPace);
export const rubbishNeeded = inputsOf(rubbishPace);

/** Microseconds of one run, in each batch. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

export interface CheckTimes {
  /** Each stage with those before it, since they share what they hashed. */
  readonly check: Times<'floor' | 'unpack' | 'verify' | 'check'>;
  readonly refusal: Times<'unpack' | RubbishKind>;
}

/** Measures on a pool. Throws when anything is not decided as it should be. */
export async function measureCheck(pool: CheckPool): Promise<CheckTimes> {
  const { firstRoot, manifest } = pool;
  const feed = { roots: [], manifest, files: new Map(pool.files) };
  const generation = expectValue(await openGeneration(firstRoot, feed), 'open the feed');
  const issuerKey = await importKey(pool.issuerKey);
  const floors = pool.codes.map((code) => prepareFloor(expectValue(unpack(code), 'unpack')));
  const unpackOne: Run = (index) => expectValue(unpack(at(pool.codes, index)), 'unpack');
  return {
    check: await alternate(
      {
        floor: (index) => runFloor(at(floors, index), issuerKey),
        unpack: unpackOne,
        verify: (index) => verifyOne(at(pool.codes, index), generation),
        check: checkRun(pool, generation),
      },
      checkPace,
    ),
    refusal: await alternate({ ...refusalRuns(pool), unpack: unpackOne }, rubbishPace),
  };
}

function checkRun(pool: CheckPool, generation: Generation): Run {
  const context = {
    generation,
    now: pool.now,
    buildTime: null,
    lastSeen: null,
    policies: ['rail-student-51'],
    replay: new ReplayMemory(openHash),
    specimen: true,
  };
  return async (index) => {
    const verdict = await check(at(pool.codes, index), context);
    if (verdict.entitlement !== 'granted') throw new Error(verdict.reason);
  };
}

/** A check without its decision: from a code to claims under two signatures that held. */
async function verifyOne(text: string, { trustList }: Generation): Promise<void> {
  const digestOf = rememberDigests();
  const unpacked = expectValue(unpack(text, digestOf), 'unpack');
  const presentation = expectValue(readPresentation(unpacked), 'read');
  const key = trustList.issuers.get(presentation.iss)?.issuanceKeys.get(presentation.kid)?.key;
  if (!key) throw new Error('no such key');
  const { claims, binding } = await verifyPresentation(presentation, key, digestOf);
  expectValue(claims, 'issuer');
  expectValue(binding, 'holder');
}

function refusalRuns({ rubbish }: CheckPool): Readonly<Record<RubbishKind, Run>> {
  const kinds = Object.keys(rubbish) as RubbishKind[];
  const refuse =
    (kind: RubbishKind): Run =>
    (index) => {
      const { ok } = unpack(at(rubbish[kind], index));
      if (ok) throw new Error(`not refused: ${kind}`);
    };
  return Object.fromEntries(kinds.map((kind) => [kind, refuse(kind)])) as Record<RubbishKind, Run>;
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new Error('the pool is too small');
  return value;
}
