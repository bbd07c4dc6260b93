/**
 * Inflating bytes that nobody vouches for: in small steps, so that a bomb stops at the limit, and
 * to the letter: a stream must be complete and have nothing behind it (RFC 1950, RFC 1951).
 */
import { Inflate } from 'fflate';
import { type Bytes, concatBytes } from './bytes.ts';
import { fail, ok, type Result } from './result.ts';

export type InflateFailure = 'not-deflate' | 'too-large';

/** A step can grow a thousandfold, and is counted only once it is done. */
const stepBytes = 512;

/** Inflates one whole raw deflate stream to at most `limit` bytes. */
export function inflateRaw(
  stream: Uint8Array,
  limit: number,
  dictionary?: Uint8Array,
): Result<Bytes, InflateFailure> {
  if (stream.length === 0) return fail('not-deflate');
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate(dictionary ? { dictionary } : {}, (part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let start = 0; start < stream.length; start += stepBytes) {
      const end = Math.min(start + stepBytes, stream.length);
      // A copy: fflate keeps and appends to what it is given.
      inflate.push(new Uint8Array(stream.subarray(start, end)), end === stream.length);
      if (length > limit) return fail('too-large');
    }
  } catch {
    return fail('not-deflate');
  }
  return endsWithItsStream(inflate) ? ok(concatBytes(...parts)) : fail('not-deflate');
}

/**
 * Whether nothing is left but the zeros that fill the last byte. fflate does not say, and its own
 * state is the only thing that knows: the bytes left (`p`), and how many bits of the first are read.
 */
function endsWithItsStream(inflate: Inflate): boolean {
  const rest = inflate['p'] as Uint8Array;
  const bitsRead = (inflate['s'] as { readonly p: number }).p;
  const [last = 0] = rest;
  return rest.length === (bitsRead === 0 ? 0 : 1) && last >> bitsRead === 0;
}

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
