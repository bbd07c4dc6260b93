/**
 * Discounts at their edges, through the whole check: days begin at midnight in Warsaw, in winter and in
 * summer; ages end with the birthday; the law may move a card's end.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Extension, Policy } from '../../src/trust/policies.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { withPolicies } from '../fixtures/check-card.ts';
import { type Case, CaseRunner } from '../fixtures/checked-case.ts';
import { claim, pictureUri } from '../fixtures/hand-made-card.ts';
import { studentPolicy } from '../fixtures/student-policy.ts';
import { makeTestWorld, type TestWorld } from '../fixtures/test-world.ts';

let world: TestWorld;
let runner: CaseRunner;
beforeAll(async () => {
  world = await makeTestWorld();
  runner = await CaseRunner.in(world);
});
afterAll(() => world.remove());

const pupilCard = 'urn:mlegitymacja:pupil:1';
const year = 365 * 86_400;

/** What a case changes: who holds the card, when it is shown, and by what it is judged. */
interface Edge {
  /** RFC 3339, with its offset. */
  readonly at: string;
  /** null: not disclosed. */
  readonly born?: string | null;
  readonly card?: Readonly<Record<string, unknown>>;
  readonly policies?: readonly Policy[];
  readonly extensions?: readonly Extension[];
}

/** Checks a card with a long life under lists with a long life, so that only the edge decides. */
async function checkAt({ at, born = '2005-03-17', card, policies, extensions = [] }: Edge) {
  const now = Date.parse(at);
  const seconds = Math.floor(now / 1000);
  const disclosures = [claim('picture', pictureUri), ...(born ? [claim('birthdate', born)] : [])];
  const payload = {
    iat: seconds - 60,
    nbf: seconds - 60,
    exp: Date.parse('2061-03-31T00:00:00Z') / 1000,
    date_of_issuance: '2010-01-01',
    date_of_expiry: '2060-03-31',
    ...card,
  };
  const plan: Case = {
    card: { payload, disclosures },
    binding: { payload: { iat: seconds } },
    lists: (plain) => ageless(withPolicies(plain, { extensions }), seconds),
    context: {
      now,
      policies: (policies ?? [studentPolicy]).map(({ id }) => id),
      ownPolicies: policies ?? [],
    },
  };
  return runner.run(plan);
}

type Lists = CaseRunner['generation'];

/** The same lists as if they had been signed at that time: whatever the year, they are fresh. */
function ageless(lists: Lists, seconds: number): Lists {
  const dates = { iat: seconds - 60, exp: seconds + year, ttl: year };
  const issuers = new Map(
    [...lists.trustList.issuers].map(([iss, issuer]) => {
      const keys = [...issuer.issuanceKeys].map(
        ([kid, key]) => [kid, { ...key, from: 0, until: null }] as const,
      );
      return [iss, { ...issuer, issuanceKeys: new Map(keys) }] as const;
    }),
  );
  const statusLists = new Map(
    [...lists.statusLists].map(([key, list]) => [key, { ...list, ...dates }] as const),
  );
  return {
    ...lists,
    root: { ...lists.root, ...dates },
    manifest: { ...lists.manifest, ...dates },
    trustList: { ...lists.trustList, ...dates, issuers },
    policies: { ...lists.policies, ...dates },
    statusLists,
  };
}

const rail: Policy = { ...studentPolicy, documents: ['urn:mlegitymacja:student:1'] };
const own = (id: string, change: Partial<Policy>): Policy => ({ ...rail, id, ...change });
const upTo = (years: number, inclusive: boolean) => ({ maximumAge: { years, inclusive } });
const decided = ({ reason, entitlement }: Verdict): string => entitlement ?? reason;

