/**
 * From an unpacked presentation to verified claims (RFC 9901 §7.1 and §7.3, PROTOCOL §1 and §2), in
 * three steps: read (structure, disclosures, claims), issuer's signature, holder's signature. Whose key it is, and what the claims mean today, is decided elsewhere.
 */
import { decodeBase64url } from '../base/bytes.ts';
import { type CompactJws, hasExactType, readCompactJws, verifyCompactJws } from '../base/jws.ts';
import { importPublicJwk, type PublicJwk } from '../base/public-key.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type CardClaims, isInstant, readCardClaims } from './card-claims.ts';
import { processDisclosures } from './process-disclosures.ts';
import { rememberDigests, splitSdJwt } from './sd-jwt.ts';
import type { UnpackedPresentation } from './unpack.ts';
import { broadcastAudience, credentialType, keyBindingType } from './vocabulary.ts';

/** A presentation that has the right shape. Its claims are whatever somebody wrote. */
export interface ReadPresentation {
  readonly issuerJws: CompactJws;
  readonly kid: string;
  readonly unverified: CardClaims;
  readonly keyBindingJwt: string | null;
  /** Of everything but the key binding (§4.3.1). */
  readonly sdHash: string;
}

/** Claims under a signature that held. Only `verifyIssuerSignature` makes them. */
export type VerifiedClaims = CardClaims & { readonly __verified: unique symbol };

/** A live code: when it was signed, and its own bounds where it has any (seconds since 1970); its nonce. */
export interface HolderBinding {
  readonly iat: number;
  readonly exp: number | null;
  readonly nbf: number | null;
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

/** Reads the structure, puts disclosures in place (§7.1 steps 1, 2.1, 2.4 and 3 to 6) and reads the claims. */
export function readPresentation(
  text: UnpackedPresentation,
  digestOf = rememberDigests(),
): Result<ReadPresentation, ReadFailure> {
  const parts = splitSdJwt(text);
  const issuerJws = parts && readCompactJws(parts.issuerJwt);
  if (!parts || !issuerJws?.ok) return fail('malformed');
  const { header, payload } = issuerJws.value;
  // SD-JWT VC §2.2.1, and §7.1 step 2.1: `typ` and `alg` to the letter.
  if (!hasExactType(header, credentialType)) return fail('wrong-type');
  const { kid } = header;
  if (typeof kid !== 'string' || kid === '') return fail('malformed');
  const processed = processDisclosures(payload, parts.disclosures, digestOf);
  if (!processed.ok) return processed;
  // SD-JWT VC §2.2.2.5: without disclosable claims there is no `_sd`.
  if ('_sd' in payload && !processed.value.hasDigests) return fail('malformed');
  const claims = readCardClaims(processed.value);
  if (!claims.ok) return claims;
  const { keyBindingJwt, sdJwt } = parts;
  return ok({
    issuerJws: issuerJws.value,
    kid,
    unverified: claims.value,
    keyBindingJwt,
    sdHash: digestOf(sdJwt),
  });
}

/** Verifies the issuer's signature under the key that the trust list names (§7.1 steps 2.2 and 2.3). */
export async function verifyIssuerSignature(
  presentation: ReadPresentation,
  key: PublicJwk,
): Promise<Result<VerifiedClaims, 'bad-signature' | 'wrong-type'>> {
  const verified = await verifyCompactJws(presentation.issuerJws, key, credentialType);
  return verified.ok ? ok(presentation.unverified as VerifiedClaims) : verified;
}

/**
 * Verifies the key binding in broadcast mode (§7.3 step 5): always required, whatever the input says.
 * Tells that the key in the credential signed; that the key is the holder's, only the issuer's
 * signature tells.
 */
export async function verifyHolderBinding({
  keyBindingJwt,
  sdHash,
  unverified: { holderKey },
}: ReadPresentation): Promise<Result<HolderBinding, HolderFailure>> {
  // §7.3 step 2.
  if (keyBindingJwt === null) return fail('not-holder-bound');
  const jws = readCompactJws(keyBindingJwt);
  if (!jws.ok) return jws;
  // §7.3 steps 5.1 to 5.4; a key off its curve is no key (RFC 7518 §6.2.1).
  if (!(await importPublicJwk(holderKey))) return fail('malformed');
  const verified = await verifyCompactJws(jws.value, holderKey, keyBindingType);
  if (!verified.ok)
    return fail(verified.failure === 'wrong-type' ? 'wrong-type' : 'bad-holder-signature');
  const { iat, exp, nbf, aud, nonce, sd_hash: signedHash } = verified.value;
  // §4.3: what must be there; RFC 7519 §4.1.4, §4.1.5: what may.
  if (!isInstant(iat) || typeof nonce !== 'string') return fail('malformed');
  if (decodeBase64url(nonce)?.length !== nonceBytes) return fail('malformed');
  if ((exp !== undefined && !isInstant(exp)) || (nbf !== undefined && !isInstant(nbf)))
    return fail('malformed');
  // §7.3 step 5.6: meant for us.
  if (aud !== broadcastAudience) return fail('not-holder-bound');
  // §7.3 step 5.7: for these very disclosures.
  if (signedHash !== sdHash) return fail('bad-holder-signature');
  return ok({ iat, exp: exp ?? null, nbf: nbf ?? null, nonce });
}

/** Checks that a code is live at `now` (seconds since 1970; §7.3 steps 5.5 and 5.8, PROTOCOL §2). */
export function checkLiveWindow(
  { iat, exp, nbf }: HolderBinding,
  now: number,
  live: LiveWindow,
): Result<null, OutsideWindow> {
  const age = now - iat;
  const outside = (reason: OutsideWindow['reason']): Result<null, OutsideWindow> =>
    fail({ reason, age: Math.floor(age) });
  if (age > live.late || (exp !== null && now >= exp)) return outside('stale-code');
  if (age < -live.early || (nbf !== null && now < nbf - live.early))
    return outside('code-from-future');
  return ok(null);
}
