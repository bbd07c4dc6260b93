/**
 * Signatures (RFC 7515), ES256 alone. The only caller of jose, which does the cryptography; what
 * jose leaves open is closed here: exact `typ`, exact `alg`, no `crit`, strict JSON, canonical
 * Base64url. Keys are always the caller's; keys inside a token (`jwk`, `jku`, `x5c`, `x5u`) are
 * never looked at.
 */
import { CompactSign, compactVerify, errors, flattenedVerify, GeneralSign, importJWK } from 'jose';
import { type Bytes, decodeBase64url, decodeUtf8, encodeUtf8 } from './bytes.ts';
import { fail, ok, type Result } from './result.ts';
import { type JsonObject, parseStrictJsonObject } from './strict-json.ts';

/** A public P-256 key (RFC 7518 §6.2.1). */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

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
  const segments = compact.split('.').map(decodeBase64url);
  const [headerBytes, payloadBytes, signature] = segments;
  if (segments.length !== 3 || !headerBytes || !payloadBytes || !signature)
    return fail('malformed');
  const header = readJsonBytes(headerBytes);
  const payload = readJsonBytes(payloadBytes);
  if (!header || !payload) return fail('malformed');
  return ok({ compact, header, payload, signature });
}

/** Checks `typ` to the letter, `alg` ES256, no `crit`, no unencoded payload (RFC 8725 §3.1, §3.11). */
export const hasExactType = (header: JsonObject, typ: string): boolean =>
  header.typ === typ && header.alg === 'ES256' && !('crit' in header) && !('b64' in header);

/** Verifies a compact JWS that was read before, under one key and one `typ`. */
export async function verifyCompactJws(
  jws: CompactJws,
  key: PublicJwk,
  typ: string,
): Promise<Result<JsonObject, SignatureFailure>> {
  if (!hasExactType(jws.header, typ)) return fail('wrong-type');
  return (await holds(() => compactVerify(jws.compact, key, { algorithms: ['ES256'] })))
    ? ok(jws.payload)
    : fail('bad-signature');
}

/** Signs a payload as compact JWS; `alg` is added. */
export function signCompactJws(
  header: { readonly typ: string; readonly kid?: string },
  payload: JsonObject,
  key: PrivateJwk | CryptoKey,
): Promise<string> {
  const { typ, kid } = header;
  return new CompactSign(encodeUtf8(JSON.stringify(payload)))
    .setProtectedHeader(kid === undefined ? { alg: 'ES256', typ } : { alg: 'ES256', kid, typ })
    .sign(key);
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
  const payloadBytes = decodeBase64url(encodedPayload);
  const payload = payloadBytes && readJsonBytes(payloadBytes);
  if (!payload) return fail('malformed');
  const read: GeneralSignature[] = [];
  for (const entry of signatures as readonly JsonObject[]) {
    const { protected: encodedHeader, signature: encodedSignature } = entry ?? {};
    if (typeof encodedHeader !== 'string' || typeof encodedSignature !== 'string')
      return fail('malformed');
    const headerBytes = decodeBase64url(encodedHeader);
    const header = headerBytes && readJsonBytes(headerBytes);
    if (!header || Object.keys(entry).length !== 2) return fail('malformed');
    read.push({ header, encodedHeader, encodedSignature });
  }
  return ok({ payload, signatures: read, encodedPayload });
}

/** Whether one signature of a general JWS holds under one key and one `typ`. */
export async function generalSignatureHolds(
  jws: GeneralJws,
  signature: GeneralSignature,
  key: PublicJwk,
  typ: string,
): Promise<boolean> {
  if (!hasExactType(signature.header, typ)) return false;
  const flattened = {
    payload: jws.encodedPayload,
    protected: signature.encodedHeader,
    signature: signature.encodedSignature,
  };
  return holds(() => flattenedVerify(flattened, key, { algorithms: ['ES256'] }));
}

/** Signs a payload with several keys as general JWS text. */
export async function signGeneralJws(
  typ: string,
  payload: JsonObject,
  keys: readonly { readonly kid: string; readonly key: PrivateJwk }[],
): Promise<string> {
  const sign = new GeneralSign(encodeUtf8(JSON.stringify(payload)));
  for (const { kid, key } of keys)
    sign.addSignature(key).setProtectedHeader({ alg: 'ES256', kid, typ });
  return JSON.stringify(await sign.sign());
}

/** The P-256 key in a JSON value, or null: exact members, coordinates of 32 bytes, on the curve. */
export async function readPublicJwk(value: unknown): Promise<PublicJwk | null> {
  const { kty, crv, x, y } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string')
    return null;
  if (decodeBase64url(x)?.length !== 32 || decodeBase64url(y)?.length !== 32) return null;
  const key: PublicJwk = { kty, crv, x, y };
  try {
    await importJWK({ ...key }, 'ES256');
    return key;
  } catch (error) {
    if (error instanceof DOMException || error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function readJsonBytes(bytes: Uint8Array): JsonObject | null {
  const text = decodeUtf8(bytes);
  const parsed = text === null ? null : parseStrictJsonObject(text);
  return parsed?.ok ? parsed.value : null;
}

const failedCodes: ReadonlySet<string> = new Set<string>([
  errors.JWSSignatureVerificationFailed.code,
  errors.JWSInvalid.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
]);

async function holds(verify: () => Promise<unknown>): Promise<boolean> {
  try {
    await verify();
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError && failedCodes.has(error.code)) return false;
    throw error;
  }
}
