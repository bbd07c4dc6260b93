/**
 * Sequences of roots through the whole client (TUF §5.3). Names and sequences are those of
 * tuf-conformance's test_updater_key_rotations.py; the key of number n is called `k<n>` here.
 */
import { describe, expect, it } from 'vitest';
import { createDevice } from '../../simulator/device.ts';
import { createSimulator, type NextRoot } from '../../simulator/simulator.ts';

type Step = readonly [keys: readonly number[], threshold: number, signers: readonly number[]];

const five = [0, 1, 2, 3, 4];
const oneRotated = [0, 1, 3, 4, 5];
const allRotated = [5, 6, 7, 8, 9];

const holds: Readonly<Record<string, readonly Step[]>> = {
  '1-of-1-key-rotation': [
    [[1], 1, [1]],
    [[2], 1, [2, 1]],
    [[2], 1, [2]],
  ],
  '1-of-1-key-rotation-unused-signatures': [
    [[1], 1, [3, 1, 4]],
    [[2], 1, [3, 2, 1, 4]],
    [[2], 1, [3, 2, 4]],
  ],
  '3-of-5-sign-with-different-keycombos': [
    [five, 3, [0, 2, 4]],
    [five, 3, [0, 4, 1]],
    [five, 3, [0, 1, 3]],
    [five, 3, [0, 1, 3]],
  ],
  '3-of-5-one-key-rotated': [
    [five, 3, [0, 2, 4]],
    [oneRotated, 3, [0, 4, 1]],
  ],
  '3-of-5-one-key-rotated-with-intermediate-step': [
    [five, 3, [0, 2, 4]],
    [oneRotated, 3, [0, 2, 4, 5]],
    [oneRotated, 3, [0, 4, 5]],
  ],
  '3-of-5-all-keys-rotated-with-intermediate-step': [
    [five, 3, [0, 2, 4]],
    [allRotated, 3, [0, 2, 4, 5, 6, 7]],
    [allRotated, 3, [5, 6, 7]],
  ],
  '1-of-3-threshold-increase-to-2-of-3': [
    [[1, 2, 3], 1, [1]],
    [[1, 2, 3], 2, [1, 2]],
  ],
  '2-of-3-threshold-decrease-to-1-of-3': [
    [[1, 2, 3], 2, [1, 2]],
    [[1, 2, 3], 1, [1, 2]],
    [[1, 2, 3], 1, [1]],
  ],
  '1-of-2-threshold-increase-to-2-of-2': [
    [[1], 1, [1]],
    [[1, 2], 2, [1, 2]],
  ],
};

const fails: Readonly<Record<string, readonly Step[]>> = {
  '1-of-1-key-rotation-fail-not-signed-with-old-key': [
    [[1], 1, [1]],
    [[2], 1, [2, 3, 4]],
  ],
  '1-of-1-key-rotation-fail-not-signed-with-new-key': [
    [[1], 1, [1]],
    [[2], 1, [1, 3, 4]],
  ],
  '3-of-5-one-key-rotate-fails-not-signed-with-3-new-keys': [
    [five, 3, [0, 2, 4]],
    [oneRotated, 3, [0, 2, 4]],
  ],
  '3-of-5-one-key-rotate-fails-not-signed-with-3-old-keys': [
    [five, 3, [0, 2, 4]],
    [oneRotated, 3, [0, 4, 5]],
  ],
  '1-of-3-threshold-bump-to-2-of-3-fails-new-threshold-not-reached': [
    [[1, 2, 3], 1, [1]],
    [[1, 2, 3], 2, [2]],
  ],
  '2-of-3-threshold-decr-to-1-of-3-fails-old-threshold-not-reached': [
    [[1, 2, 3], 2, [1, 2]],
    [[1, 2, 3], 1, [1]],
  ],
};

const named = (numbers: readonly number[]): string[] => numbers.map((number) => `k${number}`);
const plan = ([keys, threshold, signers]: Step): NextRoot => ({
  root: { keyIds: named(keys), threshold },
  signers: named(signers),
});

describe('a row of roots', () => {
  for (const [name, [first, ...later]] of Object.entries(holds))
    it(`holds: ${name}`, async () => {
      const feed = await createSimulator(plan(first as Step));
      for (const step of later) await feed.rotateRoot(plan(step));
      const device = await createDevice(feed);
      expect(await device.sync()).toBe('ok');
      expect(device.generation()?.root.version).toBe(1 + later.length);
      expect((await device.stored()).stored?.feed.roots).toHaveLength(later.length);
    });

  for (const [name, [first, ...later]] of Object.entries(fails))
    it(`does not hold: ${name}`, async () => {
      const feed = await createSimulator(plan(first as Step));
      const device = await createDevice(feed);
      expect(await device.sync()).toBe('ok');
      for (const step of later) await feed.rotateRoot(plan(step));
      expect(await device.sync()).toBe('feed-bad-signature');
      expect(device.generation()?.root.version).toBe(1);
      expect(await device.decide()).toBe('valid');
    });
});

describe('the keys of a role with one signature', () => {
  const roles = { manifest: { keyIds: ['m1', 'm2'], threshold: 1 } };

  it('may be several, and each of them signs', async () => {
    const feed = await createSimulator();
    const device = await createDevice(feed);
    for (const keyIds of [
      ['m1', 'm2'],
      ['m2', 'm1'],
    ]) {
      await feed.rotateRoot({ roles: { manifest: { keyIds, threshold: 1 } } });
      await feed.publish();
      expect(await device.sync()).toBe('ok');
    }
    expect(device.generation()?.root.version).toBe(3);
  });

  it('sign no more once they are rotated away', async () => {
    const feed = await createSimulator();
    const device = await createDevice(feed);
    expect(await device.sync()).toBe('ok');
    const old = feed.files.get('manifest.jwt') ?? '';
    await feed.rotateRoot({ roles });
    await feed.publish();
    feed.hijack(new Map(feed.files).set('manifest.jwt', old));
    expect(await device.sync()).toBe('feed-bad-signature');
    feed.hijack(null);
    expect(await device.sync()).toBe('ok');
  });

  it('are one threshold: a root that asks two signatures of a compact file is malformed', async () => {
    const feed = await createSimulator();
    const device = await createDevice(feed);
    expect(await device.sync()).toBe('ok');
    await feed.rotateRoot({ roles: { manifest: { keyIds: ['m1', 'm2'], threshold: 2 } } });
    expect(await device.sync()).toBe('feed-malformed');
    expect(await device.decide()).toBe('valid');
  });
});
