/** Rotating a key: the feed holds before and after, what the old key signed is signed anew or dated. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/base/sha256.ts';
import { readFeed } from '../../src/issuer/feed-folder.ts';
import { publishFeed } from '../../src/issuer/publish.ts';
import { RootKeysError } from '../../src/issuer/roots.ts';
import { type Rotation, rotateRole, rotateService } from '../../src/issuer/rotate.ts';
import { checkFloors, raiseFloors } from '../../src/trust/floors.ts';
import { type FeedFiles, type Generation, openGeneration } from '../../src/trust/generation.ts';
import type { RoleName } from '../../src/trust/root.ts';
import { check } from '../../src/verdict/check.ts';
import {
  madeAt,
  makeTestWorld,
  outcome,
  showCode,
  type TestWorld,
  unwrap,
} from '../fixtures/test-world.ts';

const iss = 'https://legitymacje.akademia-okazowa.example';
const uri = `${iss}/status/1`;
const otherUri = 'https://legitymacje.politechnika-wzorcowa.example/status/1';
const rotatedAt = madeAt + 30;

let world: TestWorld;
beforeEach(async () => {
  world = await makeTestWorld();
});
afterEach(() => world.remove());

const feedNow = async (): Promise<FeedFiles> =>
  unwrap(await readFeed(path.join(world.directory, 'feed')));
const openNow = async (): Promise<Generation> =>
  unwrap(await openGeneration(world.firstRoot, await feedNow()));
const keyFiles = async (): Promise<readonly string[]> =>
  (await readdir(path.join(world.directory, 'keys'))).map((name) => name.replace('.json', ''));

const rotate = async (role: RoleName, kid: string | null = null): Promise<Rotation> => {
  const rotated = await rotateRole(world.directory, role, kid, rotatedAt);
  if (typeof rotated === 'string') throw new Error(rotated);
  return rotated;
};

const rotateKey = async (
  service: 'issuance' | 'status',
  { withdraw = false, kid = null as string | null, at = rotatedAt } = {},
): Promise<Rotation> => {
  const rotated = await rotateService(world.directory, { iss, service, kid, withdraw }, at);
  if (typeof rotated === 'string') throw new Error(rotated);
  return rotated;
};

/** The reason of the verdict on a specimen, by the feed as it is now. */
const reasonFor = async (id: string): Promise<string> => {
  const verdict = await check(await showCode(world, id), {
    generation: await openNow(),
    now: (madeAt + 60) * 1000,
    buildTime: null,
    lastSeen: null,
    policies: ['rail-student-51'],
    replay: null,
    specimen: true,
  });
  return verdict.reason;
};

describe('a role’s key', () => {
  it('is replaced in the next root, and a device that had the old one follows', async () => {
    for (const role of ['manifest', 'lists', 'enrolment'] as const) {
      const before = await openNow();
      const floors = raiseFloors(null, before, await sha256Hex((await feedNow()).manifest));
      const { now } = await rotate(role);
      const after = await openNow();
      expect(after.root.version).toBe(before.root.version + 1);
      expect(after.root.roles[role].keyIds).toEqual([now]);
      expect(after.root.specimen).toBe(true);
      const hash = await sha256Hex((await feedNow()).manifest);
      expect(outcome(checkFloors(floors, after, hash)), role).toBe('ok');
      expect(await keyFiles()).toContain(now);
      expect(await keyFiles()).not.toContain(role);
    }
  });

  it('has what it signed signed anew, and nothing else', async () => {
    const lists = await rotate('lists');
    expect(lists.publication.signed).toEqual(['trust-list', 'policies']);
    expect(lists.publication.kept).toEqual([uri, otherUri]);
    expect((await rotate('manifest')).publication.signed).toEqual([]);
    expect(await reasonFor('valid')).toBe('valid');
  });

  it('signs what is published later, too', async () => {
    await rotate('lists');
    await rotate('manifest');
    await publishFeed(world.directory, rotatedAt + 60, { all: true });
    expect((await openNow()).trustList.sequenceNumber).toBe(3);
  });

  it('of the root must be named, and the others sign without it', async () => {
    expect(await rotateRole(world.directory, 'root', null, rotatedAt)).toBe('several-keys');
    const { before, now } = await rotate('root', 'root-1');
    expect([before, now]).toEqual(['root-1', 'root-4']);
    const { root } = await openNow();
    expect(root.roles.root).toEqual({ keyIds: ['root-4', 'root-2', 'root-3'], threshold: 2 });
    const signed = JSON.parse((await feedNow()).roots[0] ?? '') as {
      signatures: { protected: string }[];
    };
    const kids = signed.signatures.map(
      (signature) => JSON.parse(Buffer.from(signature.protected, 'base64url').toString()).kid,
    );
    expect(kids.sort()).toEqual(['root-2', 'root-3', 'root-4']);
  });

  it('of the root signs its own end where another key is not at hand', async () => {
    await rm(path.join(world.directory, 'keys', 'root-3.json'));
    await rotate('root', 'root-1');
    expect((await openNow()).root.version).toBe(2);
  });

  it('of the root may be replaced again and again, and no name comes twice', async () => {
    const names = [];
    for (const kid of ['root-1', 'root-2', 'root-3', 'root-4', 'root-6'])
      names.push((await rotate('root', kid)).now);
    expect(names).toEqual(['root-4', 'root-5', 'root-6', 'root-7', 'root-8']);
    expect((await openNow()).root.version).toBe(6);
  });

  it('stays where the root keys are too few, and the feed stays as it was', async () => {
    const { manifest } = await feedNow();
    for (const kids of [['root-2', 'root-3'], ['root-1']]) {
      for (const kid of kids) await rm(path.join(world.directory, 'keys', `${kid}.json`));
      await expect(rotate('lists')).rejects.toThrow(RootKeysError);
    }
    const after = await feedNow();
    expect([after.manifest, after.roots]).toEqual([manifest, []]);
    expect(await keyFiles()).toContain('lists');
    expect(await keyFiles()).not.toContain('lists-2');
    await publishFeed(world.directory, rotatedAt);
    expect((await openNow()).root.version).toBe(1);
  });

  it('is refused under a name that the role does not have', async () => {
    for (const kid of ['manifest', 'root-9', '../world'])
      expect(await rotateRole(world.directory, 'lists', kid, rotatedAt)).toBe('unknown-key');
  });
});

