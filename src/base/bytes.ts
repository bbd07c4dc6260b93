/**
 * Bytes and their two text forms. Decoding is strict: one text for one byte string, so that what
 * was decoded can always be written back to the very characters that were signed.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. */
export const encodeUtf8 = (text: string): Bytes => encoder.encode(text) as Bytes;

/** The text of UTF-8 bytes, or null where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return null;
  }
}

/** One byte string after another. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Whether two byte strings are the same. Not for secrets: its time depends on the bytes. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/** What `String.fromCharCode` takes at once without exhausting the stack. */
const sliceBytes = 8192;

/** Bytes as a binary string, one character each: what `btoa` and regular expressions take. */
export function toBinary(bytes: Uint8Array): string {
  // Spreading would go through an iterator, several times as slowly.
  if (bytes.length <= sliceBytes)
    return String.fromCharCode.apply(null, bytes as unknown as number[]);
  return toBinary(bytes.subarray(0, sliceBytes)) + toBinary(bytes.subarray(sliceBytes));
}

/** The bytes of a binary string. */
export function fromBinary(binary: string): Bytes {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Whether a binary string is its own text: a decoder costs more than looking. */
export const isAscii = (binary: string): boolean => !/[\x80-\xff]/.test(binary);

/** Standard Base64 with padding (RFC 4648 §4). */
export const encodeBase64 = (bytes: Uint8Array): string => btoa(toBinary(bytes));

function withoutPadding(text: string): string {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return text.slice(0, text.length - padding);
}

/** Last characters whose spare bits are zero, by how many characters the last group has. */
const lastCharacters: Readonly<Record<number, string>> = { 2: 'AQgw', 3: 'AEIMQUYcgkosw048' };

const hasSpareBits = (text: string): boolean =>
  lastCharacters[text.length % 4]?.includes(text.charAt(text.length - 1)) === false;

/** The binary string of standard Base64; null unless padded, in the alphabet and with zero spare bits. */
export function binaryOfBase64(text: string): string | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  return hasSpareBits(withoutPadding(text)) ? null : atob(text);
}

/** Bytes of standard Base64; null for what `binaryOfBase64` refuses. */
export function decodeBase64(text: string): Bytes | null {
  const binary = binaryOfBase64(text);
  return binary === null ? null : fromBinary(binary);
}

/** Base64url without padding (RFC 7515 §2) of a binary string. */
export const base64urlOfBinary = (binary: string): string =>
  withoutPadding(btoa(binary)).replaceAll('+', '-').replaceAll('/', '_');

/** Base64url without padding (RFC 7515 §2). */
export const encodeBase64url = (bytes: Uint8Array): string => base64urlOfBinary(toBinary(bytes));

/** The binary string of Base64url; null for padding, other characters or non-zero spare bits. */
export function binaryOfBase64url(text: string): string | null {
  if (text.length % 4 === 1 || !/^[\w-]*$/.test(text) || hasSpareBits(text)) return null;
  return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
}

/** The text whose UTF-8 bytes a Base64url text stands for; null where they are none. */
export function textOfBase64url(text: string): string | null {
  const binary = binaryOfBase64url(text);
  if (binary === null) return null;
  return isAscii(binary) ? binary : decodeUtf8(fromBinary(binary));
}

/** Bytes of Base64url; null for what `binaryOfBase64url` refuses. */
export function decodeBase64url(text: string): Bytes | null {
  const binary = binaryOfBase64url(text);
  return binary === null ? null : fromBinary(binary);
}
