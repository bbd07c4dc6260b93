/**
 * Whether one discount applies to an accepted card (PROTOCOL §4), and through which day. Order: the
 * document, what is known of the age, and only then what is hidden.
 */

import { dayBefore, dayOfAge } from '../credential/calendar.ts';
import type { CardClaims } from '../credential/card-claims.ts';
import type { Extension, Policy } from '../trust/policies.ts';
import type { Entitlement } from './reasons.ts';

/** Decides one policy for a card on a day in Warsaw. */
export function decideEntitlement(policy: Policy, card: CardClaims, today: string): Entitlement {
  if (policy.documents !== 'any' && !policy.documents.includes(card.vct))
    return 'denied:wrong-document';
  const { minimumAge, maximumAge } = policy;
  if (card.birthdate === null) {
    if (minimumAge !== null || maximumAge !== null) return 'unknown:age-not-disclosed';
  } else {
    if (minimumAge !== null && today < dayOfAge(card.birthdate, minimumAge))
      return 'denied:under-age';
    const last = lastDayOfAgeLimit(policy, card.birthdate);
    if (last !== null && today > last) return 'denied:over-age';
  }
  if (policy.portrait === 'required' && !card.picture) return 'unknown:portrait-not-disclosed';
  return 'granted';
}

/** The last day on which a granted discount applies: the earlier of card's end and age limit. */
export function entitledThrough(policy: Policy, card: CardClaims, validUntil: string): string {
  const last = card.birthdate === null ? null : lastDayOfAgeLimit(policy, card.birthdate);
  return last !== null && last < validUntil ? last : validUntil;
}

/** `date_of_expiry` after the signed extensions that cover this card; never moved back. */
export function extendedEnd(card: CardClaims, extensions: readonly Extension[]): string {
  return extensions
    .filter(
      ({ vct, schools, expiringFrom, expiringTo }) =>
        vct === card.vct &&
        (schools === 'any' || schools.includes(card.schoolId)) &&
        expiringFrom <= card.dateOfExpiry &&
        card.dateOfExpiry <= expiringTo,
    )
    .reduce((end, { newEnd }) => (newEnd > end ? newEnd : end), card.dateOfExpiry);
}

function lastDayOfAgeLimit({ maximumAge }: Policy, birthdate: string): string | null {
  if (!maximumAge) return null;
  return dayBefore(dayOfAge(birthdate, maximumAge.years + (maximumAge.inclusive ? 1 : 0)));
}
