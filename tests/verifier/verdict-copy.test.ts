/** What the verdict screen says and how it looks, from made-up verdicts and a fixed instant. */
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/trust/policies.ts';
import { kindOfReason, type ReasonCode } from '../../src/verdict/reasons.ts';
import type { Person, Verdict } from '../../src/verdict/verdict.ts';
import type { ClockView } from '../../src/verifier/models/app-state.ts';
import { listsTitle, shareLeft } from '../../src/verifier/models/lists-age.ts';
import { orderPolicies } from '../../src/verifier/models/policy-order.ts';
import { describeVerdict, shortName } from '../../src/verifier/models/verdict-copy.ts';
import { lookOf } from '../../src/verifier/models/verdict-look.ts';
import { studentPolicy as policy } from '../fixtures/student-policy.ts';
import { textsOf } from '../fixtures/texts.ts';

const { pl } = textsOf;

const at = Date.parse('2026-11-23T10:00:00Z');
const person: Person = {
  givenName: 'Anna Maria',
  familyName: 'Żółta',
  nameWasStripped: false,
  portrait: null,
};
const granted: Verdict = {
  kind: 'accepted',
  reason: 'valid',
  reasons: ['valid'],
  entitlement: 'granted',
  entitlements: { 'rail-student-51': 'granted' },
  age: 21,
  entitledThrough: { 'rail-student-51': '2027-03-31' },
  school: { id: '1', name: 'Uczelnia' },
  vct: 'urn:mlegitymacja:student:1',
  dateOfExpiry: '2027-03-31',
  validUntil: '2027-03-31',
  listsAsOf: '2026-11-23T08:12:00Z',
  generation: 1,
  hint: null,
  codeAge: null,
  credential: null,
  specimen: false,
  person,
};
const describeIt = (
  change: Partial<Verdict>,
  portraitFailed = false,
  clock: ClockView = { name: 'steady' },
) => describeVerdict({ verdict: { ...granted, ...change }, policy, at, portraitFailed, clock }, pl);
const failed = (reason: ReasonCode, more: Partial<Verdict> = {}) =>
  describeIt({ kind: kindOfReason[reason], reason, entitlement: null, person: null, ...more });

describe('the look of a verdict', () => {
  it.each([
    ['accepted', 'granted', 'granted'],
    ['accepted', 'denied:over-age', 'denied'],
    ['accepted', 'denied:wrong-document', 'denied'],
    ['accepted', 'unknown:age-not-disclosed', 'undecided'],
    ['accepted', 'unknown:portrait-not-disclosed', 'undecided'],
    ['accepted', null, 'undecided'],
    ['rejected', null, 'rejected'],
    ['undecided', null, 'undecided'],
    ['unreadable', null, 'unreadable'],
  ] as const)('shows %s with %s as %s', (kind, entitlement, look) => {
    expect(lookOf({ kind, entitlement }, false)).toBe(look);
  });

  it('is not green when the signed portrait could not be painted', () => {
    const copy = describeIt({}, true);
    expect(copy.look).toBe('undecided');
    expect(copy.headline).toBe('BRAK ZDJĘCIA');
  });
});

