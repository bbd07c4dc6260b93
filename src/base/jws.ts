/**
 * Signatures (RFC 7515), ES256 alone. The only caller of jose, which signs. Verifying is the
 * platform's, once what was signed is read to the letter: exact `typ`, exact `alg`, no `crit`,
 * strict JSON, canonical Base64url; jose would read it all once more, and more leniently. Keys are
 * always the caller's; keys inside a token (`jwk`, `jku`, `x5c`, `x5u`) are never looked at.
 */
import { CompactSign, GeneralSign } from 'jose';
import { type Bytes, concatBytes, decodeBase64url, encodeUtf8, textOfBase64url } from './bytes.ts';
import { fail, ok, type Result } from './result.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseStrictJsonObject,
} from './strict-json.ts';

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
  const segments = compact.split('.');
  const [encodedHeader = '', encodedPayload = '', encodedSignature = ''] = segments;
  const header = readJsonSegment(encodedHeader);
  const payload = readJsonSegment(encodedPayload);
  const signature = decodeBase64url(encodedSignature);
  if (segments.length !== 3 || !header || !payload || !signature) return fail('malformed');
  return ok({ compact, header, payload, signature });
}

/** Checks `typ` to the letter, `alg` ES256, no `crit`, no unencoded payload (RFC 8725 §3.1, §3.11). */
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

/** Whether an ES256 signature (RFC 7518 §3.4: r and s, 32 bytes each) holds. */
export async function verifySignature(
  jwk: PublicJwk,
  signature: Bytes,
  signed: Bytes,
): Promise<boolean> {
  // A key that is there needs no waiting: the next signature is looked at meanwhile.
  const key = importedKeys.get(jwk) ?? (await importPublicJwk(jwk));
  if (!key) return false;
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
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

/**
 * The public P-256 key in a JSON value; null for another kind of key, coordinates that are not 32 bytes
 * (RFC 7518 §6.2.1), or a key that is meant for something else (RFC 7517 §4.2 to §4.4).
 */
export function readPublicJwk(value: JsonValue | undefined): PublicJwk | null {
  if (!isJsonObject(value)) return null;
  const { kty, crv, x, y, use = 'sig', alg = 'ES256', key_ops: operations = ['verify'] } = value;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string')
    return null;
  if (decodeBase64url(x)?.length !== 32 || decodeBase64url(y)?.length !== 32) return null;
  if (use !== 'sig' || alg !== 'ES256') return null;
  if (!Array.isArray(operations) || !operations.includes('verify')) return null;
  return { kty, crv, x, y };
}

const importedKeys = new WeakMap<PublicJwk, CryptoKey>();
const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Imports a key, once for each object; null where it is no point of the curve. */
export async function importPublicJwk(jwk: PublicJwk): Promise<CryptoKey | null> {
  const imported = importedKeys.get(jwk);
  if (imported) return imported;
  const [x, y] = [decodeBase64url(jwk.x), decodeBase64url(jwk.y)];
  if (!x || !y) return null;
  // As a point (SEC 1 §2.3.3): the platform reads it in half the time that a JWK takes.
  const point = concatBytes(Uint8Array.of(uncompressedPoint), x, y);
  try {
    const key = await crypto.subtle.importKey('raw', point, p256, false, ['verify']);
    importedKeys.set(jwk, key);
    return key;
  } catch (error) {
    // Anything else is the platform's own trouble, and must not read as a false key.
    if (error instanceof DOMException && error.name === 'DataError') return null;
    throw error;
  }
}

const uncompressedPoint = 4;

function readJsonSegment(segment: string): JsonObject | null {
  const text = textOfBase64url(segment);
  const parsed = text === null ? null : parseStrictJsonObject(text);
  return parsed?.ok ? parsed.value : null;
}
