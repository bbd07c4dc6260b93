/**
 * From QR text to SD-JWT+KB text (PROTOCOL §3): limits first, then Base45, inflating with the frozen
 * dictionary to the limit and no further, the skeleton, and at last the proof that this was the one form: packing
 * what was unpacked must give the same streams. Says nothing about signatures.
 */
import { decode as decodeBase45 } from '@digitalbazaar/base45';
import { type Bytes, toBinary } from '../base/bytes.ts';
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
import { readLength } from './length.ts';
import { readSkeleton } from './read-skeleton.ts';
import { rememberDigests } from './sd-jwt.ts';
import type { Skeleton } from './skeleton.ts';
import { writeSkeleton } from './write-skeleton.ts';

/** SD-JWT(+KB) text as it was packed: believed by nobody yet. */
export type UnpackedPresentation = string & { readonly __unpacked: unique symbol };

export type UnpackFailure = 'not-a-card' | 'damaged' | 'newer-format';

/** Unpacks QR text; the characters come back exactly as they were signed. */
export function unpack(
  text: string,
  digestOf = rememberDigests(),
): Result<UnpackedPresentation, UnpackFailure> {
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
  const sdJwt = readSkeleton(skeleton, digestOf);
  if (sdJwt === null || !isPackable(sdJwt)) return fail('damaged');
  const only = writeSkeleton(sdJwt, digestOf);
  return only.text === skeleton.text && only.raw === skeleton.raw
    ? ok(sdJwt as UnpackedPresentation)
    : fail('damaged');
}

/** Base45 (RFC 9285 §4.2, §6): each text of the alphabet that does not overflow is the only one for its bytes. */
function readBase45(text: string): Bytes | null {
  // The decoder takes characters beyond Latin-1 for zero.
  if (!/^[0-9A-Z $%*+./:-]*$/.test(text)) return null;
  try {
    return decodeBase45(text) as Bytes;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readContainer(container: Bytes): Skeleton | null {
  let start = 1;
  const length = readLength(() => container[start++] ?? -1);
  const end = start + length;
  if (length < 0 || end > container.length) return null;
  const raw = container.subarray(end);
  const text = inflateRaw(container.subarray(start, end), longestInflated, dictionary);
  if (!text.ok || text.value.length + raw.length > longestInflated) return null;
  return { text: toBinary(text.value), raw: toBinary(raw) };
}
