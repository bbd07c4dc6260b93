/**
 * From QR text to SD-JWT+KB text (PROTOCOL §3): limits first, then Base45, inflating with the frozen
 * dictionary in small steps, the skeleton, and at last the proof that this was the one form: packing
 * what was unpacked must give the same streams. Says nothing about signatures.
 */
import { decode as decodeBase45, encode as encodeBase45 } from '@digitalbazaar/base45';
import { type Bytes, equalBytes } from '../base/bytes.ts';
import { inflateRaw } from '../base/inflate.ts';
import { fail, ok, type Result } from '../base/result.ts';
import {
  anyTextPrefix,
  isPackable,
  longestInflated,
  longestText,
  textPrefix,
} from './container.ts';
import { dictionary, dictionaryVersion } from './dictionary.ts';
import { readSkeleton } from './read-skeleton.ts';
import type { Skeleton } from './skeleton.ts';
import { writeNumber, writeSkeleton } from './write-skeleton.ts';

/** SD-JWT(+KB) text as it was packed: believed by nobody yet. */
export type UnpackedPresentation = string & { readonly __unpacked: unique symbol };

export type UnpackFailure = 'not-a-card' | 'damaged' | 'newer-format';

/** Unpacks QR text; the characters come back exactly as they were signed. */
export async function unpack(text: string): Promise<Result<UnpackedPresentation, UnpackFailure>> {
  const form = anyTextPrefix.exec(text);
  if (!form) return fail('not-a-card');
  if (form[0] !== textPrefix) return fail(Number(form[1]) > 1 ? 'newer-format' : 'damaged');
  if (text.length > longestText) return fail('damaged');
  const container = readBase45(text.slice(textPrefix.length));
  const version = container?.[0];
  if (!container || version === undefined || version === 0) return fail('damaged');
  if (version > dictionaryVersion) return fail('newer-format');
  const skeleton = readContainer(container);
  if (!skeleton) return fail('damaged');
  const sdJwt = await readSkeleton(skeleton);
  if (sdJwt === null || !isPackable(sdJwt)) return fail('damaged');
  const only = await writeSkeleton(sdJwt);
  return equalBytes(only.text, skeleton.text) && equalBytes(only.raw, skeleton.raw)
    ? ok(sdJwt as UnpackedPresentation)
    : fail('damaged');
}

/** Base45 in its one form (RFC 9285): the decoder lets characters beyond Latin-1 through. */
function readBase45(text: string): Bytes | null {
  try {
    const bytes = decodeBase45(text) as Bytes;
    return encodeBase45(bytes) === text ? bytes : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readContainer(container: Bytes): Skeleton | null {
  const [, low = 0, high = 0] = container;
  const length = low < 0x80 ? low : (low & 0x7f) | (high << 7);
  const lengthBytes = writeNumber(length).length;
  const isCanonical = lengthBytes === (low < 0x80 ? 1 : 2) && high < (low < 0x80 ? 0x100 : 0x80);
  const start = 1 + lengthBytes;
  if (!isCanonical || start + length > container.length) return null;
  const raw = container.slice(start + length);
  const text = inflateRaw(container.subarray(start, start + length), longestInflated, dictionary);
  if (!text.ok || text.value.length + raw.length > longestInflated) return null;
  return { text: text.value, raw };
}
