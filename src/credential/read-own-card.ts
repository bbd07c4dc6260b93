/**
 * What the holder's own page shows of the holder's own card: read, not verified, since its issuer
 * gave it to this very phone.
 */
import { readCompactJws } from '../base/jws.ts';
import { isJsonObject } from '../base/strict-json.ts';
import { readDisclosure, splitSdJwt } from './sd-jwt.ts';

/** A card as its holder sees it; null where the issuer signed no such claim. Days are `YYYY-MM-DD`. */
export interface OwnCard {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthdate: string | null;
  readonly documentNumber: string | null;
  /** A data URI. */
  readonly picture: string | null;
  readonly vct: string;
  readonly schoolId: string;
  readonly dateOfIssuance: string;
  readonly dateOfExpiry: string;
}

/** Reads an issuer-signed SD-JWT with its disclosures; null when it is none. */
export function readOwnCard(credential: string): OwnCard | null {
  const parts = splitSdJwt(credential);
  const jws = parts && readCompactJws(parts.issuerJwt);
  // RFC 9901 §7.2: what an issuer gives has no key binding.
  if (!jws?.ok || parts?.keyBindingJwt !== null) return null;
  const claims = new Map<string, unknown>(
    parts.disclosures.flatMap((text) => {
      const { name = null, value } = readDisclosure(text) ?? {};
      return name === null ? [] : [[name, value] as const];
    }),
  );
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const { payload } = jws.value;
  return {
    givenName: text(claims.get('given_name')),
    familyName: text(claims.get('family_name')),
    birthdate: text(claims.get('birthdate')),
    documentNumber: text(claims.get('document_number')),
    picture: text(claims.get('picture')),
    vct: text(payload.vct) ?? '',
    schoolId: text(isJsonObject(payload.school) ? payload.school.id : null) ?? '',
    dateOfIssuance: text(payload.date_of_issuance) ?? '',
    dateOfExpiry: text(payload.date_of_expiry) ?? '',
  };
}
