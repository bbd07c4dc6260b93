/**
 * Whether the same credential was checked on this device a short while ago: an honest second scan and a
 * phone that was passed back look the same, so this informs and decides nothing. Holds keyed hashes
 * and instants, in memory only, for ten minutes.
 */

/** Milliseconds for which a check is remembered. */
export const seenFor = 600_000;

/** A crew checks no more cards than this in that time. */
const mostEntries = 4096;

export class SeenBefore {
  readonly #checkedAt = new Map<string, number>();

  /** Seconds since the credential (its keyed hash) was last checked; null when it was not. `now` in milliseconds. */
  ago(credential: string, now: number): number | null {
    this.forget(now);
    const last = this.#checkedAt.get(credential);
    return last === undefined ? null : Math.max(1, Math.round((now - last) / 1000));
  }

  /** Notes a check that came to a decision. */
  note(credential: string, now: number): void {
    // Set anew, so that the oldest stay first.
    this.#checkedAt.delete(credential);
    this.#checkedAt.set(credential, now);
    this.forget(now);
  }

  /** Drops what is past its time, what a clock set back has put ahead of it, and the oldest of too many. */
  forget(now: number): void {
    for (const [credential, last] of this.#checkedAt)
      if (now - last > seenFor || last > now || this.#checkedAt.size > mostEntries)
        this.#checkedAt.delete(credential);
  }
}
