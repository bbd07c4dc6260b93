/** What the verdict screen says and how it looks, from made-up verdicts and a fixed instant. */
import { describe, expect, it } from 'vitest';
import { kindOfReason, type ReasonCode } from '../../src/verdict/reasons.ts';
import type { Person, Verdict } from '../../src/verdict/verdict.ts';
import type { ClockView, VerdictView } from '../../src/verifier/models/app-state.ts';
import { listsTitle, shareLeft } from '../../src/verifier/models/lists-age.ts';
import { describeVerdict, shortName } from '../../src/verifier/models/verdict-copy.ts';
import { deedsOf } from '../../src/verifier/models/verdict-deeds.ts';
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
const viewOf = (change: Partial<Verdict>, more: Partial<VerdictView> = {}): VerdictView => ({
  name: 'verdict',
  verdict: { ...granted, ...change },
  at,
  policies: [policy],
  number: 'K7QF2M9X',
  seenAgo: null,
  look: 'unaided',
  ...more,
});
const describeIt = (
  change: Partial<Verdict>,
  more: Partial<VerdictView> = {},
  clock: ClockView = { name: 'steady' },
) => describeVerdict({ view: viewOf(change, more), clock }, pl);
const failed = (reason: ReasonCode, more: Partial<Verdict> = {}) =>
  describeIt({ kind: kindOfReason[reason], reason, entitlement: null, person: null, ...more });
const noPortrait = { entitlement: 'unknown:portrait-not-disclosed' } as const;

describe('the look of a verdict', () => {
  it.each([
    ['accepted', 'granted', 'unaided', 'granted'],
    ['accepted', 'granted', 'portrait-failed', 'undecided'],
    ['accepted', 'granted', 'compared', 'granted'],
    ['accepted', 'granted', 'other-person', 'denied'],
    ['accepted', 'denied:over-age', 'unaided', 'denied'],
    ['accepted', 'denied:wrong-document', 'compared', 'denied'],
    ['accepted', 'unknown:age-not-disclosed', 'unaided', 'undecided'],
    ['accepted', 'unknown:age-not-disclosed', 'compared', 'undecided'],
    ['accepted', 'unknown:portrait-not-disclosed', 'unaided', 'undecided'],
    ['accepted', 'unknown:portrait-not-disclosed', 'compared', 'granted'],
    ['accepted', 'unknown:portrait-not-disclosed', 'other-person', 'denied'],
    ['accepted', null, 'unaided', 'undecided'],
    ['rejected', null, 'unaided', 'rejected'],
    ['undecided', null, 'unaided', 'undecided'],
    ['unreadable', null, 'unaided', 'unreadable'],
  ] as const)('shows %s with %s, %s, as %s', (kind, entitlement, comparison, look) => {
    expect(lookOf({ kind, entitlement }, comparison)).toBe(look);
  });

  it('is not green when the signed portrait could not be painted', () => {
    const { headline, look } = describeIt({}, { look: 'portrait-failed' });
    expect({ headline, look }).toEqual({ headline: 'BRAK ZDJĘCIA', look: 'undecided' });
  });
});

