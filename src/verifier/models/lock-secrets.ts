/**
 * PIN and recovery code as what is kept of them: a salted PBKDF2-SHA-256 hash (RFC 8018 §5.2). Slow on
 * purpose, and still no match for whoever copies the record: a PIN has few digits. Loaded when a PIN is
 * set or tried. When an attempt counts is left to lock-model.ts.
 */
import {
  type Bytes,
  decodeBase64url,
  encodeBase64url,
  encodeUtf8,
  equalBytes,
} from '../../base/bytes.ts';
import { readCrockford, writeCrockford } from '../../base/crockford.ts';
import type { KeptSecret } from './lock-record.ts';

/** OWASP's figure for PBKDF2 with SHA-256. */
const rounds = 600_000;
const saltBytes = 16;
const hashBits = 256;
/** 80 bits: nobody guesses it, so that attempts need not be counted. */
const recoveryCharacters = 16;

/** What a PIN must be. */
export const isPin = (text: string): boolean => /^\d{4,12}$/.test(text);

/** What may be kept of a secret. */
export async function keepSecret(secret: string): Promise<KeptSecret> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const hash = await derive(secret, salt, rounds);
  return { salt: encodeBase64url(salt), hash: encodeBase64url(hash), rounds };
}

/** Whether this is the secret that was kept. */
export async function isSecret(secret: string, kept: KeptSecret): Promise<boolean> {
  const [salt, hash] = [decodeBase64url(kept.salt), decodeBase64url(kept.hash)];
  if (!salt || !hash) return false;
  return equalBytes(await derive(secret, salt, kept.rounds), hash);
}

async function derive(secret: string, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', encodeUtf8(secret), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, hashBits));
}

/** A new recovery code, in the form that `readRecoveryCode` gives. */
export const makeRecoveryCode = (): string =>
  writeCrockford(crypto.getRandomValues(new Uint8Array(recoveryCharacters)));

/** A recovery code as somebody typed it; null when it cannot be one. */
export function readRecoveryCode(text: string): string | null {
  const code = readCrockford(text);
  return code?.length === recoveryCharacters ? code : null;
}

/** As it is shown and written down: "K7QF-2M9X-…". */
export const writeRecoveryCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;
