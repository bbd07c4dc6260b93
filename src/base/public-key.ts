/**
 * Public keys of P-256, and whether a signature holds under one. The platform's own cryptography: jose
 * would decode once more, and more leniently, what was read to the letter before.
 */
import { type Bytes, concatBytes, decodeBase64url } from './bytes.ts';
import { isJsonObject, type JsonValue } from './strict-json.ts';

/** A public P-256 key (RFC 7518 §6.2.1). */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
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

/** How an uncompressed point begins. */
const uncompressedPoint = 4;

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
