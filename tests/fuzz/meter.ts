/**
 * Counts what a check costs: passes and steps of inflating, bytes inflated, and calls of the platform's
 * cryptography. Lays itself over fflate's `Inflate` and `crypto.subtle` of this process; what inflates in
 * one go can be counted by a mock alone, whose counter is taken along. Counts are those of one check only
 * while checks run one after another.
 */
import { Inflate } from 'fflate';

/** What one check cost. */
export interface Cost {
  readonly inflated: number;
  /** Times that a stream was looked at from its beginning. */
  readonly passes: number;
  readonly pushes: number;
  readonly cryptoCalls: number;
}

type Counted = { -readonly [name in keyof Cost]: Cost[name] };

/** 1,853 characters of text, six of them the prefix; three stand for two bytes (RFC 9285). */
const longestContainer = Math.ceil(((1853 - 6) * 2) / 3);
const longestInflated = 8192;
const shortestStep = 64;
const longestStep = 512;
/** Bytes that one byte of deflate stands for at most: 258 in two bits (RFC 1951 §3.2.5). */
const expansion = 1032;
/** Of what was pushed before, fflate keeps what it could not read yet: a block's header at most. */
const carried = 400;

/** What no check may exceed, whatever the input. */
export const bounds: Cost = {
  // The limit is looked at after each step, so that one may go past it; other passes fill a buffer.
  inflated: (longestStep + carried) * expansion + 3 * (longestInflated + 1),
  // The stream, the stream without its last byte, and the stream without its last bit.
  passes: 3,
  pushes: Math.ceil(longestContainer / shortestStep),
  // The holder's key, and two signatures, each with its key.
  cryptoCalls: 1 + 2 * 2,
};

/** Counts what inflates in one go. */
export interface OneShotCounter {
  passes: number;
  inflated: number;
}

const nothing = (): Counted => ({ inflated: 0, passes: 0, pushes: 0, cryptoCalls: 0 });

/** Counts from its making on; one to a process. */
export class Meter {
  #cost = nothing();
  readonly #oneShot: OneShotCounter;

  constructor(oneShot: OneShotCounter = { passes: 0, inflated: 0 }) {
    this.#oneShot = oneShot;
    this.#layOverInflate();
    this.#layOverCrypto();
  }

  /** The counts since the last call. */
  take(): Cost {
    const cost = this.#cost;
    const { passes, inflated } = this.#oneShot;
    Object.assign(this.#oneShot, { passes: 0, inflated: 0 });
    this.#cost = nothing();
    return { ...cost, passes: cost.passes + passes, inflated: cost.inflated + inflated };
  }

  #layOverInflate(): void {
    const count = (by: Partial<Counted>): void => {
      this.#cost.pushes += by.pushes ?? 0;
      this.#cost.passes += by.passes ?? 0;
      this.#cost.inflated += by.inflated ?? 0;
    };
    const counted = new WeakSet<Inflate>();
    const push = Inflate.prototype.push;
    Inflate.prototype.push = function (chunk, final): void {
      count({ pushes: 1 });
      if (!counted.has(this)) {
        counted.add(this);
        count({ passes: 1 });
        const { ondata } = this;
        this.ondata = (part, last) => {
          count({ inflated: part.length });
          ondata.call(this, part, last);
        };
      }
      push.call(this, chunk, final);
    };
  }

  #layOverCrypto(): void {
    const { subtle } = crypto;
    for (const name of ['importKey', 'verify', 'digest'] as const) {
      const plain = subtle[name].bind(subtle) as (...args: never[]) => Promise<unknown>;
      const counting = (...args: never[]): Promise<unknown> => {
        this.#cost.cryptoCalls++;
        return plain(...args);
      };
      Object.defineProperty(subtle, name, { value: counting, configurable: true });
    }
  }
}
