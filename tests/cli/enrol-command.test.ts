/** `enrol` as operators call it: a link that a device takes, a QR that a camera reads, a named failure. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeCommand } from '../../src/cli/code-commands.ts';
import { enrolCommand } from '../../src/cli/enrol-command.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { WorldError } from '../../src/issuer/world-state.ts';
import { openEnrolment } from '../../src/trust/enrolment.ts';
import { findEnrolment } from '../../src/trust/enrolment-link.ts';
import { madeAt, makeTestWorld, type TestWorld, unwrap } from '../fixtures/test-world.ts';

let world: TestWorld;
let scratch: string;
beforeAll(async () => {
  world = await makeTestWorld();
  scratch = await mkdtemp(path.join(tmpdir(), 'mleg-test-'));
});
afterAll(async () => {
  await world?.remove();
  await rm(scratch, { recursive: true });
});

const app = ['--app', 'https://okaz.example/app/'];
const at = ['--at', '2026-11-23T12:01:00Z'];
const enrol = (...args: readonly string[]) =>
  enrolCommand([world.directory, ...app, ...at, ...args]);
const read = async (link: string) => {
  const { root } = await world.open();
  const situation = { root, now: madeAt + 120, floor: null };
  return unwrap(await openEnrolment(findEnrolment(link) ?? '', situation)).enrolment;
};

describe('enrol', () => {
  it('prints one link, with what was asked for in it', async () => {
    const own = path.join(scratch, 'own.json');
    const text = { pl: 'Okaz', en: 'Okaz', uk: 'Оказ' };
    const policy = {
      ...{ id: 'venue-okaz', version: 1, name: text, gives: text, basis: 'Okaz', statutory: false },
      ...{ unreviewed: false, documents: 'any', minimumAge: null, maximumAge: null },
      portrait: 'optional',
    };
    await writeFile(own, JSON.stringify([policy]));
    const wishes = ['--language', 'en', '--kiosk', 'on', '--return-after', '3', '--fixed'];
    const policies = ['--policy', 'venue-okaz', '--policy', 'city-student-50', '--own', own];
    const { lines, exitCode } = await enrol(...wishes, ...policies, '--days', '7');
    expect([exitCode, lines.length]).toEqual([0, 1]);
    expect(lines[0]).toMatch(/^https:\/\/okaz\.example\/app\/#enrol=/);
    expect(await read(lines[0] ?? '')).toEqual({
      iat: madeAt + 60,
      exp: madeAt + 60 + 7 * 86_400,
      language: 'en',
      policies: ['venue-okaz', 'city-student-50'],
      ownPolicies: [policy],
      kiosk: true,
      returnAfter: 3,
      isFixed: true,
    });
  });

  it('writes the same link as a QR that the app’s engine reads', async () => {
    const png = path.join(scratch, 'enrol.png');
    const { lines } = await enrol('--kiosk', 'off', '--qr', png);
    expect((await decodeCommand([png])).lines).toEqual(lines);
    const svg = path.join(scratch, 'enrol.svg');
    await enrol('--qr', svg);
    expect((await decodeCommand([svg])).exitCode).toBe(0);
  });

  it('signs nothing that no device would read', async () => {
    const { lines, failures, exitCode } = await enrol('--return-after', '60');
    expect({ lines, failures, exitCode }).toEqual({
      lines: [],
      failures: ['enrolment-malformed'],
      exitCode: 64,
    });
  });

  it.each([
    ['no address', [], ['--kiosk', 'on']],
    ['an address that is none', [], ['--app', 'okaz']],
    ['an address of another kind', [], ['--app', 'javascript:0']],
    ['a kiosk that is neither on nor off', app, ['--kiosk', 'yes']],
    ['no days', app, ['--days', '0']],
    ['discounts that are not there', app, ['--own', '/nowhere/own.json']],
    ['a picture of another kind', app, ['--qr', 'enrol.gif']],
  ])('is called wrongly with %s', async (_, address, args) => {
    await expect(enrolCommand([world.directory, ...address, ...args])).rejects.toThrow(UsageError);
  });

  it('needs a world', async () => {
    await expect(enrolCommand([scratch, ...app])).rejects.toThrow(WorldError);
  });
});
