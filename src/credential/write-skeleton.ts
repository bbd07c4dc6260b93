/**
 * From SD-JWT+KB text to its skeleton. Any text of segments between `.` and `~` has one, whoever
 * issued it: what does not fit the tokens is written as it is, and costs more.
 */
import {
  binaryOfBase64,
  binaryOfBase64url,
  decodeUtf8,
  fromBinary,
  isAscii,
} from '../base/bytes.ts';
import { writeLength } from './length.ts';
import { rememberDigests } from './sd-jwt.ts';
import { digestTokens, imagePrefix, type Skeleton, signatureLength, token } from './skeleton.ts';

/** A JSON string, from where it begins. */
const jsonString = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
/** Bytes that could be taken for tokens. */
const tokenLike = /[^\t\n\r\x20-\xff]/;
/** Shorter strings cost no more as text, and would turn ordinary words into raw bytes. */
const shortestRun = 24;
/** Characters of Base64url that stand for 16 bytes. */
const shortestString = 22;
/** A coded picture's boxes end where its `mdat` begins; further in, it is not a header. */
const longestImageHead = 1024;

/** Rewrites any text of Base64url segments between `.` and `~`. */
export function writeSkeleton(sdJwt: string, digestOf = rememberDigests()): Skeleton {
  const end = sdJwt.lastIndexOf('~') + 1;
  const issuerEnd = sdJwt.indexOf('~');
  const disclosures = sdJwt.slice(0, end).split('~').slice(1, -1).slice(0, digestTokens);
  const digests = new Map<string, number>();
  for (const [index, digest] of disclosures.map(digestOf).entries())
    if (!digests.has(digest)) digests.set(digest, token.firstDigest + index);
  const hash = new Map([[digestOf(sdJwt.slice(0, end)), token.sdHash]]);
  const none = new Map<string, number>();

  const out: Streams = { text: '', raw: '' };
  let offset = 0;
  for (const segment of sdJwt.split(/[.~]/)) {
    const known = offset >= end ? hash : offset < issuerEnd ? digests : none;
    writeSegment(out, segment, known);
    offset += segment.length + 1;
    const delimiter = sdJwt[offset - 1];
    if (delimiter) out.text += byte(delimiter === '.' ? token.endWithDot : token.endWithTilde);
  }
  return out;
}

interface Streams {
  text: string;
  raw: string;
}

const byte = (...values: readonly number[]): string => String.fromCharCode(...values);

function writeSegment(out: Streams, segment: string, known: ReadonlyMap<string, number>): void {
  if (segment === '') return;
  const binary = binaryOfBase64url(segment);
  if (binary === null) {
    out.text += byte(token.literalSegment) + number(segment.length) + segment;
  } else if (isPlainText(binary)) {
    writeJsonText(out, binary, known);
  } else if (binary.length === signatureLength) {
    out.text += byte(token.signatureSegment);
    out.raw += binary;
  } else {
    out.text += byte(token.rawSegment) + number(binary.length);
    out.raw += binary;
  }
}

/** UTF-8 without any byte that could be taken for a token. */
const isPlainText = (binary: string): boolean =>
  !tokenLike.test(binary) && (isAscii(binary) || decodeUtf8(fromBinary(binary)) !== null);

function writeJsonText(out: Streams, json: string, known: ReadonlyMap<string, number>): void {
  let at = 0;
  for (;;) {
    const start = json.indexOf('"', at);
    jsonString.lastIndex = start;
    const string = start < 0 ? undefined : jsonString.exec(json)?.[0];
    // One that never ends: no other ends behind it, since each quote there is escaped.
    if (string === undefined) break;
    out.text += json.slice(at, start);
    if (!writeString(out, string.slice(1, -1), known)) out.text += string;
    at = start + string.length;
  }
  out.text += json.slice(at);
}

/** Writes a JSON string's content as a token if it is one; its quotes go with it. */
function writeString(out: Streams, content: string, known: ReadonlyMap<string, number>): boolean {
  if (content.length < shortestString) return false;
  const reference = known.get(content);
  if (reference !== undefined) {
    out.text += byte(reference);
    return true;
  }
  const prefix = imagePrefix.exec(content)?.[0];
  const picture = prefix ? binaryOfBase64(content.slice(prefix.length)) : null;
  if (prefix && picture !== null) {
    const head = picture.slice(0, longestImageHead).indexOf('mdat') + 'mdat'.length;
    const length = head < 'mdat'.length ? 0 : head;
    out.text += byte(token.image) + prefix + number(length) + picture.slice(0, length);
    out.text += number(picture.length - length);
    out.raw += picture.slice(length);
    return true;
  }
  if (content.length > shortestString && content.length < shortestRun) return false;
  const bytes = binaryOfBase64url(content);
  if (bytes === null) return false;
  if (bytes.length === 32) out.text += byte(token.raw32);
  else if (bytes.length === 16) out.text += byte(token.raw16);
  else out.text += byte(token.rawRun) + number(bytes.length);
  out.raw += bytes;
  return true;
}

const number = (value: number): string => byte(...writeLength(value));
