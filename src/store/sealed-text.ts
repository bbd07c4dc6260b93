/**
 * Values as text with a digest of its own, so that a damaged row is known from a whole one. The digest
 * guards against accidents, not against somebody who can write to the device's storage.
 */
import { sha256Hex } from '../base/sha256.ts';

/** JSON text and its SHA-256 in lower-case hexadecimal. */
export interface SealedText {
  readonly text: string;
  readonly sha256: string;
}

/** Which shape of value this build writes; another build's is read as damaged. */
const format = 'mleg-1 ';

/** Seals a JSON value. */
export async function sealText(value: unknown): Promise<SealedText> {
  const text = JSON.stringify(value);
  return { text, sha256: await sha256Hex(format + text) };
}

/** The value that was sealed, or null when anything about it has changed. */
export async function openSealedText(sealed: unknown): Promise<unknown> {
  const { text, sha256 } = (sealed ?? {}) as Partial<SealedText>;
  if (typeof text !== 'string' || (await sha256Hex(format + text)) !== sha256) return null;
  return JSON.parse(text);
}
