/**
 * From SD-JWT+KB text to its skeleton. Any text of segments between `.` and `~` has one, whoever
 * issued it: what does not fit the tokens is written as it is, and costs more.
 */
import { decodeBase64, decodeBase64url, decodeUtf8, encodeUtf8 } from '../base/bytes.ts';
import { digestOf } from './sd-jwt.ts';
import {
  digestTokens,
  imagePrefix,
  type Skeleton,
  signatureLength,
  standsForItself,
  token,
} from './skeleton.ts';

const jsonString = /("(?:[^"\\]|\\.)*")/s;
/** Shorter strings cost no more as text, and would turn ordinary words into raw bytes. */
const shortestRun = 24;
/** A coded picture's boxes end where its `mdat` begins; further in, it is not a header. */
const longestImageHead = 1024;

/** Rewrites any text of Base64url segments between `.` and `~`. */
export async function writeSkeleton(sdJwt: string): Promise<Skeleton> {
  const segments = sdJwt.split(/(?<=[.~])/);
  const end = sdJwt.lastIndexOf('~') + 1;
  const disclosures = sdJwt.slice(0, end).split('~').slice(1, -1).slice(0, digestTokens);
  const digests = new Map<string, number>();
  for (const [index, digest] of (await Promise.all(disclosures.map(digestOf))).entries())
    if (!digests.has(digest)) digests.set(digest, token.firstDigest + index);
  const hash = new Map([[await digestOf(sdJwt.slice(0, end)), token.sdHash]]);
  const none = new Map<string, number>();
  const issuerEnd = sdJwt.indexOf('~');

  const out = new Streams();
  let offset = 0;
  for (const segment of segments) {
    const delimiter = /[.~]$/.exec(segment)?.[0];
    const known = offset >= end ? hash : offset < issuerEnd ? digests : none;
    writeSegment(out, delimiter ? segment.slice(0, -1) : segment, known);
    if (delimiter) out.text.push(delimiter === '.' ? token.endWithDot : token.endWithTilde);
    offset += segment.length;
  }
  return { text: Uint8Array.from(out.text), raw: Uint8Array.from(out.raw) };
}

class Streams {
  readonly text: number[] = [];
  readonly raw: number[] = [];
}

function append(stream: number[], bytes: Uint8Array): void {
  for (const byte of bytes) stream.push(byte);
}

function writeSegment(out: Streams, segment: string, known: ReadonlyMap<string, number>): void {
  if (segment === '') return;
  const bytes = decodeBase64url(segment);
  if (!bytes) {
    out.text.push(token.literalSegment, ...writeNumber(segment.length));
    append(out.text, encodeUtf8(segment));
  } else if (bytes.length === signatureLength && !isPlainText(bytes)) {
    out.text.push(token.signatureSegment);
    append(out.raw, bytes);
  } else if (isPlainText(bytes)) {
    writeJsonText(out, decodeUtf8(bytes) as string, known);
  } else {
    out.text.push(token.rawSegment, ...writeNumber(bytes.length));
    append(out.raw, bytes);
  }
}

/** UTF-8 without any byte that could be taken for a token. */
const isPlainText = (bytes: Uint8Array): boolean =>
  decodeUtf8(bytes) !== null && bytes.every((byte) => standsForItself(byte));

function writeJsonText(out: Streams, json: string, known: ReadonlyMap<string, number>): void {
  for (const part of json.split(jsonString)) {
    const isString = part.startsWith('"');
    if (!isString || !writeString(out, part.slice(1, -1), known))
      append(out.text, encodeUtf8(part));
  }
}

/** Writes a JSON string's content as a token if it is one; its quotes go with it. */
function writeString(out: Streams, content: string, known: ReadonlyMap<string, number>): boolean {
  const reference = known.get(content);
  if (reference !== undefined) {
    out.text.push(reference);
    return true;
  }
  const prefix = imagePrefix.exec(content)?.[0];
  const picture = prefix ? decodeBase64(content.slice(prefix.length)) : null;
  if (prefix && picture) {
    const head = imageHeadLength(picture);
    out.text.push(
      token.image,
      ...encodeUtf8(prefix),
      ...writeNumber(head),
      ...picture.subarray(0, head),
    );
    out.text.push(...writeNumber(picture.length - head));
    append(out.raw, picture.subarray(head));
    return true;
  }
  const bytes =
    content.length === 22 || content.length >= shortestRun ? decodeBase64url(content) : null;
  if (!bytes) return false;
  if (bytes.length === 32) out.text.push(token.raw32);
  else if (bytes.length === 16) out.text.push(token.raw16);
  else out.text.push(token.rawRun, ...writeNumber(bytes.length));
  append(out.raw, bytes);
  return true;
}

function imageHeadLength(picture: Uint8Array): number {
  const mdat = [0x6d, 0x64, 0x61, 0x74];
  const last = Math.min(picture.length, longestImageHead) - mdat.length;
  for (let start = 0; start <= last; start++)
    if (mdat.every((byte, index) => picture[start + index] === byte)) return start + mdat.length;
  return 0;
}

/** A length below 2^14 as LEB128, one or two bytes. */
export const writeNumber = (value: number): readonly number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7];
