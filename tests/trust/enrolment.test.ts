/**
 * Enrolments: what an operator may set by a link, and everything that a stranger, a thief or an old link
 * may not. Keys are those of a made-up world; what no honest program signs is signed raw.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEnrolment } from '../../src/issuer/enrolment.ts';
import { generateKey } from '../../src/issuer/keys.ts';
import {
  type EnrolmentSituation,
  enrolmentType,
  longestEnrolment,
  openEnrolment,
} from '../../src/trust/enrolment.ts';
import { findEnrolment, writeEnrolmentLink } from '../../src/trust/enrolment-link.ts';
import { asSegment, type RawJson, signRaw, withSegment } from '../fixtures/raw-jws.ts';
import { madeAt, makeTestWorld, outcome, type TestWorld, unwrap } from '../fixtures/test-world.ts';

let world: TestWorld;
let situation: EnrolmentSituation;
beforeAll(async () => {
  world = await makeTestWorld();
  situation = { root: (await world.open()).root, now: madeAt + 60, floor: null };
});
afterAll(() => world.remove());

const header = { alg: 'ES256', kid: 'enrolment', typ: enrolmentType };
const times = { iat: madeAt, exp: madeAt + 86_400 };
const own = {
  id: 'venue-okaz',
  version: 1,
  name: { pl: 'Kino Okaz', en: 'Cinema Okaz', uk: 'Кіно Оказ' },
  gives: { pl: 'Bilet za 10 zł', en: 'Ticket for 10 zł', uk: 'Квиток за 10 злотих' },
  basis: 'Regulamin kina',
  statutory: false,
  unreviewed: false,
  documents: 'any',
  minimumAge: null,
  maximumAge: { years: 26, inclusive: true },
  portrait: 'optional',
};

const sign = async (payload: RawJson, head: object = header): Promise<string> =>
  signRaw(head, payload, (await world.key('enrolment')).key);
const open = async (jws: string, more: Partial<EnrolmentSituation> = {}) =>
  outcome(await openEnrolment(jws, { ...situation, ...more }));
const openWith = async (payload: object) => open(await sign({ ...times, ...payload }));

describe('an enrolment', () => {
  it('holds what the operator sets, and who signed it', async () => {
    const set = {
      language: 'uk',
      policies: ['venue-okaz', 'rail-student-51'],
      ownPolicies: [own],
      kiosk: true,
      returnAfter: 5,
      isFixed: true,
    };
    const jws = unwrap(await makeEnrolment(world.directory, set, times.iat, times.exp));
    expect(unwrap(await openEnrolment(jws, situation))).toEqual({
      kid: 'enrolment',
      enrolment: { ...times, ...set },
    });
  });

  it('leaves alone what it does not name, and fixes nothing unasked', async () => {
    const opened = unwrap(await openEnrolment(await sign(times), situation));
    expect(opened.enrolment).toEqual({
      ...times,
      language: null,
      policies: null,
      ownPolicies: null,
      kiosk: null,
      returnAfter: null,
      isFixed: false,
    });
  });

  it.each(['manifest', 'lists', 'root-1', 'okaz-a1'])(
    'of the key of another role is of no operator: %s',
    async (kid) => {
      const { key } = await world.key(kid);
      expect(await open(await signRaw({ ...header, kid }, times, key))).toBe(
        'enrolment-bad-signature',
      );
      expect(await open(await signRaw(header, times, key))).toBe('enrolment-bad-signature');
    },
  );

  it('of a stranger is of no operator, whatever key it brings along', async () => {
    const key = await generateKey();
    const { kty, crv, x, y } = key;
    const jwk = { kty, crv, x, y };
    expect(await open(await signRaw({ ...header, jwk }, times, key))).toBe(
      'enrolment-bad-signature',
    );
    expect(await open(await signRaw({ ...header, kid: 'stranger', jwk }, times, key))).toBe(
      'enrolment-bad-signature',
    );
  });

  it('whose payload was altered does not hold', async () => {
    const altered = withSegment(await sign(times), 1, asSegment({ ...times, kiosk: true }));
    expect(await open(altered)).toBe('enrolment-bad-signature');
  });

  it.each([
    ['the type of the manifest', { ...header, typ: 'mleg-manifest+jwt' }],
    ['a type in other letters', { ...header, typ: 'MLEG-enrolment+jwt' }],
    ['no type', { alg: 'ES256', kid: 'enrolment' }],
    ['another algorithm', { ...header, alg: 'ES384' }],
    ['no algorithm', { ...header, alg: 'none' }],
    ['something critical', { ...header, crit: ['exp'] }],
  ])('is refused with %s', async (_, head) => {
    expect(await open(await sign(times, head))).toBe('enrolment-wrong-type');
  });

  it.each(['root', 'feed', 'lists'])('never names another operator: %s', async (name) => {
    expect(await openWith({ [name]: 'https://feed.okaz.example/' })).toBe(
      'enrolment-other-operator',
    );
  });

  it('with a member that this version does not know is for another version', async () => {
    expect(await openWith({ sound: true })).toBe('enrolment-unknown-member');
  });

  const unfit: readonly (readonly [string, object])[] = [
    ['no end', { exp: undefined }],
    ['an end before its beginning', { exp: madeAt - 1 }],
    ['a longer life than a year', { exp: madeAt + longestEnrolment + 1 }],
    ['a fraction of a second', { iat: madeAt + 0.5 }],
    ['an unknown language', { language: 'de' }],
    ['a language that is null', { language: null }],
    ['no discount at all', { policies: [] }],
    ['more discounts than fit', { policies: ['a', 'b', 'c', 'd'] }],
    ['one discount twice', { policies: ['a', 'a'] }],
    ['a discount named like a part of JavaScript', { policies: ['constructor'] }],
    ['a discount with a blank', { policies: ['rail student'] }],
    ['a time that no screen offers', { returnAfter: 60 }],
    ['a kiosk that is neither on nor off', { kiosk: 'yes' }],
    ['fixing that is no yes or no', { isFixed: 1 }],
    ['own discounts that are no list', { ownPolicies: own }],
    ['an own discount under a preset’s name', { ownPolicies: [{ ...own, id: 'rail-student-51' }] }],
    ['an own discount that claims the law', { ownPolicies: [{ ...own, statutory: true }] }],
    ['an own discount with unknown members', { ownPolicies: [{ ...own, root: 1 }] }],
    ['one own discount twice', { ownPolicies: [own, own] }],
    ['an own discount with half a name', { ownPolicies: [{ ...own, name: { pl: 'Okaz' } }] }],
    ['a text that fills the screen', { ownPolicies: [{ ...own, basis: 'a'.repeat(121) }] }],
    ['a text that turns others round', { ownPolicies: [{ ...own, basis: 'Okaz \u202e' }] }],
    [
      'more kinds of documents than there are',
      { ownPolicies: [{ ...own, documents: Array.from({ length: 9 }, (_, at) => `okaz-${at}`) }] },
    ],
    ['an age that nobody reaches', { ownPolicies: [{ ...own, minimumAge: 131 }] }],
    [
      'more own discounts than a venue has',
      { ownPolicies: Array.from({ length: 9 }, (_, at) => ({ ...own, id: `venue-${at}` })) },
    ],
  ];
  it.each(unfit)('is malformed with %s', async (_, payload) => {
    expect(await openWith(payload)).toBe('enrolment-malformed');
  });

  it.each(['', 'a.b', 'a.b.c', '{}'])('is malformed as "%s"', async (text) => {
    expect(await open(text)).toBe('enrolment-malformed');
  });

  it('is malformed with a member named twice, or as JavaScript names its own', async () => {
    const { iat, exp } = times;
    const twice = `{"iat":${iat},"exp":${exp},"kiosk":false,"kiosk":true}`;
    const hostile = `{"iat":${iat},"exp":${exp},"__proto__":{"kiosk":true}}`;
    expect(await open(await sign(twice))).toBe('enrolment-malformed');
    expect(await open(await sign(hostile))).toBe('enrolment-malformed');
  });

  it('may be applied until it ends, and not before it begins', async () => {
    const jws = await sign(times);
    const at = (now: number) => open(jws, { now });
    expect(await at(times.exp - 1)).toBe('ok');
    expect(await at(times.exp)).toBe('enrolment-expired');
    expect(await at(madeAt - 300)).toBe('ok');
    expect(await at(madeAt - 301)).toBe('enrolment-too-early');
  });

  it('never takes the place of a newer one, and may be applied again', async () => {
    const jws = await sign(times);
    expect(await open(jws, { floor: madeAt + 1 })).toBe('enrolment-superseded');
    expect(await open(jws, { floor: madeAt })).toBe('ok');
  });

  it('that no device would read is not signed', async () => {
    const made = await makeEnrolment(world.directory, { kiosk: 'on' }, times.iat, times.exp);
    expect(outcome(made)).toBe('enrolment-malformed');
  });
});

describe('a link', () => {
  const jws = 'aa.bb-_.cc';

  it('carries the enrolment behind its number sign, in place of what was there', () => {
    const link = writeEnrolmentLink('https://okaz.example/app/?a=1#old', jws);
    expect(link).toBe('https://okaz.example/app/?a=1#enrol=aa.bb-_.cc');
    expect(findEnrolment(link)).toBe(jws);
  });

  it.each([
    ['of another host', `https://other.example/#enrol=${jws}`],
    ['of a server on the desk', `http://localhost:4173/#enrol=${jws}`],
    ['without its address', `#enrol=${jws}`],
  ])('is known %s', (_, text) => {
    expect(findEnrolment(text)).toBe(jws);
  });

  it.each([
    ['a card', 'MLEG1:NCF'],
    ['a page', 'https://okaz.example/'],
    ['a share', 'https://okaz.example/#share=1'],
    ['a script', `javascript:#enrol=${jws}`],
    ['an enrolment with words behind it', `#enrol=${jws} zł`],
    ['an enrolment that is too long', `#enrol=${'a'.repeat(8193)}`],
    ['no enrolment at all', '#enrol='],
  ])('is not %s', (_, text) => {
    expect(findEnrolment(text)).toBeNull();
  });
});