describe('an issuer’s key', () => {
  it('for issuance gets its end, and cards of before stay valid', async () => {
    const { before, now, publication } = await rotateKey('issuance');
    expect([before, now]).toEqual(['okaz-a1', 'okaz-a1-2']);
    expect(publication.signed).toEqual(['trust-list']);
    const keys = (await openNow()).trustList.issuers.get(iss)?.issuanceKeys;
    expect(keys?.get('okaz-a1')).toMatchObject({ withdrawn: false, until: rotatedAt });
    expect(keys?.get('okaz-a1-2')).toMatchObject({ from: rotatedAt, until: null });
    expect(await reasonFor('valid')).toBe('valid');
    expect(await keyFiles()).not.toContain('okaz-a1');
  });

  it('that was stolen is withdrawn, and every card under it with it', async () => {
    await rotateKey('issuance', { withdraw: true });
    expect(await reasonFor('valid')).toBe('key-withdrawn');
    expect(await reasonFor('pupil')).toBe('valid');
  });

  it('of former times can still be withdrawn', async () => {
    await rotateKey('issuance');
    expect(await reasonFor('valid')).toBe('valid');
    const { now } = await rotateKey('issuance', { withdraw: true, kid: 'okaz-a1' });
    expect(now).toBeNull();
    expect(await reasonFor('valid')).toBe('key-withdrawn');
    expect(await keyFiles()).toContain('okaz-a1-2');
  });

  it('for status signs no list any more: all of its lists are signed anew', async () => {
    const old = await feedNow();
    const { publication } = await rotateKey('status');
    expect(publication.signed).toEqual(['trust-list', uri]);
    const generation = await openNow();
    const issuer = generation.trustList.issuers.get(iss);
    expect([...(issuer?.statusKeys.keys() ?? [])]).toEqual(['okaz-a1-status-2']);
    expect(generation.statusLists.size).toBe(2);
    expect([...old.files.keys()]).not.toContain(publication.world.signed[uri]?.path);
    expect(await reasonFor('valid')).toBe('valid');
    expect(await reasonFor('revoked')).toBe('revoked');
  });

  it('may be replaced again and again', async () => {
    for (const at of [1, 2, 3]) await rotateKey('issuance', { at: rotatedAt + at });
    const keys = (await openNow()).trustList.issuers.get(iss)?.issuanceKeys;
    expect([...(keys?.entries() ?? [])].map(([kid, { until }]) => [kid, until])).toEqual([
      ['okaz-a1-4', null],
      ['okaz-a1', rotatedAt + 1],
      ['okaz-a1-2', rotatedAt + 2],
      ['okaz-a1-3', rotatedAt + 3],
    ]);
  });

  it('is refused for an issuer or a key that is not there', async () => {
    const choice = { iss, service: 'issuance', kid: null, withdraw: false } as const;
    const refuse = (change: object): Promise<unknown> =>
      rotateService(world.directory, { ...choice, ...change }, rotatedAt);
    expect(await refuse({ iss: 'https://nobody.example' })).toBe('unknown-issuer');
    expect(await refuse({ kid: 'okaz-b1' })).toBe('unknown-key');
    await rotateKey('issuance');
    expect(await refuse({ kid: 'okaz-a1' })).toBe('unknown-key');
    expect(await refuse({ kid: 'okaz-a1', service: 'status', withdraw: true })).toBe('unknown-key');
  });
});
