/**
 * This device's clock against its own monotonic clock: until when it is known to have run, and
 * whether somebody has set it meanwhile. A device that sleeps stops the monotonic clock, so that only
 * a step back is certain. Pure; both clocks come in.
 */

/** Both clocks at one moment, milliseconds: since 1970, and since the page was opened. */
export interface Clocks {
  readonly now: number;
  readonly monotonic: number;
}

/** Milliseconds: smaller steps are ordinary corrections by the network. */
const step = 60_000;

export class ClockWatch {
  #lastSeen: number | null;
  #last: Clocks | null = null;
  #setBack = 0;

  /** `lastSeen`: what an earlier session noted, milliseconds since 1970. */
  constructor(lastSeen: number | null) {
    this.#lastSeen = lastSeen;
  }

  /** Notes both clocks; only while lists decide, so that a clock far off the mark is never noted. */
  note(clocks: Clocks): void {
    const expected = this.#expected(clocks);
    if (expected !== null && expected - clocks.now >= step) this.#setBack += expected - clocks.now;
    this.#last = clocks;
    this.#lastSeen = Math.max(this.#lastSeen ?? 0, expected ?? 0, clocks.now);
  }

  /** Until when this device's clock is known to have run, were it read at `clocks`. */
  lastSeen(clocks: Clocks): number | null {
    if (this.#lastSeen === null) return null;
    const since = this.#last ? Math.max(0, clocks.monotonic - this.#last.monotonic) : 0;
    return this.#lastSeen + since;
  }

  /** By how many minutes the clock was set back in this session; 0 when it was not. */
  minutesSetBack(): number {
    return Math.round(this.#setBack / 60_000);
  }

  /** A newer manifest speaks for the clock: what was noted before counts no longer. */
  forgive(): void {
    this.#lastSeen = null;
    this.#last = null;
    this.#setBack = 0;
  }

  #expected({ monotonic }: Clocks): number | null {
    return this.#last && this.#last.now + (monotonic - this.#last.monotonic);
  }
}