describe('the words of a verdict', () => {
  it('says until which day a granted discount applies', () => {
    expect(describeIt({})).toEqual({
      look: 'granted',
      headline: 'ULGA',
      line: 'legitymacja ważna',
      lead: 'Ulga 51 % do 31.03.2027 włącznie',
      detail: 'Kolej, student. Porównaj twarz ze zdjęciem.',
      small: 'valid · listy: dziś, 09:12',
      facts: {
        age: pl.formats.years(21),
        school: 'Uczelnia',
        name: 'Anna Ż.',
        term: 'ważna do 31.03.2027',
      },
    });
  });

  it('names the age limit that was passed, and its code', () => {
    const { lead, small } = describeIt({ entitlement: 'denied:over-age', age: 26 });
    expect(lead.replace(/\s/gu, ' ')).toBe('Ukończone 26 lat');
    expect(small).toBe('denied:over-age · listy: dziś, 09:12');
  });

  it('asks for what is hidden', () => {
    const hidden = describeIt({ entitlement: 'unknown:age-not-disclosed', age: null });
    expect(hidden.headline).toBe('WIEK UKRYTY');
    expect(hidden.lead).toBe('Poproś o pokazanie daty urodzenia.');
    expect(hidden.facts?.age).toBe('wiek ukryty');
    const faceless = describeIt({ entitlement: 'unknown:portrait-not-disclosed' });
    expect(faceless.headline).toBe('BRAK ZDJĘCIA');
    expect(faceless.lead).toBe('Porównaj z dokumentem tożsamości.');
  });

  it.each([
    ['stale-code', 3_500, 'ahead', 58],
    ['code-from-future', -3_500, 'behind', 58],
    ['code-from-future', -3_500, 'set-back', 60],
    ['clock-untrusted', null, 'behind', 5],
    ['clock-untrusted', null, 'set-back', 5],
  ] as const)(
    'explains %s, off by %s s, by a clock that is %s by %d min',
    (reason, codeAge, name, minutes) => {
      const change = {
        kind: 'undecided',
        reason,
        codeAge,
        entitlement: null,
        person: null,
      } as const;
      const { detail } = describeIt(change, false, { name, minutes });
      expect(detail).toBe(pl.scan.clock[name](minutes));
    },
  );

  it.each([
    ['a clock that makes codes look newer', 'stale-code', 3_500, 'behind', 58],
    ['a clock that is off by less', 'stale-code', 3_500, 'ahead', 3],
    ['a clock that makes codes look older', 'code-from-future', -3_500, 'ahead', 58],
    ['a clock that is ahead', 'clock-untrusted', null, 'ahead', 58],
  ] as const)('does not excuse a code by %s', (_what, reason, codeAge, name, minutes) => {
    const change = { kind: 'undecided', reason, codeAge, entitlement: null, person: null } as const;
    const { detail } = describeIt(change, false, { name, minutes });
    expect(detail).not.toBe(pl.scan.clock[name](minutes));
  });

  it('does not speak of the clock with any other reason', () => {
    const change = { kind: 'rejected', reason: 'revoked', entitlement: null } as const;
    const { detail } = describeIt(change, false, { name: 'behind', minutes: 58 });
    expect(detail).toBe(pl.reasons.revoked.sentence);
  });

  it('says how old a stale code is', () => {
    const { detail } = failed('stale-code', { codeAge: 3_500 });
    expect(detail).toContain('Ten powstał 58 minut temu.');
  });

  it('says how far ahead a code is', () => {
    const { detail } = failed('code-from-future', { codeAge: -130 });
    expect(detail).toContain('za 2 minuty');
  });

  it('says which other code it is, where that is known', () => {
    expect(failed('not-a-card', { hint: 'mobywatel' }).detail).toBe(pl.hints.mobywatel);
    expect(failed('not-a-card').detail).toBe(pl.reasons['not-a-card'].sentence);
  });

  it('says so when there are no lists', () => {
    expect(failed('lists-missing', { listsAsOf: null }).small).toBe('lists-missing · bez list');
  });

  it('shows nothing of a person who was not verified', () => {
    expect(failed('bad-signature', { age: 21 }).facts).toBeNull();
  });

  it('dates a rejected card without calling it valid', () => {
    expect(failed('expired', { person }).facts?.term).toBe('termin: 31.03.2027');
  });
});

describe('a short name', () => {
  it.each([
    [{ givenName: 'Anna Maria', familyName: 'Kowalska-Nowak' }, 'Anna K.'],
    [{ givenName: 'Anna', familyName: null }, 'Anna'],
    [{ givenName: null, familyName: 'S\u0301liwa' }, 'Ś.'],
    [{ givenName: '', familyName: '' }, null],
    [{ givenName: null, familyName: null }, null],
  ])('of %j is %s', (names, short) => {
    expect(shortName({ ...person, ...names })).toBe(short);
  });
});

describe('the lists', () => {
  const lists = {
    state: 'ageing',
    asOf: at - 3 * 86_400_000,
    wereLost: false,
    freshUntil: at - 2 * 86_400_000,
    decidesUntil: at + 1 * 86_400_000,
    syncedAt: at - 3 * 86_400_000,
    generation: 1,
    issuers: 2,
    specimen: false,
  } as const;

  it('tell their age in days while they are ageing', () => {
    expect(listsTitle(lists, at, pl)).toBe('Listy sprzed 3 dni');
    expect(listsTitle({ ...lists, state: 'expired' }, at, pl)).toBe('Listy wygasły');
  });

  it('tell the share of their time that is left', () => {
    expect(shareLeft(lists, at)).toBe(0.25);
    expect(shareLeft(lists, at + 9 * 86_400_000)).toBe(0);
    expect(shareLeft({ ...lists, asOf: null }, at)).toBeNull();
  });
});

describe('the policies offered', () => {
  it('begin with reviewed ones and else keep their order', () => {
    const make = (id: string, unreviewed: boolean): Policy => ({ ...policy, id, unreviewed });
    const ordered = orderPolicies([make('a', true), make('b', false), make('c', false)]);
    expect(ordered.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});
