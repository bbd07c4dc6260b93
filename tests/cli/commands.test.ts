/** Arguments and commands without a process of their own: what is refused as called wrongly. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { verifyCommand } from '../../src/cli/verify-command.ts';
import { cardCommand, statusCommand, worldCommand } from '../../src/cli/world-commands.ts';
import { WorldError } from '../../src/issuer/world-state.ts';
import { makeTestWorld, showCode, shownAt, type TestWorld } from '../fixtures/test-world.ts';

const at = ['--at', '2026-11-23T12:01:00Z'];
let world: TestWorld;
beforeAll(async () => {
  world = await makeTestWorld();
});
afterAll(() => world.remove());

const listed = (): string[] => [
  '--feed',
  path.join(world.directory, 'feed'),
  '--root',
  path.join(world.directory, 'feed', 'root', '1.json'),
];

describe('arguments', () => {
  it('take an instant with Z or an offset', () => {
    for (const text of ['2026-11-23T12:01:00Z', '2026-11-23T13:01:00+01:00', '2026-11-23T12:01Z'])
      expect(readArguments(['--at', text]).now).toBe(shownAt * 1000);
  });

  it('refuse other instants', () => {
    for (const text of [
      '',
      'now',
      '2026-11-23',
      '2026-11-23T12:01:00',
      '2026-11-31T99:00:00Z',
      '0',
    ])
      expect(() => readArguments(['--at', text]), text).toThrow(UsageError);
  });

  it('refuse flags that a command does not have, and flags without their value', () => {
    for (const args of [['--seed', '1'], ['-x'], ['--at'], ['--help=1']])
      expect(() => readArguments(args), args.join(' ')).toThrow(UsageError);
  });
});

describe('verify', () => {
  it('refuses to be called without text, feed or root, or with too much', async () => {
    const [feed, , root] = [listed().slice(0, 2), 0, listed().slice(2)];
    const wrong = [
      [...listed()],
      [...listed(), 'A', 'B'],
      [...feed, 'A'],
      [...root, 'A'],
      [...feed, '--root', path.join(world.directory, 'none'), 'A'],
      [...listed(), '--policy', 'no-such-policy', 'A'],
      [...listed(), ...['a', 'b', 'c', 'd'].flatMap((id) => ['--policy', id]), 'A'],
    ];
    for (const args of wrong)
      await expect(verifyCommand([...args, ...at]), args.join(' ')).rejects.toThrow(UsageError);
  });

  it('decides up to three policies, the first foremost', async () => {
    const ids = ['city-student-50', 'rail-pupil-37', 'museum-1zl-26'];
    const code = await showCode(world, 'valid-over-26');
    const args = [...listed(), ...at, ...ids.flatMap((id) => ['--policy', id]), code];
    const { line, exitCode } = await verifyCommand(args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(line)).toMatchObject({
      entitlement: 'granted',
      entitlements: {
        'city-student-50': 'granted',
        'rail-pupil-37': 'denied:wrong-document',
        'museum-1zl-26': 'denied:over-age',
      },
    });
  });

  it('takes the time given as now, and bounds it by signed times alone', async () => {
    const code = await showCode(world, 'valid');
    const reasonAt = async (instant: string): Promise<string> =>
      JSON.parse((await verifyCommand([...listed(), '--at', instant, code])).line).reason;
    expect(await reasonAt('2026-11-23T11:59:49Z')).toBe('clock-untrusted');
    expect(await reasonAt('2026-11-23T12:01:31Z')).toBe('stale-code');
    expect(await reasonAt('2026-12-01T12:00:00Z')).toBe('lists-expired');
  });

  it('names what is wrong with a feed, and trusts nothing of it', async () => {
    const broken = await makeTestWorld();
    const manifest = path.join(broken.directory, 'feed', 'manifest.jwt');
    const root = path.join(broken.directory, 'feed', 'root', '1.json');
    const args = ['--feed', path.join(broken.directory, 'feed'), '--root', root, ...at];
    await writeFile(manifest, (await world.feed()).manifest);
    const code = await showCode(world, 'valid');
    const { line, warning, exitCode } = await verifyCommand([...args, code]);
    expect(warning).toBe('feed-bad-signature');
    expect(exitCode).toBe(11);
    expect(JSON.parse(line).reason).toBe('lists-missing');
    await broken.remove();
  });
});

describe('card, revoke and world', () => {
  it('refuse a card that is not there, and paths in place of one', async () => {
    for (const id of ['nobody', 'index', '../world', ''])
      await expect(cardCommand([world.directory, '--id', id, ...at])).rejects.toThrow(UsageError);
    await expect(
      statusCommand([world.directory, '--id', 'unknown-issuer', ...at], 'revoked'),
    ).rejects.toThrow(UsageError);
  });

  it('refuse a folder that is no world', async () => {
    const folder = path.join(world.directory, 'keys');
    for (const run of [
      cardCommand([folder, '--id', 'valid', ...at]),
      statusCommand([folder, '--id', 'valid', ...at], 'revoked'),
    ])
      await expect(run).rejects.toThrow(WorldError);
  });

  it('never make a world over something else', async () => {
    await expect(worldCommand([world.directory])).rejects.toThrow(UsageError);
  });

  it('take a seed that is a whole number', async () => {
    for (const seed of ['-1', '1.5', 'x', '1e400'])
      await expect(
        worldCommand([path.join(world.directory, 'new'), `--seed=${seed}`]),
      ).rejects.toThrow(UsageError);
  });

  it('print a code of the card at the given time', async () => {
    const code = await cardCommand([world.directory, '--id', 'valid', ...at]);
    const { line } = await verifyCommand([...listed(), ...at, code]);
    expect(JSON.parse(line).reason).toBe('valid');
  });
});
