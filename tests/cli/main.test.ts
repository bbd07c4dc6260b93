/** The command line as others call it: exit codes, one line of JSON, and quiet otherwise. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestWorld, presentHolder, showCode, type TestWorld } from '../fixtures/test-world.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const at = ['--at', '2026-11-23T12:01:00Z'];

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `mleg` in a process of its own. */
function mleg(args: readonly string[], input = ''): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args]);
  const streams = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    streams.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    streams.err += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...streams }));
  });
}

let world: TestWorld;
let listed: readonly string[];
beforeAll(async () => {
  world = await makeTestWorld();
  listed = ['--feed', `${world.directory}/feed`, '--root', `${world.directory}/feed/root/1.json`];
});
afterAll(() => world.remove());

const verify = (text: string, ...more: string[]): Promise<Outcome> =>
  mleg(['verify', ...listed, ...at, ...more, text]);

const keys = [
  ...['kind', 'reason', 'reasons', 'entitlement', 'entitlements', 'age', 'school'],
  ...['dateOfExpiry', 'validUntil', 'listsAsOf', 'generation', 'hint', 'specimen'],
];

describe('verify', () => {
  it('prints one line of JSON with nothing of the person, and exits 0 for an accepted card', async () => {
    const { code, out, err } = await verify(await showCode(world, 'valid'));
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^\{.*\}\n$/);
    const verdict = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(verdict)).toEqual(keys);
    expect(verdict).toMatchObject({
      kind: 'accepted',
      reason: 'valid',
      entitlement: 'granted',
      age: 21,
      school: { id: 'OKAZ-1', name: 'Akademia Okazowa w Krakowie' },
      listsAsOf: '2026-11-23T12:00:00.000Z',
      generation: 1,
      specimen: true,
    });
    const { credential } = await world.holder('valid');
    const disclosures = credential.split('~').slice(1, -1);
    for (const text of disclosures) {
      const [, name, value] = JSON.parse(Buffer.from(text, 'base64url').toString());
      if (name !== 'picture') expect(out, name).not.toContain(value);
    }
  });

  it('exits 10 for a rejected, 11 for an undecided card, 12 for what cannot be read', async () => {
    const outcomes = await Promise.all([
      verify(await showCode(world, 'forged')),
      verify(await showCode(world, 'unknown-issuer')),
      verify('HC1:NCF', '--policy', 'rail-pupil-37'),
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual([10, 11, 12]);
    const verdicts = outcomes.map(({ out }) => JSON.parse(out));
    expect(verdicts.map(({ reason }) => reason)).toEqual([
      'bad-signature',
      'unknown-issuer',
      'not-a-card',
    ]);
    expect(verdicts[2]).toMatchObject({ hint: 'eu-dcc', entitlement: null });
  });

  it('is undecided without a feed, and says what is wrong on the other stream', async () => {
    const root = `${world.directory}/feed/root/1.json`;
    const args = ['verify', '--feed', `${world.directory}/no-feed`, '--root', root, ...at];
    const { code, out, err } = await mleg([...args, '-'], `${await showCode(world, 'valid')}\n`);
    expect(code).toBe(11);
    expect(JSON.parse(out)).toMatchObject({ reason: 'lists-missing', generation: null });
    expect(err).toContain('feed-unreachable');
  });

  it('knows a revoked card after revoke, and a valid one after restore', async () => {
    const change = (command: string): Promise<Outcome> =>
      mleg([command, world.directory, '--id', 'pupil', '--at', '2026-11-23T12:00:30Z']);
    const line = '{"id":"pupil","status":"revoked","manifest":2}\n';
    expect(await change('revoke')).toEqual({ code: 0, out: line, err: '' });
    const revoked = await verify(await showCode(world, 'pupil'));
    expect(revoked.code).toBe(10);
    expect(JSON.parse(revoked.out)).toMatchObject({ reason: 'revoked', generation: 2 });
    expect((await change('restore')).code).toBe(0);
    const restored = await verify(await showCode(world, 'pupil'));
    expect(JSON.parse(restored.out)).toMatchObject({ reason: 'valid', generation: 3 });
  });
});

describe('feed', () => {
  it('exits 0 for a feed that holds, 65 for one that does not, 64 where it is called wrongly', async () => {
    const feed = `${world.directory}/feed`;
    const outcomes = await Promise.all([
      mleg(['feed', 'inspect', feed, ...at]),
      mleg(['feed', 'inspect', feed, '--at', '2027-11-23T12:00:00Z']),
      mleg(['feed', 'conjure', feed]),
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 65, 64]);
    expect(outcomes[1]?.err).toContain('feed-expired');
  });
});

describe('pack and unpack', () => {
  it('are each other’s inverse', async () => {
    const text = await presentHolder(await world.holder('valid'));
    const packed = await mleg(['pack'], `${text}\n`);
    expect(packed).toMatchObject({ code: 0, err: '' });
    expect(packed.out).toMatch(/^MLEG1:.+\n$/);
    expect(await mleg(['unpack'], packed.out)).toEqual({ code: 0, out: `${text}\n`, err: '' });
  });
});

describe('the command line', () => {
  it('explains itself where it is asked, and exits 64 where it is called wrongly', async () => {
    const [help, ...wrong] = await Promise.all([
      mleg(['verify', '--help']),
      mleg(['verify', '--unknown-flag', 'x']),
      mleg(['toString']),
    ]);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const word of ['world', 'verify', 'revoke', 'feed rotate', 'simulate', '--at', '65'])
      expect(help?.out).toContain(word);
    for (const { code, out, err } of wrong) {
      expect([code, out]).toEqual([64, '']);
      expect(err).not.toBe('');
    }
  });
});
