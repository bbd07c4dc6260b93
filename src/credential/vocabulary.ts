/**
 * The words of the credential (PROTOCOL §1, §2): types, claims and fixed values. Standards: SD-JWT
 * = RFC 9901, SD-JWT VC = draft-ietf-oauth-sd-jwt-vc-26, JOSE = RFC 7515/7517/7518.
 */

export const credentialType = 'dc+sd-jwt';
export const keyBindingType = 'kb+jwt';

/** `aud` of a code that is shown to whoever scans it (broadcast mode). */
export const broadcastAudience = 'urn:mlegitymacja:verify:1';

/** The kinds of card. */
export const cardTypes = ['urn:mlegitymacja:student:1', 'urn:mlegitymacja:pupil:1'] as const;
export type CardType = (typeof cardTypes)[number];

/** Claims that the holder may show or hide. */
export const disclosableClaims = [
  'given_name',
  'family_name',
  'birthdate',
  'document_number',
  'picture',
] as const;
export type DisclosableClaim = (typeof disclosableClaims)[number];

/** What a card shows unless its holder says otherwise: the number stays hidden. */
export const defaultDisclosures: readonly DisclosableClaim[] = [
  'given_name',
  'family_name',
  'birthdate',
  'picture',
];

/** Claims that must never come from a disclosure (SD-JWT VC §2.2.2.3, RFC 9901 §9.7, PROTOCOL §1). */
export const neverDisclosed: ReadonlySet<string> = new Set([
  'iss',
  'aud',
  'iat',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'aka_vcts',
  'status',
  'school',
  'date_of_issuance',
  'date_of_expiry',
]);

/** A picture's size as signed, in bytes: what issuers aim at, and what nobody may exceed. */
export const pictureBytes = { target: 600, maximum: 720 } as const;
