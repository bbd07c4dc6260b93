/** From when on a build decides nothing: told beforehand, and in step with what the check does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOfBuild } from '../../src/verifier/models/app-end.ts';
import { withPolicies } from '../fixtures/check-card.ts';
import { CaseRunner } from '../fixtures/checked-case.ts';
import { makeTestWorld, shownAt, type TestWorld } from '../fixtures/test-world.ts';

let world: TestWorld;
let runner: CaseRunner;
beforeAll(async () => {
  world = await makeTestWorld();
  runner = await CaseRunner.in(world);
});
afterAll(() => world.remove());

const build = shownAt - 1000;

describe('the end of a build', () => {
  it('is not set without a least build, nor for that build or a newer one', () => {
    expect(endOfBuild(null, build)).toBeNull();
    expect(endOfBuild({ build, after: 1 }, build)).toBeNull();
    expect(endOfBuild({ build: build - 1, after: 1 }, build)).toBeNull();
  });

  it('is the signed moment for an older one', () => {
    expect(endOfBuild({ build: build + 1, after: 6 }, build)).toBe(6000);
  });

  it.each([
    ['a second before it decides', shownAt + 1, 'valid'],
    ['from it on does not', shownAt, 'app-outdated'],
  ])('is kept by the check: a build %s', async (_, after, reason) => {
    const minAppVersion = { build: build + 1, after };
    const verdict = await runner.run({
      lists: (plain) => withPolicies(plain, { minAppVersion }),
      context: { buildTime: build },
    });
    expect(verdict.reason).toBe(reason);
    expect(shownAt * 1000 >= (endOfBuild(minAppVersion, build) ?? 0)).toBe(reason !== 'valid');
  });
});
