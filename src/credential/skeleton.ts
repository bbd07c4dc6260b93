/**
 * The two streams into which an SD-JWT+KB is rewritten before it is deflated (PROTOCOL §3): JSON
 * goes into a skeleton that deflates well; random bytes (signatures, salts, keys, the coded picture)
 * go raw beside it; hashes that can be computed again are left out. README.md has the format byte by
 * byte; write-skeleton.ts and read-skeleton.ts are its two directions.
 */

/** The two streams of a container, each a binary string: one character a byte. */
export interface Skeleton {
  readonly text: string;
  readonly raw: string;
}

/** The bytes of a skeleton that stand for something else: never found in JSON text (RFC 8259 §7). */
export const token = {
  endWithDot: 0x00,
  raw32: 0x01,
  raw16: 0x02,
  sdHash: 0x04,
  rawRun: 0x05,
  image: 0x06,
  endWithTilde: 0x07,
  literalSegment: 0x08,
  signatureSegment: 0x0b,
  rawSegment: 0x0c,
  firstDigest: 0x0e,
} as const;

/** How many disclosures have a token of their own; digests of later ones travel raw. */
export const digestTokens = 0x20 - token.firstDigest;

/** Bytes of an ES256 signature (RFC 7518 §3.4). */
export const signatureLength = 64;

/** How a picture's data URI begins. */
export const imagePrefix = /^data:image\/(?:avif|webp);base64,/;

/** Whether a byte stands for itself: printable, or the white space that JSON allows. */
export const standsForItself = (byte: number): boolean =>
  byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
