/** TUF §5.4.3, §5.5.5: no number goes back, and no number comes with two contents. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/base/sha256.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import { checkFloors, type Floors, mergeFloors, raiseFloors } from '../../src/trust/floors.ts';
import { type Generation, openGeneration } from '../../src/trust/generation.ts';
import { statusListKey } from '../../src/trust/status-list.ts';
import { alterFeed, copyJson, type FeedChanges } from '../fixtures/altered-feed.ts';
import { madeAt, makeTestWorld, outcome, type TestWorld, unwrap } from '../fixtures/test-world.ts';

const iss = 'https://legitymacje.akademia-okazowa.example';
const firstList = statusListKey(iss, `${iss}/status/1`);

let world: TestWorld;
let seen: Generation;
let floors: Floors;
beforeAll(async () => {
  world = await makeTestWorld();
  seen = await world.open();
  floors = raiseFloors(null, seen, await sha256Hex((await world.feed()).manifest));
});
afterAll(() => world.remove());

/** A generation like the one seen, with some parts replaced. */
const follow = (change: Partial<Generation>, hash = 'new', before = floors): string =>
  outcome(
    checkFloors(before, { ...seen, manifest: { ...seen.manifest, version: 2 }, ...change }, hash),
  );

const withKeys = (role: 'manifest' | 'lists', x: string): Pick<Generation, 'root'> => {
  const keys = new Map(seen.root.keys);
  keys.set(role, { kty: 'EC', crv: 'P-256', x, y: 'y' });
  return { root: { ...seen.root, keys } };
};

describe('floors', () => {
  it('hold what was seen, as plain data', () => {
    expect(floors).toMatchObject({
      rootVersion: 1,
      manifest: { number: 1 },
      trustList: { number: 1 },
      policies: { number: 1 },
      status: { [firstList]: { number: madeAt } },
    });
    expect(copyJson(floors)).toEqual(floors);
  });

  it('let anything pass where nothing was seen', () => {
    expect(outcome(checkFloors(null, seen, 'any'))).toBe('ok');
  });

  it('let the same generation and newer ones pass', () => {
    const again = { manifest: seen.manifest };
    expect(follow(again, floors.manifest.sha256)).toBe('ok');
    expect(follow({})).toBe('ok');
  });

  it('refuse an older root', () => {
    expect(follow({}, 'new', { ...floors, rootVersion: 2 })).toBe('feed-rolled-back');
  });

  it('refuse an older manifest', () => {
    expect(follow({ manifest: { ...seen.manifest, version: 0 } })).toBe('feed-rolled-back');
  });

  it('refuse another manifest under the same version', () => {
    expect(follow({ manifest: seen.manifest }, 'other')).toBe('feed-rolled-back');
  });

  it('refuse an older trust list', () => {
    const trustList = { ...seen.trustList, sequenceNumber: 0 };
    expect(follow({ trustList })).toBe('feed-rolled-back');
  });

  it('refuse older policies', () => {
    expect(follow({ policies: { ...seen.policies, version: 0 } })).toBe('feed-rolled-back');
  });

  it('refuse an older status list', () => {
    const old = seen.statusLists.get(firstList);
    const statusLists = new Map(seen.statusLists);
    if (old) statusLists.set(firstList, { ...old, iat: madeAt - 1 });
    expect(follow({ statusLists })).toBe('feed-rolled-back');
  });

  it('remember a status list that left the manifest', () => {
    const without = { ...seen, statusLists: new Map() };
    const later = raiseFloors(floors, without, 'hash');
    expect(later.status[firstList]).toEqual(floors.status[firstList]);
    const old = seen.statusLists.get(firstList);
    const statusLists = new Map(old ? [[firstList, { ...old, iat: madeAt - 1 }]] : []);
    expect(follow({ statusLists }, 'new', later)).toBe('feed-rolled-back');
  });
});

describe('one number', () => {
  /** What the floors say of the feed with the next manifest and other changes. */
  async function followFeed(changes: FeedChanges): Promise<string> {
    const manifest = { payload: (payload: object) => ({ ...payload, version: 2 }) };
    const feed = await alterFeed(world, { ...changes, manifest });
    const generation = unwrap(await openGeneration(world.firstRoot, feed));
    return outcome(checkFloors(floors, generation, await sha256Hex(feed.manifest)));
  }

  it('comes again with the same contents', async () => {
    expect(await followFeed({})).toBe('ok');
  });

  it('never comes with two trust lists', async () => {
    const payload = (old: object): object => {
      const list = copyJson<{ LoTE: { TrustedEntitiesList: unknown[] } }>(old);
      list.LoTE.TrustedEntitiesList.reverse();
      return list;
    };
    expect(await followFeed({ trustList: { payload } })).toBe('feed-rolled-back');
  });

  it('never comes with two policies files', async () => {
    const payload = (old: object): object => ({ ...old, codeWindow: { early: 10, late: 40 } });
    expect(await followFeed({ policies: { payload } })).toBe('feed-rolled-back');
  });

  it('never comes with two status lists: their number is their time', async () => {
    const payload = (old: object): object => ({
      ...old,
      status_list: { bits: 1, lst: 'eNoDAAAAAAE' },
    });
    expect(await followFeed({ status: { payload } })).toBe('feed-rolled-back');
  });
});

