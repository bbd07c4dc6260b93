/** PROTOCOL §5: fresh, ageing, expired, missing, each from its exact moment on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decidesUntil, listsState, newestSignedTime } from '../../src/trust/freshness.ts';
import type { Generation } from '../../src/trust/generation.ts';
import { madeAt, makeTestWorld, type TestWorld } from '../fixtures/test-world.ts';

const day = 86_400;
let world: TestWorld;
let generation: Generation;
beforeAll(async () => {
  world = await makeTestWorld();
  generation = await world.open();
});
afterAll(() => world.remove());

describe('the lists', () => {
  const states: [number, string][] = [
    [0, 'fresh'],
    [day - 1, 'fresh'],
    [day, 'ageing'],
    [7 * day - 1, 'ageing'],
    [7 * day, 'expired'],
    [1000 * day, 'expired'],
  ];
  for (const [age, state] of states)
    it(`are ${state} ${age} s after they were published`, () => {
      expect(listsState(generation, madeAt + age)).toBe(state);
    });

  it('are missing where there are none', () => {
    expect(listsState(null, madeAt)).toBe('missing');
  });

  const files = ['root', 'manifest', 'trustList', 'policies'] as const;
  for (const file of files)
    it(`decide until the first end: ${file}`, () => {
      const exp = madeAt + 3600;
      const ending = { ...generation, [file]: { ...generation[file], exp } };
      expect(decidesUntil(ending)).toBe(exp);
      expect(listsState(ending, exp - 1)).toBe('fresh');
      expect(listsState(ending, exp)).toBe('expired');
    });

  it('are ageing from the first of both times to live', () => {
    const policies = { ...generation.policies, ttl: 60 };
    expect(listsState({ ...generation, policies }, madeAt + 59)).toBe('fresh');
    expect(listsState({ ...generation, policies }, madeAt + 60)).toBe('ageing');
  });

  it('do not end with a status list', () => {
    const statusLists = new Map(
      [...generation.statusLists].map(([uri, list]) => [uri, { ...list, exp: 0 }]),
    );
    expect(listsState({ ...generation, statusLists }, madeAt)).toBe('fresh');
  });
});

describe('the newest signed time', () => {
  it('is the greatest of all files’ times', () => {
    const later = madeAt + 5;
    expect(newestSignedTime(generation)).toBe(madeAt);
    for (const file of ['manifest', 'trustList', 'policies'] as const) {
      const changed = { ...generation, [file]: { ...generation[file], iat: later } };
      expect(newestSignedTime(changed)).toBe(later);
    }
    const [[uri, list] = ['', undefined]] = generation.statusLists;
    const statusLists = new Map(generation.statusLists);
    if (list) statusLists.set(uri, { ...list, iat: later });
    expect(newestSignedTime({ ...generation, statusLists })).toBe(later);
  });
});
