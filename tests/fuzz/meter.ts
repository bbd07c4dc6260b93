/**
 * Counts what a check costs: calls of the platform's cryptography and characters that go through its
 * Base64. Lays itself over `crypto.subtle`, `atob` and `btoa` of this process; inflating can be counted by
 * a mock alone, whose counter is taken along. Counts are those of one check only while checks run one
 * after another.
 */

/** What one check cost. */
export interface Cost {
  readonly inflateCalls: number;
  readonly inflated: number;
  readonly base64: number;
  readonly cryptoCalls: number;
}

type Counted = { -readonly [name in keyof Cost]: Cost[name] };

const longestSdJwt = 16_384;

/** What no check may exceed, whatever the input. */
export const bounds: Cost = {
  inflateCalls: 1,
  inflated: 8192,
  // A text is rendered once, read back to see that it is in its one form, and read; so are parts of it.
  base64: 6 * longestSdJwt,
  // Two keys and two signatures.
  cryptoCalls: 4,
};

/** Counts what is inflated. */
export interface InflateCounter {
  inflateCalls: number;
  inflated: number;
}

const nothing = (): Counted => ({ inflateCalls: 0, inflated: 0, base64: 0, cryptoCalls: 0 });

/** Counts from its making on; one to a process. */
export class Meter {
  #cost = nothing();
  readonly #inflate: InflateCounter;

  constructor(inflate: InflateCounter = { inflateCalls: 0, inflated: 0 }) {
    this.#inflate = inflate;
    this.#layOverBase64();
    this.#layOverCrypto();
  }

  /** The counts since the last call. */
  take(): Cost {
    const cost = { ...this.#cost, ...this.#inflate };
    Object.assign(this.#inflate, { inflateCalls: 0, inflated: 0 });
    this.#cost = nothing();
    return cost;
  }

  #layOverBase64(): void {
    for (const name of ['atob', 'btoa'] as const) {
      const plain = globalThis[name];
      globalThis[name] = (text) => {
        this.#cost.base64 += text.length;
        return plain(text);
      };
    }
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