describe('a limit of 26 years, not inclusive,', () => {
  const edges: [string, string, string, string][] = [
    ['the day before the birthday', '2000-11-24', '2026-11-23T12:00:00+01:00', 'granted'],
    ['the birthday itself', '2000-11-23', '2026-11-23T12:00:00+01:00', 'denied:over-age'],
    ['the last second in winter', '2001-01-15', '2027-01-14T23:59:59+01:00', 'granted'],
    ['midnight in winter', '2001-01-15', '2027-01-15T00:00:00+01:00', 'denied:over-age'],
    ['UTC’s midnight in winter', '2001-01-15', '2027-01-15T00:59:59+01:00', 'denied:over-age'],
    ['the last second in summer', '2001-07-15', '2027-07-14T23:59:59+02:00', 'granted'],
    ['midnight in summer', '2001-07-15', '2027-07-15T00:00:00+02:00', 'denied:over-age'],
    ['before UTC’s midnight in summer', '2001-07-15', '2027-07-14T22:00:00Z', 'denied:over-age'],
    ['the eve of summer time', '2001-03-28', '2027-03-27T23:59:59+01:00', 'granted'],
    ['midnight before summer time', '2001-03-28', '2027-03-28T00:00:00+01:00', 'denied:over-age'],
    ['the short day’s last second', '2001-03-29', '2027-03-28T23:59:59+02:00', 'granted'],
    ['midnight after the short day', '2001-03-29', '2027-03-29T00:00:00+02:00', 'denied:over-age'],
    ['the eve of winter time', '2001-10-31', '2027-10-30T23:59:59+02:00', 'granted'],
    ['midnight before winter time', '2001-10-31', '2027-10-31T00:00:00+02:00', 'denied:over-age'],
    ['the repeated hour', '2001-11-01', '2027-10-31T02:30:00+01:00', 'granted'],
    ['the long day’s last second', '2001-11-01', '2027-10-31T23:59:59+01:00', 'granted'],
    ['midnight after the long day', '2001-11-01', '2027-11-01T00:00:00+01:00', 'denied:over-age'],
    ['27 February of a common year', '2004-02-29', '2030-02-27T23:59:59+01:00', 'granted'],
    ['28 February of a common year', '2004-02-29', '2030-02-28T00:00:00+01:00', 'denied:over-age'],
    ['the last second of a year', '2001-01-01', '2026-12-31T23:59:59+01:00', 'granted'],
    ['New Year’s midnight', '2001-01-01', '2027-01-01T00:00:00+01:00', 'denied:over-age'],
  ];
  it.each(edges)('on %s: born %s, at %s, is %s', async (_, born, at, expected) => {
    expect(decided(await checkAt({ at, born, policies: [rail] }))).toBe(expected);
  });
});

describe('born on 29 February,', () => {
  const edges: [string, string, Partial<Policy>, string][] = [
    ['the 28th of a leap year is the day before', '2028-02-28', upTo(24, false), 'granted'],
    ['the 29th of a leap year is the birthday', '2028-02-29', upTo(24, false), 'denied:over-age'],
    ['a least age begins on the 28th', '2022-02-28', { minimumAge: 18 }, 'granted'],
    ['and not on the 27th', '2022-02-27', { minimumAge: 18 }, 'denied:under-age'],
    ['a least age begins on a leap year’s 29th', '2024-02-29', { minimumAge: 20 }, 'granted'],
    ['and not on its 28th', '2024-02-28', { minimumAge: 20 }, 'denied:under-age'],
  ];
  it.each(edges)('%s: on %s', async (_, day, change, expected) => {
    const policies = [own('rail-student-51-test', { maximumAge: null, ...change })];
    const verdict = await checkAt({ at: `${day}T12:00:00+01:00`, born: '2004-02-29', policies });
    expect(decided(verdict)).toBe(expected);
  });
});

describe('an age limit that', () => {
  const at = '2026-11-23T12:00:00+01:00';
  const judge = async (born: string, change: Partial<Policy>): Promise<string> =>
    decided(await checkAt({ at, born, policies: [own('venue-1', change)] }));

  it('is inclusive lasts until the next birthday', async () => {
    expect(await judge('2000-11-23', upTo(26, true))).toBe('granted');
    expect(await judge('1999-11-24', upTo(26, true))).toBe('granted');
    expect(await judge('1999-11-23', upTo(26, true))).toBe('denied:over-age');
  });

  it('is not inclusive ends with that birthday', async () => {
    expect(await judge('2000-11-24', upTo(26, false))).toBe('granted');
    expect(await judge('2000-11-23', upTo(26, false))).toBe('denied:over-age');
  });

  it('is a least age begins with that birthday', async () => {
    const least = { maximumAge: null, minimumAge: 18 };
    expect(await judge('2008-11-23', least)).toBe('granted');
    expect(await judge('2008-11-24', least)).toBe('denied:under-age');
  });

  it('asks for an age that is not disclosed is not decided', async () => {
    const hidden = (change: Partial<Policy>) =>
      checkAt({ at, born: null, policies: [own('venue-1', change)] });
    expect(decided(await hidden(upTo(26, false)))).toBe('unknown:age-not-disclosed');
    expect(decided(await hidden({ maximumAge: null, minimumAge: 7 }))).toBe(
      'unknown:age-not-disclosed',
    );
    expect(decided(await hidden({ maximumAge: null }))).toBe('granted');
  });

  it('ends before the card is the day through which the discount applies', async () => {
    const verdict = await checkAt({ at, born: '2001-03-14', policies: [rail] });
    expect(verdict.entitledThrough).toEqual({ [rail.id]: '2027-03-13' });
  });
});

