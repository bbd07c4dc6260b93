/**
 * SHA-256 (FIPS 180-4) in two forms. The few short texts of a code are hashed on the spot by a
 * library, so that reading a code is synchronous. Files of the feed go to the platform.
 */
import { hash } from '@stablelib/sha256';
import { type Bytes, encodeUtf8 } from './bytes.ts';

/** SHA-256 of a short text or of its bytes: 32 bytes. */
export const sha256 = (data: Uint8Array | string): Bytes =>
  hash(typeof data === 'string' ? encodeUtf8(data) : data) as Bytes;

/** SHA-256 of a file as lower-case hexadecimal. */
export async function sha256Hex(file: Uint8Array | string): Promise<string> {
  const bytes = typeof file === 'string' ? encodeUtf8(file) : (file as Bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
