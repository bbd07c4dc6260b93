/**
 * The smallest QR code at level L that holds a text (ISO/IEC 18004 §7.4, tables 3 and 7), counted
 * instead of drawn: for packings that no coder here draws, and for thousands of texts.
 */

/** Data codewords at level L, from version 1 on. */
const codewords = [
  19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861,
  932, 1006, 1094, 1174, 1276, 1370, 1468, 1531, 1631, 1735, 1843, 1955, 2071, 2191, 2306, 2434,
  2566, 2702, 2812, 2956,
] as const;

type Mode = 'alphanumeric' | 'byte' | 'numeric';

/** A run of characters in one mode. */
export interface QrSegment {
  readonly mode: Mode;
  readonly length: number;
}

const modeBits = 4;
/** Bits of the character count in versions 1–9, 10–26 and 27–40. */
const countBits: Record<Mode, readonly [number, number, number]> = {
  alphanumeric: [9, 11, 13],
  byte: [8, 16, 16],
  numeric: [10, 12, 14],
};

/** The version that holds these segments; null where not even the largest does. */
export function qrVersion(segments: readonly QrSegment[]): number | null {
  const index = codewords.findIndex((capacity, at) => bitsOf(segments, at + 1) <= capacity * 8);
  return index < 0 ? null : index + 1;
}

const bitsOf = (segments: readonly QrSegment[], version: number): number =>
  segments.reduce(
    (sum, segment) =>
      sum +
      modeBits +
      (countBits[segment.mode][version < 10 ? 0 : version < 27 ? 1 : 2] ?? 0) +
      dataBits(segment),
    0,
  );

function dataBits({ mode, length }: QrSegment): number {
  if (mode === 'byte') return length * 8;
  if (mode === 'alphanumeric') return Math.ceil(length * 5.5);
  // Ten bits for three digits; one digit left takes four, two take seven.
  return Math.floor(length / 3) * 10 + ([0, 4, 7][length % 3] ?? 0);
}
