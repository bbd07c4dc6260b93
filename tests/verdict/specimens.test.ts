/** Every specimen of a world gives the verdict that it stands for, under the default policy. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../src/credential/pack.ts';
import { unpack } from '../../src/credential/unpack.ts';
import { specimenPlans } from '../../src/issuer/specimens.ts';
import type { Generation } from '../../src/trust/generation.ts';
import { check } from '../../src/verdict/check.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { portrait } from '../fixtures/portrait.ts';
import {
  makeTestWorld,
  presentHolder,
  showCode,
  shownAt,
  type TestWorld,
  unwrap,
} from '../fixtures/test-world.ts';

let world: TestWorld;
let generation: Generation;
beforeAll(async () => {
  world = await makeTestWorld();
  generation = await world.open();
});
afterAll(() => world.remove());

const checkCode = (text: string): Promise<Verdict> =>
  check(text, {
    generation,
    now: shownAt * 1000,
    buildTime: null,
    lastSeen: null,
    policies: ['rail-student-51'],
    replay: null,
    specimen: true,
  });

const expected: Record<string, [string, string, string | null]> = {
  valid: ['accepted', 'valid', 'granted'],
  'valid-over-26': ['accepted', 'valid', 'denied:over-age'],
  'birthday-today': ['accepted', 'valid', 'denied:over-age'],
  'valid-no-portrait': ['accepted', 'valid', 'unknown:portrait-not-disclosed'],
  'valid-age-hidden': ['accepted', 'valid', 'unknown:age-not-disclosed'],
  pupil: ['accepted', 'valid', 'denied:wrong-document'],
  expired: ['rejected', 'expired', null],
  'not-yet-valid': ['rejected', 'not-yet-valid', null],
  revoked: ['rejected', 'revoked', null],
  suspended: ['rejected', 'suspended', null],
  'unknown-issuer': ['undecided', 'unknown-issuer', null],
  'unknown-key': ['undecided', 'unknown-key', null],
  forged: ['rejected', 'bad-signature', null],
  'other-school': ['rejected', 'issuer-not-allowed', null],
  'stripped-binding': ['rejected', 'not-holder-bound', null],
  screenshot: ['undecided', 'stale-code', null],
};

describe('specimens', () => {
  it('are exactly those of the table', () => {
    expect(specimenPlans.map(({ id }) => id)).toEqual(Object.keys(expected));
  });

  for (const [id, [kind, reason, entitlement]] of Object.entries(expected)) {
    it(`give their verdict: ${id}`, async () => {
      const verdict = await checkCode(await showCode(world, id));
      expect(verdict).toMatchObject({ kind, reason, reasons: [reason], entitlement });
      expect(verdict).toMatchObject({ generation: 1, specimen: true, hint: null });
      expect(verdict.listsAsOf).toBe('2026-11-23T12:00:00.000Z');
    });

    it(`pack and unpack to the letter: ${id}`, async () => {
      const text = await presentHolder(await world.holder(id));
      expect(unwrap(unpack(unwrap(pack(text))))).toBe(text);
    });

    it(`show a person only under signatures that hold: ${id}`, async () => {
      const { person } = await checkCode(await showCode(world, id));
      const holds = !['unknown-issuer', 'unknown-key', 'forged', 'other-school'].includes(id);
      const isLive = !['stripped-binding', 'screenshot'].includes(id);
      expect(person !== null).toBe(holds && isLive);
    });
  }
});

describe('the verdict on a valid card', () => {
  it('holds what was signed', async () => {
    const verdict = await checkCode(await showCode(world, 'valid'));
    expect(verdict).toMatchObject({
      age: 21,
      school: { id: 'OKAZ-1', name: 'Akademia Okazowa w Krakowie' },
      vct: 'urn:mlegitymacja:student:1',
      dateOfExpiry: '2027-03-31',
      validUntil: '2027-03-31',
      entitlements: { 'rail-student-51': 'granted' },
      entitledThrough: { 'rail-student-51': '2027-03-31' },
      codeAge: null,
    });
    expect(verdict.person?.portrait).toEqual({ type: 'image/avif', bytes: portrait });
    expect(verdict.credential).toMatch(/^[\w-]{43}$/);
  });

  it('gives the age to the day', async () => {
    const ageOf = async (id: string): Promise<number | null> =>
      (await checkCode(await showCode(world, id))).age;
    expect(await ageOf('birthday-today')).toBe(26);
    expect(await ageOf('valid-over-26')).toBe(28);
    expect(await ageOf('pupil')).toBe(16);
    expect(await ageOf('valid-age-hidden')).toBeNull();
  });

  it('holds name and portrait in person and nowhere else', async () => {
    const { person, ...rest } = await checkCode(await showCode(world, 'valid'));
    const kept = JSON.stringify(rest);
    expect(person?.givenName).toBeTruthy();
    for (const name of [person?.givenName, person?.familyName])
      expect(kept).not.toContain(String(name));
    expect(kept).not.toMatch(/bytes|birthdate|portrait|picture/);
  });

  it('says how old a stale code is', async () => {
    expect((await checkCode(await showCode(world, 'screenshot'))).codeAge).toBe(3600);
  });
});
