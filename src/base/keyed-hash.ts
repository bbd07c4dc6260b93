/**
 * Telling a value again without keeping it: SHA-256 under a key that nobody else has, nested as in
 * HMAC (RFC 2104) so that no hash can be continued. Without the key a hash says nothing, not even to
 * somebody who knows the value. Whoever uses it brings the key, and forgets it with what was noted.
 */
import { concatBytes, encodeBase64url, encodeUtf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** The hash of a value, Base64url; the same value gives the same hash under one key only. */
export type KeyedHash = (value: string) => string;

/** Hashes under a key of 32 random bytes. */
export const makeKeyedHash =
  (key: Uint8Array): KeyedHash =>
  (value) =>
    encodeBase64url(sha256(concatBytes(key, sha256(concatBytes(key, encodeUtf8(value))))));
