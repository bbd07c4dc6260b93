/** Zlib's frame around a deflate stream (RFC 1950): its header and its checksum. */
import type { Bytes } from './bytes.ts';
import { type InflateFailure, inflateRaw } from './inflate.ts';
import { fail, type Result } from './result.ts';

/** Inflates one whole zlib stream (RFC 1950) to at most `limit` bytes, its checksum compared. */
export function inflateZlib(stream: Uint8Array, limit: number): Result<Bytes, InflateFailure> {
  const [method = 0, flags = 0] = stream;
  const presetDictionary = (flags & 0x20) !== 0;
  if (stream.length < 7 || (method & 0x0f) !== 8 || ((method << 8) | flags) % 31 !== 0)
    return fail('not-deflate');
  if (presetDictionary) return fail('not-deflate');
  const inflated = inflateRaw(stream.subarray(2, -4), limit);
  if (!inflated.ok) return inflated;
  const checksum = new DataView(stream.buffer, stream.byteOffset + stream.length - 4).getUint32(0);
  return checksum === adler32(inflated.value) ? inflated : fail('not-deflate');
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
