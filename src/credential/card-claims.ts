/**
 * What a card's payload must look like (PROTOCOL §1, SD-JWT VC §2): always-visible claims, claims
 * that may be disclosed, and nothing else: other claims are dropped unread.
 */
import { type Bytes, decodeBase64 } from '../base/bytes.ts';
import { dayLength, readDay } from '../base/day.ts';
import { type PublicJwk, readPublicJwk } from '../base/public-key.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../base/strict-json.ts';
import { hasCardSize } from './picture-size.ts';
import type { ProcessedPayload } from './process-disclosures.ts';
import {
  broadcastAudience,
  type CardType,
  cardTypes,
  neverDisclosed,
  pictureBytes,
} from './vocabulary.ts';

/** The coded picture as signed. */
export interface Picture {
  readonly type: 'image/avif' | 'image/webp';
  readonly bytes: Bytes;
}

/** A card's claims in their types. Instants are seconds since 1970, days `YYYY-MM-DD`. */
export interface CardClaims {
  readonly iss: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly vct: CardType;
  readonly holderKey: PublicJwk;
  readonly status: { readonly idx: number; readonly uri: string };
  readonly schoolId: string;
  readonly dateOfIssuance: string;
  readonly dateOfExpiry: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthdate: string | null;
  readonly documentNumber: string | null;
  readonly picture: Picture | null;
}

/** `exp` lies at least this far behind the printed end, so that extensions have room. */
const technicalReserve = 180 * dayLength;
const longestText = 256;
const pictureForm = /^data:(image\/avif|image\/webp);base64,(.*)$/s;

/** Reads the claims of a processed payload; `wrong-type` for a `vct` that is no card. */
export function readCardClaims(
  processed: ProcessedPayload,
): Result<CardClaims, 'malformed' | 'wrong-type'> {
  const { payload, disclosed } = processed;
  // SD-JWT VC §2.2.2.3.
  for (const name of disclosed) if (neverDisclosed.has(name)) return fail('malformed');
  // RFC 7519 §4.1.3: what is meant for others alone is refused.
  if (payload.aud !== undefined && !isMeantForUs(payload.aud)) return fail('malformed');
  // SD-JWT VC §2.2.2.1.
  if (typeof payload.vct !== 'string') return fail('malformed');
  const vct = cardTypes.find((known) => known === payload.vct);
  if (!vct) return fail('wrong-type');
  const visible = readVisible(payload);
  const shown = readShown(payload);
  if (!visible || !shown) return fail('malformed');
  // Ours: nobody has a card before birth.
  if (shown.birthdate !== null && shown.birthdate > visible.dateOfIssuance)
    return fail('malformed');
  return ok({ vct, ...visible, ...shown });
}

type Shown = Pick<
  CardClaims,
  'givenName' | 'familyName' | 'birthdate' | 'documentNumber' | 'picture'
>;
type Visible = Omit<CardClaims, keyof Shown | 'vct'>;

/** The key in `cnf` (RFC 7800 §3.2); null where there is none, or a private one. */
export function readHolderKey({ cnf }: JsonObject): PublicJwk | null {
  const jwk = isJsonObject(cnf) ? cnf.jwk : undefined;
  return isJsonObject(jwk) && !('d' in jwk) ? readPublicJwk(jwk) : null;
}

function readVisible(payload: JsonObject): Visible | null {
  const { iss, iat, nbf, exp } = payload;
  if (!isHttpsUri(iss) || !isInstant(iat) || !isInstant(nbf) || !isInstant(exp)) return null;
  const { date_of_issuance: dateOfIssuance, date_of_expiry: dateOfExpiry } = payload;
  const lastDay = readDay(dateOfExpiry);
  if (readDay(dateOfIssuance) === null || lastDay === null) return null;
  if (exp * 1000 < lastDay + technicalReserve) return null;
  const holderKey = readHolderKey(payload);
  const status = isJsonObject(payload.status) ? payload.status.status_list : undefined;
  const { idx, uri } = isJsonObject(status) ? status : {};
  const schoolId = isJsonObject(payload.school) ? payload.school.id : undefined;
  if (!holderKey || !isIndex(idx) || !isHttpsUri(uri) || !isText(schoolId)) return null;
  return {
    iss,
    iat,
    nbf,
    exp,
    holderKey,
    status: { idx, uri },
    schoolId,
    dateOfIssuance: dateOfIssuance as string,
    dateOfExpiry: dateOfExpiry as string,
  };
}

function readShown(payload: JsonObject): Shown | null {
  const { given_name, family_name, birthdate, document_number, picture } = payload;
  // PROTOCOL §4: whatever a name says, it is no ground for rejection.
  for (const name of [given_name, family_name])
    if (name !== undefined && typeof name !== 'string') return null;
  if (document_number !== undefined && !isText(document_number)) return null;
  if (birthdate !== undefined && readDay(birthdate) === null) return null;
  const read = picture === undefined ? null : readPicture(picture);
  if (picture !== undefined && !read) return null;
  return {
    givenName: (given_name as string | undefined) ?? null,
    familyName: (family_name as string | undefined) ?? null,
    birthdate: (birthdate as string | undefined) ?? null,
    documentNumber: (document_number as string | undefined) ?? null,
    picture: read,
  };
}

function readPicture(value: unknown): Picture | null {
  const [, type, base64] = (typeof value === 'string' && pictureForm.exec(value)) || [];
  const bytes = base64 === undefined ? null : decodeBase64(base64);
  if (!bytes || bytes.length === 0 || bytes.length > pictureBytes.maximum) return null;
  const picture: Picture = { type: type as Picture['type'], bytes };
  return hasCardSize(picture.type, bytes) ? picture : null;
}

const isMeantForUs = (aud: JsonValue): boolean =>
  Array.isArray(aud) ? aud.includes(broadcastAudience) : aud === broadcastAudience;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longestText;

const isIndex = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** Seconds since 1970, below the year 10000; RFC 7519 §2 (NumericDate) allows fractions. */
export const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 253_402_300_800;

/** Whether a value names an issuer or a list as PROTOCOL §1 asks. */
export const isHttpsUri = (value: unknown): value is string =>
  isText(value) && /^https:\/\/[^\s/?#]+[^\s]*$/.test(value);