describe('rotated keys', () => {
  it('start the manifest’s counter anew', () => {
    const manifest = { ...seen.manifest, version: 0 };
    expect(follow({ ...withKeys('manifest', 'new'), manifest })).toBe('ok');
  });

  it('start the lists’ counters anew', () => {
    const change = {
      ...withKeys('lists', 'new'),
      trustList: { ...seen.trustList, sequenceNumber: 0 },
      policies: { ...seen.policies, version: 0 },
    };
    expect(follow(change)).toBe('ok');
  });

  it('start no other role’s counter anew', () => {
    const trustList = { ...seen.trustList, sequenceNumber: 0 };
    expect(follow({ ...withKeys('manifest', 'new'), trustList })).toBe('feed-rolled-back');
    const manifest = { ...seen.manifest, version: 0 };
    expect(follow({ ...withKeys('lists', 'new'), manifest })).toBe('feed-rolled-back');
  });

  it('are keys and not their names', async () => {
    const keys = new Map(seen.root.keys).set('manifest', publicHalf(await generateKey()));
    const renamed = new Map(seen.root.keys);
    renamed.set('m2', seen.root.keys.get('manifest') as never);
    const roles = { ...seen.root.roles, manifest: { keyIds: ['m2'], threshold: 1 } };
    const manifest = { ...seen.manifest, version: 0 };
    expect(follow({ root: { ...seen.root, keys: renamed, roles }, manifest })).toBe(
      'feed-rolled-back',
    );
    expect(follow({ root: { ...seen.root, keys }, manifest })).toBe('ok');
  });
});

describe('two records of one device', () => {
  const higher: Floors = {
    rootVersion: 1,
    manifest: { number: 9, sha256: 'm9', signer: 'm' },
    trustList: { number: 9, sha256: 't9', signer: 'l' },
    policies: { number: 9, sha256: 'p9', signer: 'l' },
    status: { list: { number: 9, sha256: 's9', signer: 's', iss } },
  };
  const lower: Floors = {
    rootVersion: 1,
    manifest: { number: 8, sha256: 'm8', signer: 'm' },
    trustList: { number: 8, sha256: 't8', signer: 'l' },
    policies: { number: 8, sha256: 'p8', signer: 'l' },
    status: { list: { number: 8, sha256: 's8', signer: 's', iss } },
  };

  it.each([
    ['first', [higher, lower]],
    ['second', [lower, higher]],
  ] as const)('give the higher numbers when the higher is the %s', (_which, [one, other]) => {
    expect(mergeFloors(one, other)).toEqual(higher);
  });

  it('give each number’s own higher one', () => {
    const mixed = { ...lower, manifest: higher.manifest, status: {} };
    const other = { ...higher, manifest: lower.manifest };
    expect(mergeFloors(mixed, other)).toEqual(higher);
  });

  it('keep a status list that only one of them knows', () => {
    const more = { ...lower, status: { other: { number: 3, sha256: 's', signer: 's', iss } } };
    expect(Object.keys(mergeFloors(higher, more)?.status ?? {}).sort()).toEqual(['list', 'other']);
  });

  it('give the newer root’s numbers where a key was rotated between them', () => {
    const rotated: Floors = {
      ...lower,
      rootVersion: 2,
      manifest: { number: 1, sha256: 'n1', signer: 'n' },
    };
    expect(mergeFloors(higher, rotated)).toEqual({
      ...higher,
      rootVersion: 2,
      manifest: rotated.manifest,
    });
  });

  it('give the newer trust list’s numbers where a status key was rotated between them', () => {
    const rotated: Floors = {
      ...lower,
      trustList: { number: 10, sha256: 't10', signer: 'l' },
      status: { list: { number: 2, sha256: 'n2', signer: 'n', iss } },
    };
    expect(mergeFloors(higher, rotated)?.status).toEqual(rotated.status);
    expect(mergeFloors(rotated, higher)?.status).toEqual(rotated.status);
  });

  it('are one when there is only one', () => {
    expect(mergeFloors(null, lower)).toEqual(lower);
    expect(mergeFloors(lower, null)).toEqual(lower);
  });
});

describe('a key that is added to a role', () => {
  it('frees no number of the key that was there', () => {
    const roles = { ...seen.root.roles, manifest: { keyIds: ['manifest', 'm2'], threshold: 1 } };
    const keys = new Map(seen.root.keys).set('m2', { kty: 'EC', crv: 'P-256', x: 'new', y: 'y' });
    const manifest = { ...seen.manifest, version: 0 };
    expect(follow({ root: { ...seen.root, keys, roles }, manifest })).toBe('feed-rolled-back');
  });
});
