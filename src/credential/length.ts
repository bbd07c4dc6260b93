/** Lengths in a container: LEB128 below 2^14, in one byte or two and never more than it needs. */

/** The one or two bytes of a length. */
export const writeLength = (length: number): readonly number[] =>
  length < 0x80 ? [length] : [(length & 0x7f) | 0x80, length >> 7];

/** A length from a source of bytes (which gives −1 at its end); −1 for anything else than its one form. */
export function readLength(nextByte: () => number): number {
  const low = nextByte();
  if (low < 0x80) return low;
  const high = nextByte();
  return high > 0 && high < 0x80 ? (low & 0x7f) | (high << 7) : -1;
}
