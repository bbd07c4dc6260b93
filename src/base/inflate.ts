/**
 * Inflating bytes that nobody vouches for, in one pass: what exceeds the limit stops at the limit, and
 * what is not a whole stream to its very last bit is refused. Our own, because no library tells where
 * a stream ended, and the small one that we deflate with takes 128 KiB of memory for each card.
 * RFC 1951; its tables are in deflate-codes.ts.
 */
import type { Bytes } from './bytes.ts';
import {
  type Code,
  copyDistances,
  copyLengths,
  fixedDistances,
  fixedLiterals,
  lengthOrder,
  makeCode,
  mostBits,
} from './deflate-codes.ts';
import { fail, ok, type Result } from './result.ts';

export type InflateFailure = 'not-deflate' | 'too-large';

/** Inflates one whole raw deflate stream to at most `limit` bytes. */
export function inflateRaw(
  stream: Uint8Array,
  limit: number,
  dictionary: Uint8Array = new Uint8Array(),
): Result<Bytes, InflateFailure> {
  try {
    return ok(new Inflater(stream, limit, dictionary).run());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    throw error;
  }
}

class Refusal extends Error {
  readonly failure: InflateFailure;

  constructor(failure: InflateFailure = 'not-deflate') {
    super(failure);
    this.failure = failure;
  }
}

const endOfBlock = 256;

class Inflater {
  readonly #stream: Uint8Array;
  #streamAt = 0;
  /** Bits that were taken from the stream and not yet used, the next one lowest. */
  #bits = 0;
  #bitCount = 0;
  /** The dictionary, and behind it what was inflated. */
  readonly #out: Uint8Array;
  #outAt: number;
  readonly #start: number;

  constructor(stream: Uint8Array, limit: number, dictionary: Uint8Array) {
    this.#stream = stream;
    this.#out = new Uint8Array(dictionary.length + limit);
    this.#out.set(dictionary);
    this.#start = dictionary.length;
    this.#outAt = this.#start;
  }

  run(): Bytes {
    let isLast: boolean;
    do {
      isLast = this.#take(1) === 1;
      const kind = this.#take(2);
      if (kind === 0) this.#copyStored();
      else if (kind === 1) this.#inflateBlock(fixedLiterals, fixedDistances);
      else if (kind === 2) this.#inflateDynamicBlock();
      else throw new Refusal();
    } while (!isLast);
    if (this.#streamAt < this.#stream.length || this.#bits !== 0) throw new Refusal();
    return this.#out.slice(this.#start, this.#outAt) as Bytes;
  }

  #take(count: number): number {
    while (this.#bitCount < count) {
      if (this.#streamAt === this.#stream.length) throw new Refusal();
      this.#bits |= (this.#stream[this.#streamAt++] as number) << this.#bitCount;
      this.#bitCount += 8;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#bitCount -= count;
    return value;
  }

  /** §3.2.2: codes of one length are consecutive numbers, and begin where shorter ones ended. */
  #takeSymbol({ counts, symbols }: Code): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= mostBits; length++) {
      code |= this.#take(1);
      const count = counts[length] as number;
      if (code - first < count) return symbols[index + code - first] as number;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Refusal();
  }

  /** §3.2.4. */
  #copyStored(): void {
    this.#bits = 0;
    this.#bitCount = 0;
    const length = this.#take(16);
    if (this.#take(16) !== (~length & 0xffff)) throw new Refusal();
    for (let left = length; left > 0; left--) this.#put(this.#take(8));
  }

  /** §3.2.7: the codes of a block stand before it, themselves coded. */
  #inflateDynamicBlock(): void {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const lengthLengths = new Uint8Array(lengthOrder.length);
    for (let left = this.#take(4) + 4, at = 0; left > 0; left--, at++)
      lengthLengths[lengthOrder[at] as number] = this.#take(3);
    const lengthCode = makeCode(lengthLengths);
    if (lengthCode?.isComplete !== true) throw new Refusal();
    const lengths = this.#takeLengths(lengthCode, literals + distances);
    const literalCode = makeCode(lengths.subarray(0, literals));
    const distanceCode = makeCode(lengths.subarray(literals));
    const isFit = literals <= 286 && distances <= 30 && lengths[endOfBlock] !== 0;
    if (!isFit || !literalCode?.isUsable || !distanceCode?.isUsable) throw new Refusal();
    this.#inflateBlock(literalCode, distanceCode);
  }

  #takeLengths(code: Code, count: number): Uint8Array {
    const lengths = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      const symbol = this.#takeSymbol(code);
      if (symbol < 16) {
        lengths[at++] = symbol;
        continue;
      }
      if (symbol === 16 && at === 0) throw new Refusal();
      const repeated = symbol === 16 ? (lengths[at - 1] as number) : 0;
      const times = symbol === 18 ? this.#take(7) + 11 : this.#take(symbol === 17 ? 3 : 2) + 3;
      if (at + times > count) throw new Refusal();
      lengths.fill(repeated, at, at + times);
      at += times;
    }
    return lengths;
  }

  #inflateBlock(literalCode: Code, distanceCode: Code): void {
    for (;;) {
      const symbol = this.#takeSymbol(literalCode);
      if (symbol < endOfBlock) this.#put(symbol);
      else if (symbol === endOfBlock) return;
      else {
        const length = this.#takeNumber(copyLengths, symbol - endOfBlock - 1);
        const distance = this.#takeNumber(copyDistances, this.#takeSymbol(distanceCode));
        if (distance > this.#outAt) throw new Refusal();
        for (let left = length; left > 0; left--)
          this.#put(this.#out[this.#outAt - distance] as number);
      }
    }
  }

  /** §3.2.5: a number of a range, by its first and the bits that count from there. */
  #takeNumber(ranges: readonly (readonly [number, number])[], index: number): number {
    const range = ranges[index];
    if (!range) throw new Refusal();
    return range[0] + this.#take(range[1]);
  }

  #put(byte: number): void {
    if (this.#outAt === this.#out.length) throw new Refusal('too-large');
    this.#out[this.#outAt++] = byte;
  }
}
