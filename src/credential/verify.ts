/**
 * From an unpacked presentation to verified claims (RFC 9901 §7.1 and §7.3, PROTOCOL §1 and §2): read
 * the structure, then verify both signatures and read the claims. Whose key it is, and what the claims
 * mean today, is decided elsewhere.
 */
import { type CompactJws, hasExactType, readCompactJws, verifyCompactJws } from '../base/jws.ts';
import type { PublicJwk } from '../base/public-key.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type CardClaims, isHttpsUri, readCardClaims, readHolderKey } from './card-claims.ts';
import { type HolderBinding, type HolderFailure, verifyHolderBinding } from './key-binding.ts';
import { processDisclosures } from './process-disclosures.ts';
import { rememberDigests, type SdJwtParts, splitSdJwt } from './sd-jwt.ts';
import type { UnpackedPresentation } from './unpack.ts';
import { credentialType } from './vocabulary.ts';

/** A presentation whose issuer's JWT has the right shape and type. It says whatever somebody wrote. */
export interface ReadPresentation {
  readonly parts: SdJwtParts;
  readonly issuerJws: CompactJws;
  readonly kid: string;
  readonly iss: string;
}

/** Claims under a signature that held. Only `verifyPresentation` makes them. */
export type VerifiedClaims = CardClaims & { readonly __verified: unique symbol };

export type ReadFailure = 'malformed' | 'wrong-type';

/** What came of both signatures. The binding counts for nothing unless there are claims. */
export interface VerifiedPresentation {
  readonly claims: Result<VerifiedClaims, ReadFailure | 'bad-signature'>;
  readonly binding: Result<HolderBinding, HolderFailure>;
}

/** Reads the issuer's JWT (§7.1 steps 1 and 2.1): type, algorithm, and who says to have signed it. */
export function readPresentation(
  text: UnpackedPresentation,
): Result<ReadPresentation, ReadFailure> {
  const parts = splitSdJwt(text);
  const issuerJws = parts && readCompactJws(parts.issuerJwt);
  if (!parts || !issuerJws?.ok) return fail('malformed');
  const { header, payload } = issuerJws.value;
  // SD-JWT VC §2.2.1, and §7.1 step 2.1: `typ` and `alg` to the letter.
  if (!hasExactType(header, credentialType)) return fail('wrong-type');
  const { kid } = header;
  const { iss } = payload;
  if (typeof kid !== 'string' || kid === '' || !isHttpsUri(iss)) return fail('malformed');
  return ok({ parts, issuerJws: issuerJws.value, kid, iss });
}

/** Puts the disclosures in place (§7.1 steps 2.4 and 3 to 6) and reads the claims, believing nothing. */
export function readClaims(
  { parts, issuerJws: { payload } }: ReadPresentation,
  digestOf = rememberDigests(),
): Result<CardClaims, ReadFailure> {
  const processed = processDisclosures(payload, parts.disclosures, digestOf);
  if (!processed.ok) return processed;
  // SD-JWT VC §2.2.2.5: without disclosable claims there is no `_sd`.
  if ('_sd' in payload && !processed.value.hasDigests) return fail('malformed');
  return readCardClaims(processed.value);
}

/** Verifies a presentation under the key that the trust list names (§7.1 step 2.2, §7.3 step 5). */
export async function verifyPresentation(
  presentation: ReadPresentation,
  issuerKey: PublicJwk,
  digestOf = rememberDigests(),
): Promise<VerifiedPresentation> {
  const { parts, issuerJws } = presentation;
  const signatures = Promise.all([
    verifyCompactJws(issuerJws, issuerKey, credentialType),
    verifyHolderBinding(
      parts.keyBindingJwt,
      readHolderKey(issuerJws.payload),
      digestOf(parts.sdJwt),
    ),
  ]);
  // Read while the platform's threads verify.
  const claims = readClaims(presentation, digestOf);
  const [issued, binding] = await signatures;
  if (!issued.ok) return { claims: issued, binding };
  return { claims: claims.ok ? ok(claims.value as VerifiedClaims) : claims, binding };
}
