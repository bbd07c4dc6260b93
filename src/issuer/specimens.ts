/**
 * The specimen cards of a made-up world, one for each verdict worth seeing. A table: what each differs
 * in from a plain valid card. Names are unmistakably specimens.
 */
import { ageOn, warsawDay } from '../credential/calendar.ts';

/** What a specimen differs in; all else is a plain valid card of the first issuer. */
export interface SpecimenPlan {
  readonly id: string;
  /** Full years at the making of the world; `birthday` turns 26 that very day. */
  readonly age: number | 'birthday';
  readonly validity: 'current' | 'past' | 'future';
  readonly status: 'valid' | 'revoked' | 'suspended';
  readonly hide: readonly string[];
  readonly issuer: 'university' | 'pupils' | 'stranger';
  /** Who really signs: the issuer itself, a forger with the issuer's `kid`, or under a `kid` nobody lists. */
  readonly signature: 'issuer' | 'forger' | 'unlisted-key';
  /** Names a school of another issuer. */
  readonly foreignSchool: boolean;
  readonly keyBinding: boolean;
  /** Seconds added to the code's signing time. */
  readonly iatOffset: number;
}

const plain: Omit<SpecimenPlan, 'id'> = {
  age: 21,
  validity: 'current',
  status: 'valid',
  hide: [],
  issuer: 'university',
  signature: 'issuer',
  foreignSchool: false,
  keyBinding: true,
  iatOffset: 0,
};

const plan = (id: string, differences: Partial<SpecimenPlan> = {}): SpecimenPlan => ({
  ...plain,
  id,
  ...differences,
});

export const specimenPlans: readonly SpecimenPlan[] = [
  plan('valid'),
  plan('valid-over-26', { age: 28 }),
  plan('birthday-today', { age: 'birthday' }),
  plan('valid-no-portrait', { hide: ['picture'] }),
  plan('valid-age-hidden', { hide: ['birthdate'] }),
  plan('pupil', { issuer: 'pupils', age: 16 }),
  plan('expired', { validity: 'past' }),
  plan('not-yet-valid', { validity: 'future' }),
  plan('revoked', { status: 'revoked' }),
  plan('suspended', { status: 'suspended' }),
  plan('unknown-issuer', { issuer: 'stranger' }),
  plan('unknown-key', { signature: 'unlisted-key' }),
  plan('forged', { signature: 'forger' }),
  plan('other-school', { foreignSchool: true }),
  plan('stripped-binding', { keyBinding: false }),
  plan('screenshot', { iatOffset: -3600 }),
];

/** A number below `limit` from a seeded stream (mulberry32): for names and dates, never for keys. */
export type Dice = (limit: number) => number;

/** Dice that fall the same way for the same seed. */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const women = ['Anna', 'Maria', 'Julia', 'Zofia', 'Hanna', 'Łucja', 'Weronika', 'Żaneta'];
const men = ['Jan', 'Jakub', 'Michał', 'Stanisław', 'Łukasz', 'Szymon', 'Paweł', 'Józef'];
const surnames = ['Okaz', 'Wzór', 'Specimen', 'Przykład'];

/** Names that nobody bears. */
export function drawName(dice: Dice): { readonly givenName: string; readonly familyName: string } {
  const names = dice(2) === 0 ? women : men;
  const first = surnames[dice(surnames.length)] ?? 'Okaz';
  const double = dice(4) === 0 ? `-${surnames[dice(surnames.length)]}` : '';
  return { givenName: names[dice(names.length)] ?? 'Okaz', familyName: `${first}${double}` };
}

/** A birth date that gives the wished age on the day of `at` (seconds since 1970). */
export function drawBirthdate(age: SpecimenPlan['age'], at: number, dice: Dice): string {
  const today = warsawDay(at * 1000);
  if (age === 'birthday') return dateBack(today, 26, 0);
  const date = dateBack(today, age, 30 + dice(300));
  return ageOn(today, date) === age ? date : dateBack(today, age, 1);
}

function dateBack(day: string, years: number, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const leapDay = month === 2 && date === 29;
  const instant = Date.UTC(year - years, month - 1, (leapDay ? 28 : date) - days);
  return new Date(instant).toISOString().slice(0, 10);
}

/** A card's days and instants: issued, printed end, and how long the signature may live. */
export interface Validity {
  readonly dateOfIssuance: string;
  readonly dateOfExpiry: string;
  /** Seconds since 1970. */
  readonly nbf: number;
  readonly exp: number;
}

const day = 86_400;

/** Semesters end on 31 March and 31 October, a pupil's year on 30 September. */
export function planValidity(plan: SpecimenPlan, at: number): Validity {
  const ends = plan.issuer === 'pupils' ? ['-09-30'] : ['-03-31', '-10-31'];
  const start = plan.validity === 'future' ? at + 300 * day : at - 50 * day;
  const dateOfExpiry =
    plan.validity === 'past'
      ? endBefore(warsawDay((at - day) * 1000), ends)
      : endAfter(warsawDay((Math.max(at, start) + 45 * day) * 1000), ends);
  const issued = plan.validity === 'past' ? Date.parse(dateOfExpiry) / 1000 - 150 * day : start;
  const exp = Date.parse(dateOfExpiry) / 1000 + 400 * day;
  return { dateOfIssuance: warsawDay(issued * 1000), dateOfExpiry, nbf: issued, exp };
}

const endsAround = (today: string, ends: readonly string[]): readonly string[] =>
  [-1, 0, 1, 2]
    .flatMap((years) => ends.map((end) => `${Number(today.slice(0, 4)) + years}${end}`))
    .sort();

const endAfter = (today: string, ends: readonly string[]): string =>
  endsAround(today, ends).find((end) => end >= today) as string;

const endBefore = (today: string, ends: readonly string[]): string =>
  endsAround(today, ends).findLast((end) => end < today) as string;
