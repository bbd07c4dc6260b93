/** TUF §5.4.3, §5.5.5: no number goes back, and no number comes with two contents. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/base/sha256.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import {
  checkFloors,
  type Floors,
  mergeFloors,
  raiseFloors,
  statusListsAbove,
} from '../../src/trust/floors.ts';
import { type Generation, openGeneration } from '../../src/trust/generation.ts';
import { type StatusList, statusListKey } from '../../src/trust/status-list.ts';
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

const signerOf = (role: 'manifest' | 'lists'): string => seen.root.keys.get(role)?.x ?? '';

const withKeys = (role: 'manifest' | 'lists', x: string): Pick<Generation, 'root'> => {
  const keys = new Map(seen.root.keys);
  keys.set(role, { kty: 'EC', crv: 'P-256', x, y: 'y' });
  return { root: { ...seen.root, keys } };
};

describe('floors', () => {
  it('hold what was seen, as plain data', () => {
    expect(floors).toMatchObject({
      rootVersion: 1,
      manifest: { [signerOf('manifest')]: { number: 1 } },
      trustList: { [signerOf('lists')]: { number: 1 } },
      policies: { [signerOf('lists')]: { number: 1 } },
    });
    expect(Object.values(floors.status[firstList] ?? {})).toMatchObject([{ number: madeAt }]);
    expect(copyJson(floors)).toEqual(floors);
  });

  it('let anything pass where nothing was seen', () => {
    expect(outcome(checkFloors(null, seen, 'any'))).toBe('ok');
  });

  it('let the same generation and newer ones pass', () => {
    const again = { manifest: seen.manifest };
    expect(follow(again, floors.manifest[signerOf('manifest')]?.sha256)).toBe('ok');
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

  it('leave out an older status list, and no other', () => {
    const old = seen.statusLists.get(firstList) as StatusList;
    const statusLists = new Map(seen.statusLists).set(firstList, { ...old, iat: madeAt - 1 });
    expect(follow({ statusLists })).toBe('ok');
    const above = statusListsAbove(floors, { ...seen, statusLists });
    expect([...above.keys()]).toEqual(
      [...seen.statusLists.keys()].filter((key) => key !== firstList),
    );
  });

  it('leave out another status list of the same time', () => {
    const old = seen.statusLists.get(firstList) as StatusList;
    const statusLists = new Map([[firstList, { ...old, sha256: 'other' }]]);
    expect(statusListsAbove(floors, { ...seen, statusLists }).size).toBe(0);
    expect(statusListsAbove(null, { ...seen, statusLists }).size).toBe(1);
  });

  it('remember a status list that left the manifest', () => {
    const later = raiseFloors(floors, { ...seen, statusLists: new Map() }, 'hash');
    expect(later.status[firstList]).toEqual(floors.status[firstList]);
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
  const at = (number: number, signer = 'k'): Floors => {
    const floor = { [signer]: { number, sha256: `${number} by ${signer}` } };
    return {
      rootVersion: number,
      manifest: floor,
      trustList: floor,
      policies: floor,
      status: { list: floor },
    };
  };

  it.each([
    ['first', [at(9), at(8)]],
    ['second', [at(8), at(9)]],
  ] as const)('give the higher numbers when the higher is the %s', (_which, [one, other]) => {
    expect(mergeFloors(one, other)).toEqual(at(9));
  });

  it('give each number’s own higher one', () => {
    const mixed = { ...at(8), manifest: at(9).manifest, status: {} };
    const { manifest } = at(8);
    expect(mergeFloors(mixed, { ...at(9), manifest })).toEqual(at(9));
  });

  it('keep the numbers of each key', () => {
    const merged = mergeFloors(at(9, 'old'), at(2, 'new'));
    expect(merged?.manifest).toEqual({ ...at(9, 'old').manifest, ...at(2, 'new').manifest });
    expect(merged?.status.list).toEqual({
      ...at(9, 'old').status.list,
      ...at(2, 'new').status.list,
    });
  });

  it('are one when there is only one', () => {
    expect(mergeFloors(null, at(8))).toEqual(at(8));
    expect(mergeFloors(at(8), null)).toEqual(at(8));
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

describe('a key that is retired from a role', () => {
  it('frees no number of the key that stays', () => {
    const roles = { ...seen.root.roles, manifest: { keyIds: ['manifest', 'spare'], threshold: 1 } };
    const spare = { kty: 'EC', crv: 'P-256', x: 'spare', y: 'y' } as const;
    const both = { ...seen.root, roles, keys: new Map(seen.root.keys).set('spare', spare) };
    const bySpare: Generation = {
      ...seen,
      root: both,
      manifest: { ...seen.manifest, version: 7 },
      signers: { ...seen.signers, manifest: 'spare' },
    };
    const later = raiseFloors(floors, bySpare, 'by the spare key');
    const back = { manifest: { ...seen.manifest, version: 0 } };
    expect(follow({ ...back, root: both }, 'new', later)).toBe('feed-rolled-back');
    expect(follow(back, 'new', later)).toBe('feed-rolled-back');
    expect(follow({ manifest: { ...seen.manifest, version: 2 } }, 'new', later)).toBe('ok');
  });
});
