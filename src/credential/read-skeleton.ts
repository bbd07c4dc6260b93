/**
 * From a skeleton back to the very SD-JWT+KB text that was written. Input is hostile: each step is
 * bounded by the streams' lengths, and whatever does not fit gives null. Two skeletons may read as
 * the same text; unpack.ts takes only the one that write-skeleton.ts makes.
 */
import { base64urlOfBinary } from '../base/bytes.ts';
import { longestSdJwt } from './container.ts';
import { readLength } from './length.ts';
import type { DigestOf } from './sd-jwt.ts';
import {
  digestTokens,
  imagePrefix,
  type Skeleton,
  signatureLength,
  standsForItself,
  token,
} from './skeleton.ts';

/** Writes the text that a skeleton stands for; null where the streams do not fit each other. */
export function readSkeleton(skeleton: Skeleton, digestOf: DigestOf): string | null {
  const segments = new SkeletonReader(skeleton).read();
  if (!segments) return null;
  const end = segments.findLastIndex(({ delimiter }) => delimiter === '~') + 1;
  const issuerEnd = segments.findIndex(({ delimiter }) => delimiter === '~') + 1;
  const disclosed = renderSegments(segments.slice(issuerEnd, end), new Map());
  if (disclosed === null) return null;
  const disclosures = disclosed.split('~').slice(0, -1).slice(0, digestTokens);
  const digests = disclosures.map(digestOf);
  const issuer = renderSegments(
    segments.slice(0, issuerEnd),
    new Map(digests.map((digest, index) => [token.firstDigest + index, digest])),
  );
  if (issuer === null) return null;
  const sdHash = digestOf(issuer + disclosed);
  const binding = renderSegments(segments.slice(end), new Map([[token.sdHash, sdHash]]));
  return binding === null ? null : issuer + disclosed + binding;
}

/** Text as a binary string, or a hash that is known once other segments are. */
type Piece = string | { readonly reference: number };
interface Segment {
  readonly content: { readonly literal: string } | { readonly pieces: readonly Piece[] };
  readonly delimiter: '' | '.' | '~';
}

function renderSegments(
  segments: readonly Segment[],
  known: ReadonlyMap<number, string>,
): string | null {
  let rendered = '';
  for (const { content, delimiter } of segments) {
    const text = 'literal' in content ? content.literal : renderPieces(content.pieces, known);
    if (text === null) return null;
    rendered += text + delimiter;
    if (rendered.length > longestSdJwt) return null;
  }
  return rendered;
}

function renderPieces(pieces: readonly Piece[], known: ReadonlyMap<number, string>): string | null {
  let binary = '';
  for (const piece of pieces) {
    const hash = typeof piece === 'string' ? '' : known.get(piece.reference);
    if (hash === undefined) return null;
    binary += typeof piece === 'string' ? piece : `"${hash}"`;
    if (binary.length > longestSdJwt) return null;
  }
  return base64urlOfBinary(binary);
}

/** Reads both streams side by side; every step is bounded by their lengths. */
class SkeletonReader {
  readonly #text: string;
  readonly #raw: string;
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
    const byte = this.#text.charCodeAt(this.#textAt++);
    return byte === token.endWithDot ? '.' : byte === token.endWithTilde ? '~' : null;
  }

  #readContent(): Segment['content'] | null {
    const kind = this.#text.charCodeAt(this.#textAt);
    if (kind === token.literalSegment) {
      this.#textAt++;
      const literal = this.#takeText(this.#readLength());
      return literal === null ? null : { literal };
    }
    if (kind === token.signatureSegment || kind === token.rawSegment) {
      this.#textAt++;
      const raw = this.#takeRaw(kind === token.rawSegment ? this.#readLength() : signatureLength);
      return raw === null ? null : { pieces: [raw] };
    }
    const pieces: Piece[] = [];
    while (this.#textAt < this.#text.length) {
      const byte = this.#text.charCodeAt(this.#textAt);
      if (byte === token.endWithDot || byte === token.endWithTilde) break;
      const piece = standsForItself(byte) ? this.#takePlainText() : this.#readToken(byte);
      if (piece === null) return null;
      pieces.push(piece);
    }
    return { pieces };
  }

  #readToken(byte: number): Piece | null {
    this.#textAt++;
    if (byte === token.sdHash || byte >= token.firstDigest) return { reference: byte };
    if (byte === token.raw32) return this.#readString(32);
    if (byte === token.raw16) return this.#readString(16);
    if (byte === token.rawRun) return this.#readString(this.#readLength());
    return byte === token.image ? this.#readImage() : null;
  }

  #readString(length: number): string | null {
    const raw = this.#takeRaw(length);
    return raw === null ? null : `"${base64urlOfBinary(raw)}"`;
  }

  #readImage(): string | null {
    const prefix = imagePrefix.exec(this.#text.slice(this.#textAt, this.#textAt + 32))?.[0];
    if (!prefix) return null;
    this.#textAt += prefix.length;
    const head = this.#takeText(this.#readLength());
    const tail = this.#takeRaw(this.#readLength());
    return head === null || tail === null ? null : `"${prefix}${btoa(head + tail)}"`;
  }

  #takePlainText(): string {
    const start = this.#textAt;
    while (standsForItself(this.#text.charCodeAt(this.#textAt))) this.#textAt++;
    return this.#text.slice(start, this.#textAt);
  }

  #takeText(length: number): string | null {
    if (length < 0 || this.#textAt + length > this.#text.length) return null;
    this.#textAt += length;
    return this.#text.slice(this.#textAt - length, this.#textAt);
  }

  #takeRaw(length: number): string | null {
    if (length < 0 || this.#rawAt + length > this.#raw.length) return null;
    this.#rawAt += length;
    return this.#raw.slice(this.#rawAt - length, this.#rawAt);
  }

  #readLength(): number {
    return readLength(() =>
      this.#textAt < this.#text.length ? this.#text.charCodeAt(this.#textAt++) : -1,
    );
  }
}
