/**
 * Signed JSON (RFC 7515), ES256 alone, read and verified. Verified is only what was read to the letter:
 * exact `typ`, exact `alg`, no `crit`, strict JSON, canonical Base64url. Keys are always the caller's;
 * keys inside a token (`jwk`, `jku`, `x5c`, `x5u`) are never looked at. Signing is sign-jws.ts's.
 */
import { type Bytes, decodeBase64url, encodeUtf8, textOfBase64url } from './bytes.ts';
import { type PublicJwk, verifySignature } from './public-key.ts';
import { fail, ok, type Result } from './result.ts';
import { type JsonObject, parseStrictJsonObject } from './strict-json.ts';

/** A private P-256 key (RFC 7518 §6.2.2). */
export interface PrivateJwk extends PublicJwk {
  readonly d: string;
}

/** A JWS in compact serialization (RFC 7515 §7.1), read but not believed. */
export interface CompactJws {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signature: Bytes;
}

/** What a signature must look like to be looked at. */
export type SignatureFailure = 'wrong-type' | 'bad-signature';

/** Reads header and payload (both strict JSON objects) without verifying anything. */
export function readCompactJws(compact: string): Result<CompactJws, 'malformed'> {
  const segments = compact.split('.');
  const [encodedHeader = '', encodedPayload = '', encodedSignature = ''] = segments;
  const header = readJsonSegment(encodedHeader);
  const payload = readJsonSegment(encodedPayload);
  const signature = decodeBase64url(encodedSignature);
  if (segments.length !== 3 || !header || !payload || !signature) return fail('malformed');
  return ok({ compact, header, payload, signature });
}

/** Checks `typ` to the letter, `alg` ES256 (RFC 8725 §3.1, §3.11), no `crit` (RFC 7515 §4.1.11), no `b64` (RFC 7797 §6). */
export const hasExactType = (header: JsonObject, typ: string): boolean =>
  header.typ === typ && header.alg === 'ES256' && !('crit' in header) && !('b64' in header);

/** Verifies a compact JWS that was read before, under one key and one `typ`. */
export async function verifyCompactJws(
  jws: CompactJws,
  jwk: PublicJwk,
  typ: string,
): Promise<Result<JsonObject, SignatureFailure>> {
  if (!hasExactType(jws.header, typ)) return fail('wrong-type');
  const signed = encodeUtf8(jws.compact.slice(0, jws.compact.lastIndexOf('.')));
  return (await verifySignature(jwk, jws.signature, signed))
    ? ok(jws.payload)
    : fail('bad-signature');
}

/** A JWS in general JSON serialization (RFC 7515 §7.2.1), read but not believed. */
export interface GeneralJws {
  readonly payload: JsonObject;
  readonly signatures: readonly GeneralSignature[];
  readonly encodedPayload: string;
}

/** One signature of many, with its protected header. */
export interface GeneralSignature {
  readonly header: JsonObject;
  readonly encodedHeader: string;
  readonly encodedSignature: string;
}

/** Reads a general JWS without verifying anything; unprotected headers are refused. */
export function readGeneralJws(text: string): Result<GeneralJws, 'malformed'> {
  const parsed = parseStrictJsonObject(text);
  if (!parsed.ok) return fail('malformed');
  const { payload: encodedPayload, signatures } = parsed.value;
  if (typeof encodedPayload !== 'string' || !Array.isArray(signatures)) return fail('malformed');
  const payload = readJsonSegment(encodedPayload);
  if (!payload) return fail('malformed');
  const read: GeneralSignature[] = [];
  for (const entry of signatures as readonly JsonObject[]) {
    const { protected: encodedHeader, signature: encodedSignature } = entry ?? {};
    if (typeof encodedHeader !== 'string' || typeof encodedSignature !== 'string')
      return fail('malformed');
    const header = readJsonSegment(encodedHeader);
    if (!header || Object.keys(entry).length !== 2) return fail('malformed');
    read.push({ header, encodedHeader, encodedSignature });
  }
  return ok({ payload, signatures: read, encodedPayload });
}

/** Whether one signature of a general JWS holds under one key and one `typ`. */
export async function generalSignatureHolds(
  jws: GeneralJws,
  signature: GeneralSignature,
  jwk: PublicJwk,
  typ: string,
): Promise<boolean> {
  if (!hasExactType(signature.header, typ)) return false;
  const bytes = decodeBase64url(signature.encodedSignature);
  const signed = encodeUtf8(`${signature.encodedHeader}.${jws.encodedPayload}`);
  return bytes !== null && (await verifySignature(jwk, bytes, signed));
}

function readJsonSegment(segment: string): JsonObject | null {
  const text = textOfBase64url(segment);
  const parsed = text === null ? null : parseStrictJsonObject(text);
  return parsed?.ok ? parsed.value : null;
}
