/** Whether a discount applies, through which day, and where an extension moves a card's end. */
import { describe, expect, it } from 'vitest';
import type { CardClaims } from '../../src/credential/card-claims.ts';
import type { Extension, Policy } from '../../src/trust/policies.ts';
import { decideEntitlement, entitledThrough, extendedEnd } from '../../src/verdict/policy.ts';

const student = 'urn:mlegitymacja:student:1';
const text = { pl: 'a', en: 'a', uk: 'a' };
const plainPolicy: Policy = {
  id: 'test',
  version: 1,
  name: text,
  gives: text,
  basis: 'test',
  statutory: true,
  unreviewed: false,
  documents: [student],
  minimumAge: null,
  maximumAge: { years: 26, inclusive: false },
  portrait: 'required',
};
const plainCard = {
  vct: student,
  schoolId: 'OKAZ-1',
  birthdate: '2000-11-23',
  dateOfExpiry: '2027-03-31',
  picture: { type: 'image/avif', bytes: new Uint8Array(1) },
} as CardClaims;

const upTo26 = { maximumAge: { years: 26, inclusive: true } };
const noLimit = { maximumAge: null };
const leap = { birthdate: '2000-02-29' };
const hidden = { birthdate: null };
const faceless = { picture: null };

describe('a discount', () => {
  const cases: [string, string, Partial<Policy>, Partial<CardClaims>, string][] = [
    ['under 26, on the day before', '2026-11-22', {}, {}, 'granted'],
    ['under 26, on the birthday itself', '2026-11-23', {}, {}, 'denied:over-age'],
    ['up to 26, on the birthday itself', '2026-11-23', upTo26, {}, 'granted'],
    ['up to 26, on the last day', '2027-11-22', upTo26, {}, 'granted'],
    ['up to 26, on the 27th birthday', '2027-11-23', upTo26, {}, 'denied:over-age'],
    ['under 26, born on 29 February', '2026-02-27', {}, leap, 'granted'],
    ['under 26, born on 29 February, a day on', '2026-02-28', {}, leap, 'denied:over-age'],
    ['from 18, on the day before', '2018-11-22', { minimumAge: 18 }, {}, 'denied:under-age'],
    ['from 18, on the birthday', '2018-11-23', { minimumAge: 18 }, {}, 'granted'],
    ['no limit, old', '2080-01-01', noLimit, {}, 'granted'],
    ['no limit, on a day before the birth', '2000-01-01', noLimit, {}, 'granted'],
    ['no limit, age hidden', '2026-01-01', noLimit, hidden, 'granted'],
    ['a limit, age hidden', '2026-01-01', {}, hidden, 'unknown:age-not-disclosed'],
    [
      'only a least age, age hidden',
      '2026-01-01',
      { ...noLimit, minimumAge: 18 },
      hidden,
      'unknown:age-not-disclosed',
    ],
    ['portrait hidden', '2026-01-01', {}, faceless, 'unknown:portrait-not-disclosed'],
    ['portrait optional', '2026-01-01', { portrait: 'optional' }, faceless, 'granted'],
    ['over age and portrait hidden', '2026-11-23', {}, faceless, 'denied:over-age'],
    [
      'age and portrait hidden',
      '2026-01-01',
      {},
      { ...hidden, ...faceless },
      'unknown:age-not-disclosed',
    ],
    [
      'another document, over age, all hidden',
      '2030-01-01',
      { documents: ['urn:mlegitymacja:pupil:1'] },
      { ...hidden, ...faceless },
      'denied:wrong-document',
    ],
    ['no document at all', '2026-01-01', { documents: [] }, {}, 'denied:wrong-document'],
    ['any document', '2026-01-01', { documents: 'any' }, {}, 'granted'],
  ];
  for (const [what, today, policy, card, expected] of cases)
    it(`is ${expected}: ${what}`, () => {
      expect(
        decideEntitlement({ ...plainPolicy, ...policy }, { ...plainCard, ...card }, today),
      ).toBe(expected);
    });

  it('applies through the earlier of the card’s end and the age limit', () => {
    const through = (policy: Partial<Policy>, card: Partial<CardClaims>): string =>
      entitledThrough({ ...plainPolicy, ...policy }, { ...plainCard, ...card }, '2027-03-31');
    expect(through({}, {})).toBe('2026-11-22');
    expect(through(upTo26, {})).toBe('2027-03-31');
    expect(through(noLimit, {})).toBe('2027-03-31');
    expect(through(noLimit, hidden)).toBe('2027-03-31');
    expect(through({}, hidden)).toBe('2027-03-31');
    expect(through({}, { birthdate: '2001-03-31' })).toBe('2027-03-30');
    expect(through({}, { birthdate: '2001-04-01' })).toBe('2027-03-31');
  });
});

describe('a card’s end', () => {
  const extension: Extension = {
    vct: student,
    schools: ['OKAZ-1'],
    expiringFrom: '2027-03-31',
    expiringTo: '2027-03-31',
    newEnd: '2027-05-30',
    basis: 'test',
  };

  it('stays where nothing extends it', () => {
    expect(extendedEnd(plainCard, [])).toBe('2027-03-31');
  });

  it('moves on both inclusive days', () => {
    expect(extendedEnd(plainCard, [extension])).toBe('2027-05-30');
  });

  it('never moves back', () => {
    expect(extendedEnd(plainCard, [{ ...extension, newEnd: '2026-01-01' }])).toBe('2027-03-31');
  });

  it('moves to the latest of several, and never through one by another', () => {
    const longer = { ...extension, newEnd: '2027-06-30' };
    const next = { ...extension, expiringFrom: '2027-05-01', expiringTo: '2027-06-30' };
    expect(extendedEnd(plainCard, [longer, extension])).toBe('2027-06-30');
    expect(extendedEnd(plainCard, [extension, { ...next, newEnd: '2028-01-01' }])).toBe(
      '2027-05-30',
    );
  });
});