describe('the words of a verdict', () => {
  it('says until which day a granted discount applies', () => {
    expect(describeIt({})).toEqual({
      look: 'granted',
      headline: 'ULGA',
      line: 'legitymacja ważna',
      lead: 'Ulga 51 % do\u00a031.03.2027 włącznie',
      detail: 'Kolej, student. Porównaj twarz ze zdjęciem.',
      small: 'valid · listy: dziś, 09:12',
      record: 'zapis\u00a0K7QF-2M9X',
      rows: [],
      seen: null,
      facts: {
        age: pl.formats.years(21),
        school: 'Uczelnia',
        name: 'Anna Ż.',
        fullName: 'Anna Maria Żółta',
        term: 'ważna do\u00a031.03.2027',
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
    const faceless = describeIt(noPortrait);
    expect(faceless.headline).toBe('BRAK ZDJĘCIA');
    expect(faceless.lead.replace(/\s/gu, ' ')).toBe('Porównaj z dokumentem tożsamości.');
  });

  it('grants, without a day, what was compared with another document', () => {
    const { look, headline, lead, detail } = describeIt(
      { ...noPortrait, entitledThrough: {} },
      { look: 'compared' },
    );
    expect({ look, headline, lead }).toEqual({
      look: 'granted',
      headline: 'ULGA',
      lead: 'Ulga 51 %',
    });
    expect(detail).toContain(pl.verdict.compared);
  });

  it('calls a valid card in other hands by neither', () => {
    const { look, headline, line, rows } = describeIt({}, { look: 'other-person' });
    expect({ look, headline, rows }).toEqual({ look: 'denied', headline: 'INNA OSOBA', rows: [] });
    expect(line).toBe('legitymacja ważna, okaziciel nie');
  });

  it.each([
    ['the law’s discount', { statutory: true }, ['ULGA', 'DISCOUNT', 'ПІЛЬГА']],
    ['a venue’s own', { statutory: false }, ['ULGA', 'DISCOUNT', 'ЗНИЖКА']],
    ['validity alone', { id: 'validity-only', statutory: false }, ['WAŻNA', 'VALID', 'ДІЙСНА']],
  ] as const)('leads with %s', (_, change, headlines) => {
    const view = viewOf({}, { policies: [{ ...policy, ...change }] });
    const said = [textsOf.pl, textsOf.en, textsOf.uk].map(
      (texts) => describeVerdict({ view, clock: { name: 'steady' } }, texts).headline,
    );
    expect(said).toEqual(headlines);
  });

  it('promises no discount where validity alone was asked for', () => {
    const validity = { ...policy, id: 'validity-only', statutory: false };
    const through = { 'validity-only': '2027-03-31' };
    const said = describeIt({ entitledThrough: through }, { policies: [validity] });
    expect(said.lead).toBe(pl.verdict.validityThrough('31.03.2027'));
    expect(JSON.stringify(said)).not.toMatch(/ulga/iu);
  });

  it('gives each of several discounts a row, and one alone none', () => {
    const others = ['denied', 'hidden', 'faceless'].map((id) => ({ ...policy, id }));
    const entitlements = {
      'rail-student-51': 'granted',
      denied: 'denied:wrong-document',
      hidden: 'unknown:age-not-disclosed',
      faceless: 'unknown:portrait-not-disclosed',
    } as const;
    const policies = [policy, ...others];
    const standings = (look: VerdictView['look']) =>
      describeIt({ entitlements }, { policies, look }).rows.map(({ standing }) => standing);
    expect(standings('unaided')).toEqual(['granted', 'denied', 'undecided', 'undecided']);
    expect(standings('compared')).toEqual(['granted', 'denied', 'undecided', 'granted']);
    expect(describeIt({ entitlements }).rows).toEqual([]);
  });

  it('says that the same card was here before, and else says the same', () => {
    const { seen, ...rest } = describeIt({}, { seenAgo: 40 });
    expect(seen?.replace(/\s/gu, ' ')).toBe('Sprawdzono 40 s temu');
    expect({ ...rest, seen: null }).toEqual(describeIt({}));
  });

  it.each([
    ['after a semester’s end', '2026-10-31', '2026-11-23T10:00:00Z', true],
    ['before a semester’s end', '2026-03-31', '2026-10-10T10:00:00Z', true],
    ['long after the card’s end', '2026-10-31', '2027-01-15T10:00:00Z', false],
    ['in summer', '2026-03-31', '2026-07-15T10:00:00Z', false],
    ['though its days are not over', '2027-10-31', '2027-01-15T10:00:00Z', true],
  ])(
    'asks %s, of a card that has expired, to refresh it or not',
    (_, validUntil, instant, asks) => {
      const { lead } = describeIt(
        { kind: 'rejected', reason: 'expired', entitlement: null, validUntil },
        { at: Date.parse(instant) },
      );
      expect(lead === pl.reasons.expired.nextStep).toBe(asks);
      if (!asks) expect(lead).toBe(pl.verdict.expiredOn('').nextStep);
    },
  );

  it('knows the pupils’ own year', () => {
    const pupil = { vct: 'urn:mlegitymacja:pupil:1', validUntil: '2026-09-30' };
    const change = { kind: 'rejected', reason: 'expired', entitlement: null, ...pupil } as const;
    const leadAt = (day: string) => describeIt(change, { at: Date.parse(day) }).lead;
    expect(leadAt('2026-10-15')).toBe(pl.reasons.expired.nextStep);
    expect(leadAt('2026-11-23')).not.toBe(pl.reasons.expired.nextStep);
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
      const { detail } = describeIt(change, {}, { name, minutes });
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
    const { detail } = describeIt(change, {}, { name, minutes });
    expect(detail).not.toBe(pl.scan.clock[name](minutes));
  });

  it('does not speak of the clock with any other reason', () => {
    const change = { kind: 'rejected', reason: 'revoked', entitlement: null } as const;
    const { detail } = describeIt(change, {}, { name: 'behind', minutes: 58 });
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

describe('the deeds on a verdict', () => {
  it.each([
    ['a grant', {}, 'unaided', ['other-person', 'hold']],
    ['a denial', { entitlement: 'denied:over-age' }, 'unaided', ['other-person', 'show-passenger']],
    [
      'a hidden age',
      { entitlement: 'unknown:age-not-disclosed' },
      'unaided',
      ['other-person', 'show-passenger'],
    ],
    ['no portrait', noPortrait, 'unaided', ['compared', 'other-person', 'show-passenger']],
    ['no portrait, compared', noPortrait, 'compared', ['other-person', 'hold']],
    ['a portrait unseen', {}, 'portrait-failed', ['compared', 'other-person', 'show-passenger']],
    ['somebody else', {}, 'other-person', ['same-person', 'show-passenger']],
    ['a rejected card', { kind: 'rejected' }, 'unaided', ['show-passenger']],
    ['an undecided card', { kind: 'undecided' }, 'unaided', ['show-passenger', 'by-eye']],
    ['an unreadable code', { kind: 'unreadable' }, 'unaided', ['by-eye']],
  ] as const)('fit %s', (_, change, look, deeds) => {
    expect(deedsOf(viewOf(change, { look }))).toEqual(deeds);
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
