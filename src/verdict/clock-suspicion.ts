/**
 * Whether many codes in a row speak against this device's clock (PROTOCOL §4): one code may be old, but
 * cards that have nothing to do with one another are not all off by the same minutes. Gives a hint for
 * the person, never a ground for a verdict. Holds hashes and seconds, in memory only.
 */
import type { Verdict } from './verdict.ts';

/** Cards in a row, all off by about the same. */
const enough = 3;
/** Seconds between the least and the most off. */
const sameness = 90;

/** One card's code that was off: seconds from its signing to this device's now. */
interface Off {
  readonly credential: string;
  readonly seconds: number;
}

export class ClockSuspicion {
  #off: readonly Off[] = [];

  /** Notes a verdict on a credential (its hash; null for what is no readable card). */
  note({ codeAge, person }: Verdict, credential: string | null): void {
    // A code that was live agrees with the clock.
    if (person !== null) this.#off = [];
    if (codeAge === null || credential === null) return;
    const others = this.#off.filter((each) => each.credential !== credential);
    this.#off = [...others, { credential, seconds: codeAge }].slice(-enough);
  }

  /** By how many minutes the clock seems ahead (positive) or behind (negative); null without grounds. */
  minutes(): number | null {
    const seconds = this.#off.map((each) => each.seconds).sort((a, b) => a - b);
    const [least = 0, middle = 0, most = 0] = seconds;
    if (seconds.length < enough || most - least > sameness || least < 0 !== most < 0) return null;
    return Math.sign(middle) * Math.max(1, Math.round(Math.abs(middle) / 60));
  }
}