describe('a card past its end', () => {
  const at = '2027-04-15T12:00:00+02:00';
  const expired = { date_of_expiry: '2027-03-31' };
  const extension: Extension = {
    vct: 'urn:mlegitymacja:student:1',
    schools: 'any',
    expiringFrom: '2027-03-01',
    expiringTo: '2027-03-31',
    newEnd: '2027-05-30',
    basis: 'Dz.U. (okaz)',
  };
  const check = (change: Partial<Extension> | null, when = at) =>
    checkAt({
      at: when,
      card: expired,
      policies: [rail],
      extensions: change === null ? [] : [{ ...extension, ...change }],
    });

  it('is expired without an extension', async () => {
    expect(await check(null)).toMatchObject({ reason: 'expired', validUntil: '2027-03-31' });
  });

  it('is accepted under a signed one, through its last day', async () => {
    expect(await check({})).toMatchObject({
      reason: 'valid',
      entitlement: 'granted',
      dateOfExpiry: '2027-03-31',
      validUntil: '2027-05-30',
      entitledThrough: { [rail.id]: '2027-05-30' },
    });
  });

  it('is accepted to the last second of that day in Warsaw, and not a second longer', async () => {
    expect((await check({}, '2027-05-30T23:59:59+02:00')).reason).toBe('valid');
    expect((await check({}, '2027-05-31T00:00:00+02:00')).reason).toBe('expired');
  });

  it.each([
    ['another kind of card', { vct: pupilCard }],
    ['another school', { schools: ['OKAZ-2'] }],
    ['cards that ended later', { expiringFrom: '2027-04-01', expiringTo: '2027-04-30' }],
    ['cards that ended earlier', { expiringTo: '2027-03-30' }],
  ] as [string, Partial<Extension>][])('is not helped by one for %s', async (_, change) => {
    expect((await check(change)).reason).toBe('expired');
  });

  it('is helped by one for its own school among others', async () => {
    expect((await check({ schools: ['OKAZ-2', 'OKAZ-1'] })).reason).toBe('valid');
  });

  it('keeps the age limit under an extension', async () => {
    const verdict = await checkAt({
      at,
      born: '2001-05-02',
      card: expired,
      policies: [rail],
      extensions: [extension],
    });
    expect(verdict.entitledThrough).toEqual({ [rail.id]: '2027-05-01' });
  });
});

describe('discounts judged together', () => {
  const at = '2026-11-23T12:00:00+01:00';
  const pupil = own('rail-pupil-37-test', { documents: [pupilCard], ...upTo(24, false) });
  const museum = own('venue-museum', { documents: 'any', ...upTo(26, true), statutory: false });

  it('tell a student’s from a pupil’s', async () => {
    expect(decided(await checkAt({ at, policies: [pupil] }))).toBe('denied:wrong-document');
    expect(decided(await checkAt({ at, policies: [rail] }))).toBe('granted');
  });

  it('are decided each by its own terms, three at once, the first of them first', async () => {
    const verdict = await checkAt({ at, born: '2000-11-23', policies: [pupil, rail, museum] });
    expect(verdict).toMatchObject({
      kind: 'accepted',
      entitlement: 'denied:wrong-document',
      entitlements: {
        [pupil.id]: 'denied:wrong-document',
        [rail.id]: 'denied:over-age',
        [museum.id]: 'granted',
      },
      entitledThrough: { [museum.id]: '2027-11-22' },
    });
    expect(Object.keys(verdict.entitledThrough)).toEqual([museum.id]);
  });

  it('never take a venue’s own for the signed one of that id', async () => {
    const mild = own('rail-student-51', { maximumAge: null });
    expect(decided(await checkAt({ at, born: '1980-01-01', policies: [mild] }))).toBe(
      'denied:over-age',
    );
  });
});
