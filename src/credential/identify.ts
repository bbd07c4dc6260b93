/**
 * Which credential a code belongs to, before anything of it is believed: so that a card which stays
 * in view is looked at once, though its code changes every 15 seconds.
 */
import { encodeBase64url } from '../base/bytes.ts';
import { type CompactJws, readCompactJws } from '../base/jws.ts';
import { sha256 } from '../base/sha256.ts';
import { splitSdJwt } from './sd-jwt.ts';
import { unpack } from './unpack.ts';

/** SHA-256 of the issuer's signature, Base64url: what tells a credential again. */
export const hashCredential = ({ signature }: CompactJws): string =>
  encodeBase64url(sha256(signature));

/** The hash that a verdict calls `credential`; null for a code that is no readable card. */
export function identifyCredential(text: string): string | null {
  const unpacked = unpack(text);
  const parts = unpacked.ok ? splitSdJwt(unpacked.value) : null;
  const jws = parts && readCompactJws(parts.issuerJwt);
  return jws?.ok ? hashCredential(jws.value) : null;
}
