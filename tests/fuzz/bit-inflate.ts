/**
 * A second reader of deflate streams (RFC 1951), slow and to the letter: it says not only what a stream
 * gives but also where it ends, to the bit. What the verifier takes for a whole stream is held against it.
 */

/** What a whole stream gives, and how many of its bits that took. */
export interface Inflated {
  readonly bytes: readonly number[];
  readonly bits: number;
}

class BadStream extends Error {}
class CutStream extends Error {}

const numbers = (text: string): readonly number[] => text.split(' ').map(Number);

/** RFC 1951 §3.2.5 and §3.2.7. */
const lengthBase = numbers(
  '3 4 5 6 7 8 9 10 11 13 15 17 19 23 27 31 35 43 51 59 67 83 99 115 131 163 195 227 ' + '258',
);
const lengthBits = numbers('0 0 0 0 0 0 0 0 1 1 1 1 2 2 2 2 3 3 3 3 4 4 4 4 5 5 5 5 0');
const codeOrder = numbers('16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1 15');
const distanceCodes = 30;

/** A canonical Huffman code (§3.2.2): symbols by length and code, as `length,code`. */
type Code = ReadonlyMap<number, number>;
const longestCode = 15;
const keyOf = (length: number, code: number): number => length * 2 ** 16 + code;

function makeCode(lengths: readonly number[]): Code {
  const code = new Map<number, number>();
  let next = 0;
  for (let length = 1; length <= longestCode; length++) {
    next *= 2;
    for (const [symbol, own] of lengths.entries())
      if (own === length) code.set(keyOf(length, next++), symbol);
  }
  return code;
}

const fixedLengths = [
  ...Array<number>(144).fill(8),
  ...Array<number>(112).fill(9),
  ...Array<number>(24).fill(7),
  ...Array<number>(8).fill(8),
];

class BitReader {
  at = 0;
  readonly #stream: Uint8Array;

  constructor(stream: Uint8Array) {
    this.#stream = stream;
  }

  bit(): number {
    const byte = this.#stream[this.at >> 3];
    if (byte === undefined) throw new CutStream();
    return (byte >> (this.at++ & 7)) & 1;
  }

  number(bits: number): number {
    let value = 0;
    for (let index = 0; index < bits; index++) value |= this.bit() << index;
    return value;
  }

  symbol(code: Code): number {
    let read = 0;
    for (let length = 1; length <= longestCode; length++) {
      read = read * 2 + this.bit();
      const symbol = code.get(keyOf(length, read));
      if (symbol !== undefined) return symbol;
    }
    throw new BadStream();
  }
}

function readCodes(reader: BitReader): readonly [Code, Code] {
  const [literals, distances, described] = [
    reader.number(5) + 257,
    reader.number(5) + 1,
    reader.number(4) + 4,
  ];
  const own = Array<number>(19).fill(0);
  for (const symbol of codeOrder.slice(0, described)) own[symbol] = reader.number(3);
  const code = makeCode(own);
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const symbol = reader.symbol(code);
    if (symbol < 16) lengths.push(symbol);
    else {
      const repeated = symbol === 16 ? lengths.at(-1) : 0;
      if (repeated === undefined) throw new BadStream();
      const times =
        symbol === 16
          ? 3 + reader.number(2)
          : symbol === 17
            ? 3 + reader.number(3)
            : 11 + reader.number(7);
      for (let time = 0; time < times; time++) lengths.push(repeated);
    }
  }
  if (lengths.length > literals + distances) throw new BadStream();
  return [makeCode(lengths.slice(0, literals)), makeCode(lengths.slice(literals))];
}

function copy(out: number[], reader: BitReader, symbol: number, distances: Code): void {
  const index = symbol - 257;
  const [base, extra] = [lengthBase[index], lengthBits[index]];
  if (base === undefined || extra === undefined) throw new BadStream();
  const length = base + reader.number(extra);
  const code = reader.symbol(distances);
  if (code >= distanceCodes) throw new BadStream();
  const bits = code < 2 ? 0 : (code >> 1) - 1;
  const distance = 1 + (code < 2 ? code : (2 + (code & 1)) << bits) + reader.number(bits);
  if (distance > out.length) throw new BadStream();
  for (let count = 0; count < length; count++) out.push(out[out.length - distance] as number);
}

function readBlock(out: number[], reader: BitReader, kind: number): void {
  if (kind === 3) throw new BadStream();
  if (kind === 0) {
    reader.at = (reader.at + 7) & ~7;
    const length = reader.number(16);
    if (reader.number(16) !== (length ^ 0xffff)) throw new BadStream();
    for (let count = 0; count < length; count++) out.push(reader.number(8));
    return;
  }
  const [literals, distances] =
    kind === 1 ? [makeCode(fixedLengths), makeCode(Array(32).fill(5))] : readCodes(reader);
  for (;;) {
    const symbol = reader.symbol(literals);
    if (symbol === 256) return;
    if (symbol < 256) out.push(symbol);
    else copy(out, reader, symbol, distances);
  }
}

/** Inflates a stream, unless it ends too early or breaks the rules of the format. */
export function inflateToTheBit(
  stream: Uint8Array,
  dictionary: Uint8Array,
): Inflated | 'cut' | 'invalid' {
  const reader = new BitReader(stream);
  const out = [...dictionary];
  try {
    for (let last = 0; last === 0; ) {
      last = reader.bit();
      readBlock(out, reader, reader.number(2));
    }
  } catch (error) {
    if (error instanceof CutStream) return 'cut';
    if (error instanceof BadStream) return 'invalid';
    throw error;
  }
  return { bytes: out.slice(dictionary.length), bits: reader.at };
}
