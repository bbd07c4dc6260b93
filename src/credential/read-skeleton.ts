/**
 * From a skeleton back to the very SD-JWT+KB text that was written. Input is hostile: each step is
 * bounded by the streams' lengths, and whatever does not fit gives null. Two skeletons may read as
 * the same text; unpack.ts takes only the one that write-skeleton.ts makes.
 */
import {
  type Bytes,
  concatBytes,
  decodeUtf8,
  encodeBase64,
  encodeBase64url,
  encodeUtf8,
} from '../base/bytes.ts';
import { longestSdJwt } from './container.ts';
import { digestOf } from './sd-jwt.ts';
import {
  digestTokens,
  imagePrefix,
  type Skeleton,
  signatureLength,
  standsForItself,
  token,
} from './skeleton.ts';

/** Writes the text that a skeleton stands for; null where the streams do not fit each other. */
export async function readSkeleton(skeleton: Skeleton): Promise<string | null> {
  const read = new SkeletonReader(skeleton).read();
  if (!read) return null;
  const end = read.findLastIndex((segment) => segment.delimiter === '~');
  const issuerEnd = read.findIndex((segment) => segment.delimiter === '~');
  const render = (
    segments: readonly Segment[],
    known: ReadonlyMap<number, string>,
  ): string | null => {
    const parts: string[] = [];
    for (const segment of segments) {
      const text = renderSegment(segment, known);
      if (text === null) return null;
      parts.push(text, segment.delimiter);
    }
    return parts.join('');
  };
  const disclosed = render(read.slice(issuerEnd + 1, end + 1), new Map());
  if (disclosed === null) return null;
  const disclosures = issuerEnd < 0 ? [] : disclosed.split('~').slice(0, -1).slice(0, digestTokens);
  const digests = new Map<number, string>();
  for (const [index, digest] of (await Promise.all(disclosures.map(digestOf))).entries())
    digests.set(token.firstDigest + index, digest);
  const issuer = render(read.slice(0, issuerEnd + 1), digests);
  if (issuer === null) return null;
  const sdJwt = issuer + disclosed;
  const binding = render(read.slice(end + 1), new Map([[token.sdHash, await digestOf(sdJwt)]]));
  return binding === null ? null : sdJwt + binding;
}

type Piece = Bytes | { readonly reference: number };
interface Segment {
  readonly content: { readonly literal: string } | { readonly pieces: readonly Piece[] };
  readonly delimiter: '' | '.' | '~';
}

function renderSegment(segment: Segment, known: ReadonlyMap<number, string>): string | null {
  if ('literal' in segment.content) return segment.content.literal;
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of segment.content.pieces) {
    const text = piece instanceof Uint8Array ? null : known.get(piece.reference);
    if (text === undefined) return null;
    const part = piece instanceof Uint8Array ? piece : encodeUtf8(`"${text}"`);
    length += part.length;
    if (length > longestSdJwt) return null;
    parts.push(part);
  }
  return encodeBase64url(concatBytes(...parts));
}

/** Reads both streams side by side; every step is bounded by their lengths. */
class SkeletonReader {
  readonly #text: Bytes;
  readonly #raw: Bytes;
  #textAt = 0;
  #rawAt = 0;

  constructor({ text, raw }: Skeleton) {
    this.#text = text;
    this.#raw = raw;
  }

  read(): readonly Segment[] | null {
    const segments: Segment[] = [];
    let delimiter: Segment['delimiter'] | null;
    do {
      const content = this.#readContent();
      if (!content) return null;
      delimiter = this.#readDelimiter();
      if (delimiter === null) return null;
      segments.push({ content, delimiter });
    } while (delimiter !== '');
    return this.#rawAt === this.#raw.length ? segments : null;
  }

  #readDelimiter(): Segment['delimiter'] | null {
    if (this.#textAt === this.#text.length) return '';
    const byte = this.#text[this.#textAt++];
    return byte === token.endWithDot ? '.' : byte === token.endWithTilde ? '~' : null;
  }

  #readContent(): Segment['content'] | null {
    const kind = this.#text[this.#textAt];
    if (kind === token.literalSegment) {
      this.#textAt++;
      const bytes = this.#takeText(this.#readNumber());
      const literal = bytes && decodeUtf8(bytes);
      return typeof literal === 'string' ? { literal } : null;
    }
    if (kind === token.signatureSegment || kind === token.rawSegment) {
      this.#textAt++;
      const bytes = this.#takeRaw(kind === token.rawSegment ? this.#readNumber() : signatureLength);
      return bytes ? { pieces: [bytes] } : null;
    }
    const pieces: Piece[] = [];
    while (this.#textAt < this.#text.length) {
      const byte = this.#text[this.#textAt] as number;
      if (byte === token.endWithDot || byte === token.endWithTilde) break;
      const piece = this.#readPiece(byte);
      if (!piece) return null;
      pieces.push(piece);
    }
    return { pieces };
  }

  #readPiece(byte: number): Piece | null {
    if (standsForItself(byte)) return this.#takePlainText();
    this.#textAt++;
    if (byte === token.sdHash || byte >= token.firstDigest) return { reference: byte };
    if (byte === token.raw32) return quoted(this.#takeRaw(32), encodeBase64url);
    if (byte === token.raw16) return quoted(this.#takeRaw(16), encodeBase64url);
    if (byte === token.rawRun) return quoted(this.#takeRaw(this.#readNumber()), encodeBase64url);
    if (byte === token.image) return this.#readImage();
    return null;
  }

  #readImage(): Piece | null {
    const rest = decodeAscii(this.#text.subarray(this.#textAt, this.#textAt + 32));
    const prefix = imagePrefix.exec(rest)?.[0];
    if (!prefix) return null;
    this.#textAt += prefix.length;
    const head = this.#takeText(this.#readNumber());
    const tail = this.#takeRaw(this.#readNumber());
    return head && tail
      ? quoted(concatBytes(head, tail), (bytes) => prefix + encodeBase64(bytes))
      : null;
  }

  #takePlainText(): Bytes {
    const start = this.#textAt;
    while (this.#textAt < this.#text.length) {
      const byte = this.#text[this.#textAt] as number;
      if (!standsForItself(byte)) break;
      this.#textAt++;
    }
    return this.#text.slice(start, this.#textAt);
  }

  #takeText(length: number): Bytes | null {
    if (length < 0 || this.#textAt + length > this.#text.length) return null;
    this.#textAt += length;
    return this.#text.slice(this.#textAt - length, this.#textAt);
  }

  #takeRaw(length: number): Bytes | null {
    if (length < 0 || this.#rawAt + length > this.#raw.length) return null;
    this.#rawAt += length;
    return this.#raw.slice(this.#rawAt - length, this.#rawAt);
  }

  /** A length as LEB128; −1 where it does not end within two bytes. */
  #readNumber(): number {
    const low = this.#text[this.#textAt++] ?? -1;
    if (low < 0x80) return low;
    const high = this.#text[this.#textAt++] ?? 0x80;
    return high < 0x80 ? (low & 0x7f) | (high << 7) : -1;
  }
}

const quoted = (bytes: Bytes | null, encode: (bytes: Bytes) => string): Bytes | null =>
  bytes && encodeUtf8(`"${encode(bytes)}"`);

const decodeAscii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
