/**
 * Age limits told by somebody made up: born on a day in June, in the year in which the limits come next.
 * Pure; which day it is comes in.
 */
import { dayBefore, dayOfAge } from '../../credential/calendar.ts';
import { endOf, type PolicyTerms } from './own-policy.ts';

/** Days `YYYY-MM-DD`, both inclusive; null without such a limit. */
export interface AgeExample {
  readonly born: string;
  readonly from: string | null;
  readonly through: string | null;
}

/** The example for these limits; null without any. */
export function exampleOf(
  { minimumAge, maximumAge }: Pick<PolicyTerms, 'minimumAge' | 'maximumAge'>,
  today: string,
): AgeExample | null {
  const end = maximumAge && endOf(maximumAge);
  const age = end ?? minimumAge;
  if (age === null) return null;
  const born = `${Number(today.slice(0, 4)) + 1 - age}-06-15`;
  return {
    born,
    from: minimumAge === null ? null : dayOfAge(born, minimumAge),
    through: end === null ? null : dayBefore(dayOfAge(born, end)),
  };
}
