/** The same seed gives the same names and dates, and dates that fit every day of the year. */
import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/base/day.ts';
import { ageOn, warsawDay } from '../../src/credential/calendar.ts';
import { isPlainName } from '../../src/credential/display-name.ts';
import {
  drawBirthdate,
  drawName,
  planValidity,
  type SpecimenPlan,
  seededDice,
  specimenPlans,
} from '../../src/issuer/specimens.ts';

const instants = [
  ...['2026-11-23T12:00:00Z', '2026-03-30T12:00:00Z', '2026-03-31T21:59:00Z'],
  ...['2026-03-31T22:00:00Z', '2026-10-31T23:30:00Z', '2028-02-29T00:00:00Z'],
  ...['2026-09-30T12:00:00Z', '2026-12-31T23:00:00Z', '2027-01-01T00:00:00Z'],
].map((instant) => Date.parse(instant) / 1000);

const plan = (id: string): SpecimenPlan => {
  const found = specimenPlans.find((known) => known.id === id);
  if (!found) throw new Error(`no specimen ${id}`);
  return found;
};

describe('dice', () => {
  it('fall the same way for the same seed, and otherwise for another', () => {
    const throws = (seed: number): number[] => {
      const dice = seededDice(seed);
      return Array.from({ length: 50 }, () => dice(1000));
    };
    expect(throws(1)).toEqual(throws(1));
    expect(throws(1)).not.toEqual(throws(2));
    for (const value of throws(3)) expect(value).toBeLessThan(1000);
  });
});

describe('specimens', () => {
  it('bear names that an issuer may sign', () => {
    const dice = seededDice(5);
    for (let index = 0; index < 200; index++) {
      const { givenName, familyName } = drawName(dice);
      expect(isPlainName(givenName) && isPlainName(familyName)).toBe(true);
    }
  });

  it('have their age on the day of the world’s making, whatever the day', () => {
    const dice = seededDice(6);
    for (const at of instants)
      for (const age of [16, 21, 28] as const)
        for (let index = 0; index < 30; index++) {
          const birthdate = drawBirthdate(age, at, dice);
          expect(ageOn(warsawDay(at * 1000), birthdate)).toBe(age);
        }
  });

  it('turn 26 on the very day, unless it is 29 February, on which nobody turns 26', () => {
    for (const at of instants) {
      const today = warsawDay(at * 1000);
      if (today.endsWith('-02-29')) continue;
      const birthdate = drawBirthdate('birthday', at, seededDice(1));
      expect(ageOn(today, birthdate)).toBe(26);
      expect(ageOn(warsawDay((at - 86_400) * 1000), birthdate)).toBe(25);
    }
  });

  it('are current, past or future on the day of the world’s making, whatever the day', () => {
    for (const at of instants) {
      const today = warsawDay(at * 1000);
      const current = planValidity(plan('valid'), at);
      expect(current.dateOfIssuance <= today && today < current.dateOfExpiry).toBe(true);
      expect(planValidity(plan('expired'), at).dateOfExpiry < today).toBe(true);
      expect(planValidity(plan('not-yet-valid'), at).dateOfIssuance > today).toBe(true);
    }
  });

  it('end with the semester or a pupil’s year, and technically long after', () => {
    for (const at of instants)
      for (const known of specimenPlans) {
        const { dateOfExpiry, exp, nbf } = planValidity(known, at);
        const end = known.issuer === 'pupils' ? /-09-30$/ : /-(?:03-31|10-31)$/;
        expect(dateOfExpiry).toMatch(end);
        const reserve = exp - (readDay(dateOfExpiry) as number) / 1000;
        expect(reserve).toBeGreaterThanOrEqual(180 * 86_400);
        expect(nbf).toBeLessThan(exp);
      }
  });
});
