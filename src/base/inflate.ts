/**
 * Inflating bytes that nobody vouches for: in small steps, so that a bomb stops at the limit, and
 * to the letter: a stream must be complete and have nothing behind it (RFC 1950, RFC 1951).
 */
import { Inflate, inflateSync } from 'fflate';
import { type Bytes, concatBytes, equalBytes } from './bytes.ts';
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
  const whole =
    stream.length > stepBytes
      ? inflateSteps(stream, limit, dictionary)
      : inflateStep(stream, limit, dictionary);
  if (!whole.ok) return whole;
  // fflate says nothing of what lies behind the end. A stream that also ends a byte earlier has bytes
  // there; one that says the same without its highest bit has bits there.
  const out = new Uint8Array(whole.value.length + 1);
  if (inflateInto(out, stream.subarray(0, -1), dictionary)) return fail('not-deflate');
  const lighter = withoutHighestBit(stream);
  const same = lighter && inflateInto(out, lighter, dictionary);
  return same && equalBytes(same, whole.value) ? fail('not-deflate') : whole;
}

/** What is no longer than one step needs no growing buffers: most cards, in a tenth of the time. */
function inflateStep(
  stream: Uint8Array,
  limit: number,
  dictionary?: Uint8Array,
): Result<Bytes, InflateFailure> {
  const whole = inflateInto(new Uint8Array(limit + 1), stream, dictionary);
  if (!whole || stream.length === 0) return fail('not-deflate');
  return whole.length > limit ? fail('too-large') : ok(whole.slice());
}

/** Inflates into a buffer of fixed size, dropping what exceeds it; null for no whole stream. */
function inflateInto(
  out: Uint8Array,
  stream: Uint8Array,
  dictionary?: Uint8Array,
): Uint8Array | null {
  try {
    return inflateSync(stream, dictionary ? { out, dictionary } : { out });
  } catch {
    return null;
  }
}

/** Clears the highest bit that is set in the last byte; null where none is. */
function withoutHighestBit(stream: Uint8Array): Uint8Array | null {
  const last = stream.at(-1) ?? 0;
  if (last === 0) return null;
  const lighter = stream.slice();
  lighter[lighter.length - 1] = last & ~(1 << (31 - Math.clz32(last)));
  return lighter;
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

function inflateSteps(
  stream: Uint8Array,
  limit: number,
  dictionary?: Uint8Array,
): Result<Bytes, InflateFailure> {
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
      inflate.push(stream.slice(start, end), end === stream.length);
      if (length > limit) return fail('too-large');
    }
  } catch {
    return fail('not-deflate');
  }
  return stream.length === 0 ? fail('not-deflate') : ok(concatBytes(...parts));
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
