/**
 * The issuer's side (RFC 9901 §6): makes the SD-JWT that a phone keeps. Refuses what a verifier would
 * have to strip or reject, so that nobody finds out at the turnstile.
 */
import { encodeBase64, encodeBase64url, encodeUtf8 } from '../base/bytes.ts';
import { readDay } from '../base/day.ts';
import type { PrivateJwk } from '../base/jws.ts';
import { importPublicJwk, type PublicJwk } from '../base/public-key.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { signCompactJws } from '../base/sign-jws.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { type CardClaims, type Picture, readCardClaims } from './card-claims.ts';
import { isPlainName } from './display-name.ts';
import { hasCardSize } from './picture-size.ts';
import { processDisclosures } from './process-disclosures.ts';
import { digestOf } from './sd-jwt.ts';
import { credentialType, pictureBytes } from './vocabulary.ts';

/** What a card says; the picture may be missing. */
export type CardData = Omit<
  CardClaims,
  'givenName' | 'familyName' | 'birthdate' | 'documentNumber'
> & {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthdate: string;
  readonly documentNumber: string;
};

export interface IssuerKey {
  readonly kid: string;
  readonly key: PrivateJwk;
}

export type IssueFailure =
  | 'unfit-name'
  | 'unfit-date'
  | 'unfit-picture'
  | 'picture-too-large'
  | 'unfit-claim';

const saltBytes = 16;

/** Issues a card as SD-JWT with all its disclosures. `randomBytes` gives that many fresh bytes. */
export async function issue(
  card: CardData,
  issuer: IssuerKey,
  randomBytes: (length: number) => Uint8Array,
): Promise<Result<string, IssueFailure>> {
  if (!isPlainName(card.givenName) || !isPlainName(card.familyName)) return fail('unfit-name');
  const days = [card.birthdate, card.dateOfIssuance, card.dateOfExpiry];
  if (days.some((day) => readDay(day) === null)) return fail('unfit-date');
  if (card.picture) {
    const { type, bytes } = card.picture;
    if (bytes.length > pictureBytes.maximum) return fail('picture-too-large');
    if (!hasCardSize(type, bytes)) return fail('unfit-picture');
  }

  const claims: (readonly [string, string])[] = [
    ['given_name', card.givenName],
    ['family_name', card.familyName],
    ['birthdate', card.birthdate],
    ['document_number', card.documentNumber],
  ];
  if (card.picture) claims.push(['picture', pictureUri(card.picture)]);
  const disclosures = claims.map(([name, value]) =>
    encodeBase64url(
      encodeUtf8(JSON.stringify([encodeBase64url(randomBytes(saltBytes)), name, value])),
    ),
  );
  // Sorted, so that the order says nothing of what is hidden (RFC 9901 §4.2.4.1).
  const digests = disclosures.map(digestOf).sort();
  const payload = visibleClaims(card, digests);
  // What a verifier would make of it, before anybody signs it.
  const processed = processDisclosures(payload, disclosures);
  const isFit = processed.ok && readCardClaims(processed.value).ok && issuer.kid !== '';
  if (!isFit || !(await importPublicJwk(card.holderKey))) return fail('unfit-claim');
  const jwt = await signCompactJws({ typ: credentialType, kid: issuer.kid }, payload, issuer.key);
  return ok([jwt, ...disclosures, ''].join('~'));
}

/** The member order is the dictionary's: it makes cards small, and means nothing else. */
function visibleClaims(card: CardData, digests: readonly string[]): JsonObject {
  const { kty, crv, x, y }: PublicJwk = card.holderKey;
  return {
    iss: card.iss,
    iat: card.iat,
    nbf: card.nbf,
    exp: card.exp,
    vct: card.vct,
    school: { id: card.schoolId },
    date_of_issuance: card.dateOfIssuance,
    date_of_expiry: card.dateOfExpiry,
    status: { status_list: { idx: card.status.idx, uri: card.status.uri } },
    cnf: { jwk: { kty, crv, x, y } },
    _sd: digests,
    _sd_alg: 'sha-256',
  };
}

const pictureUri = (picture: Picture): string =>
  `data:${picture.type};base64,${encodeBase64(picture.bytes)}`;
