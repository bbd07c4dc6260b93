/**
 * How a check's findings become a verdict. Judges nothing: check.ts does.
 */
import { ageOn } from '../credential/calendar.ts';
import type { CardClaims } from '../credential/card-claims.ts';
import { displayName } from '../credential/display-name.ts';
import type { VerifiedClaims } from '../credential/verify.ts';
import type { Generation } from '../trust/generation.ts';
import type { IssuanceKey } from '../trust/trust-list.ts';
import { kindOfReason, type ReasonCode } from './reasons.ts';
import type { Person, Verdict } from './verdict.ts';

/** The reason where a check ended, and what had been found by then. */
export type Found = { readonly reason: ReasonCode } & Partial<Verdict>;

/** The lists that a verdict names, and whether they come from a made-up world. */
export interface CheckedUnder {
  readonly generation: Generation | null;
  readonly specimen: boolean;
}

/** What a verdict says of a card whose signatures held. `credential` is the card's own hash. */
export function describeCard(
  claims: VerifiedClaims,
  key: IssuanceKey,
  today: string,
  validUntil: string,
  credential: string,
): Partial<Verdict> {
  return {
    age: claims.birthdate === null ? null : ageOn(today, claims.birthdate),
    school: { id: claims.schoolId, name: key.attests.get(claims.schoolId)?.name ?? '' },
    vct: claims.vct,
    dateOfExpiry: claims.dateOfExpiry,
    validUntil,
    credential,
    person: describePerson(claims),
  };
}

function describePerson({ givenName, familyName, picture }: CardClaims): Person {
  const given = givenName === null ? null : displayName(givenName);
  const family = familyName === null ? null : displayName(familyName);
  return {
    givenName: given?.name ?? null,
    familyName: family?.name ?? null,
    nameWasStripped: given?.stripped === true || family?.stripped === true,
    portrait: picture,
  };
}

/** A verdict of what was found; whatever was not looked at is null. */
export function describeCheck({ generation, specimen }: CheckedUnder, found: Found): Verdict {
  return {
    kind: kindOfReason[found.reason],
    reasons: [found.reason],
    entitlement: null,
    entitlements: {},
    entitledThrough: {},
    age: null,
    school: null,
    vct: null,
    dateOfExpiry: null,
    validUntil: null,
    listsAsOf: generation ? new Date(generation.manifest.iat * 1000).toISOString() : null,
    generation: generation?.manifest.version ?? null,
    hint: null,
    codeAge: null,
    credential: null,
    specimen,
    person: null,
    ...found,
  };
}

/** The verdict on a code that is in view and does not read: there is no text to check. */
export const describeUndecodable = (under: CheckedUnder): Verdict =>
  describeCheck(under, { reason: 'no-decode' });
