/**
 * The tables of RFC 1951 §3.2: prefix codes, and the ranges that length and distance symbols stand for.
 */

/** Bits of the longest code. */
export const mostBits = 15;

/** A canonical prefix code: how many codes each length has, and the symbols in their order. */
export interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
  /** Every sequence of bits begins with one of its codes. */
  readonly isComplete: boolean;
  /** Complete, or of one code of one bit, or empty: what §3.2.7 allows a block. */
  readonly isUsable: boolean;
}

/** Makes the code whose symbols have codes of these lengths (0: none); null where there are too many. */
export function makeCode(lengths: Uint8Array): Code | null {
  const counts = new Uint16Array(mostBits + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  const used = lengths.length - (counts[0] as number);
  counts[0] = 0;
  const next = new Uint16Array(mostBits + 2);
  let free = 1;
  for (let length = 1; length <= mostBits; length++) {
    const count = counts[length] as number;
    free = 2 * free - count;
    if (free < 0) return null;
    next[length + 1] = (next[length] as number) + count;
  }
  const symbols = new Uint16Array(used);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    symbols[next[length] as number] = symbol;
    next[length] = (next[length] as number) + 1;
  }
  const isComplete = free === 0;
  const isSingle = used === 1 && counts[1] === 1;
  return { counts, symbols, isComplete, isUsable: isComplete || isSingle || used === 0 };
}

/** Numbers in a row, each with the bits that it spends on counting from there. */
function makeRanges(
  first: number,
  bits: readonly number[],
): readonly (readonly [number, number])[] {
  let start = first;
  return bits.map((count) => {
    const range = [start, count] as const;
    start += 2 ** count;
    return range;
  });
}

const twice = (...bits: readonly number[]): readonly number[] =>
  bits.flatMap((count) => [count, count]);

/** §3.2.5: what symbols 257 to 285 stand for. The last is one length, although a range ends there. */
export const copyLengths: readonly (readonly [number, number])[] = [
  ...makeRanges(3, [0, 0, 0, 0, ...[0, 1, 2, 3, 4, 5].flatMap((bits) => [bits, bits, bits, bits])]),
  [258, 0],
];

/** §3.2.5: what distance symbols 0 to 29 stand for. */
export const copyDistances = makeRanges(1, twice(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));

/** §3.2.7: in which order the lengths of the lengths' code come. */
export const lengthOrder = [
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
] as const;

/** §3.2.6. */
export const fixedLiterals = makeCode(
  new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280),
) as Code;
export const fixedDistances = makeCode(new Uint8Array(30).fill(5)) as Code;
