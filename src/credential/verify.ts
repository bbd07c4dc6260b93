/**
 * From an unpacked presentation to verified claims (RFC 9901 §7.1 and §7.3, PROTOCOL §1 and §2), in
 * three steps that a caller takes in order: read (structure, disclosures, claims), issuer's signature,
 * holder's signature. Whose key it is, and what the claims mean today, is decided elsewhere.
 */
import { decodeBase64url } from '../base/bytes.ts';
import {
  type CompactJws,
  hasExactType,
  type PublicJwk,
  readCompactJws,
  verifyCompactJws,
} from '../base/jws.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type CardClaims, readCardClaims } from './card-claims.ts';
import { processDisclosures } from './process-disclosures.ts';
import { digestOf, type SdJwtParts, splitSdJwt } from './sd-jwt.ts';
import type { UnpackedPresentation } from './unpack.ts';
import { broadcastAudience, credentialType, keyBindingType } from './vocabulary.ts';

/** A presentation that has the right shape. Its claims are whatever somebody wrote. */
export interface ReadPresentation {
  readonly parts: SdJwtParts;
  readonly issuerJws: CompactJws;
  readonly kid: string;
  readonly unverified: CardClaims;
}

/** Claims under a signature that held. Only `verifyIssuerSignature` makes them. */
export type VerifiedClaims = CardClaims & { readonly __verified: unique symbol };

/** A live code: when it was signed (seconds since 1970) and its nonce. */
export interface HolderBinding {
  readonly iat: number;
  readonly nonce: string;
}

/** Seconds in which a code is live: `iat − early ≤ now ≤ iat + late` (PROTOCOL §2). */
export interface LiveWindow {
  readonly early: number;
  readonly late: number;
}

/** The code's own time is off: by `age` seconds, negative when it lies in the future. */
export interface OutsideWindow {
  readonly reason: 'stale-code' | 'code-from-future';
  readonly age: number;
}

export type ReadFailure = 'malformed' | 'wrong-type';
export type HolderFailure =
  | 'malformed'
  | 'wrong-type'
  | 'not-holder-bound'
  | 'bad-holder-signature';

const nonceBytes = 16;

/** Reads the structure, puts disclosures in place (§7.1 steps 1, 3 to 5) and reads the claims. */
export async function readPresentation(
  text: UnpackedPresentation,
): Promise<Result<ReadPresentation, ReadFailure>> {
  const parts = splitSdJwt(text);
  const issuerJws = parts && readCompactJws(parts.issuerJwt);
  if (!parts || !issuerJws?.ok) return fail('malformed');
  // SD-JWT VC §2.2.1: `typ` to the letter.
  if (!hasExactType(issuerJws.value.header, credentialType)) return fail('wrong-type');
  const { kid } = issuerJws.value.header;
  if (typeof kid !== 'string' || kid === '') return fail('malformed');
  const processed = await processDisclosures(issuerJws.value.payload, parts.disclosures);
  if (!processed.ok) return processed;
  const claims = await readCardClaims(processed.value);
  if (!claims.ok) return claims;
  return ok({ parts, issuerJws: issuerJws.value, kid, unverified: claims.value });
}

/** Verifies the issuer's signature under the key that the trust list names (§7.1 step 2). */
export async function verifyIssuerSignature(
  presentation: ReadPresentation,
  key: PublicJwk,
): Promise<Result<VerifiedClaims, 'bad-signature' | 'wrong-type'>> {
  const verified = await verifyCompactJws(presentation.issuerJws, key, credentialType);
  return verified.ok ? ok(presentation.unverified as VerifiedClaims) : verified;
}

/** Verifies the key binding in broadcast mode (§7.3): always required, whatever the input says. */
export async function verifyHolderBinding(
  presentation: ReadPresentation,
  claims: VerifiedClaims,
): Promise<Result<HolderBinding, HolderFailure>> {
  const { keyBindingJwt, sdJwt } = presentation.parts;
  if (keyBindingJwt === null) return fail('not-holder-bound');
  const jws = readCompactJws(keyBindingJwt);
  if (!jws.ok) return jws;
  const verified = await verifyCompactJws(jws.value, claims.holderKey, keyBindingType);
  if (!verified.ok)
    return fail(verified.failure === 'wrong-type' ? 'wrong-type' : 'bad-holder-signature');
  const { iat, aud, nonce, sd_hash: sdHash } = verified.value;
  if (!Number.isSafeInteger(iat) || typeof nonce !== 'string') return fail('malformed');
  if (decodeBase64url(nonce)?.length !== nonceBytes) return fail('malformed');
  // §7.3 steps 5.d and 5.e: meant for us, and for these very disclosures.
  if (aud !== broadcastAudience) return fail('not-holder-bound');
  if (sdHash !== (await digestOf(sdJwt))) return fail('bad-holder-signature');
  return ok({ iat: iat as number, nonce });
}

/** Checks that a code is live at `now` (seconds since 1970). */
export function checkLiveWindow(
  binding: HolderBinding,
  now: number,
  live: LiveWindow,
): Result<null, OutsideWindow> {
  const age = now - binding.iat;
  if (age > live.late) return fail({ reason: 'stale-code', age });
  if (age < -live.early) return fail({ reason: 'code-from-future', age });
  return ok(null);
}
