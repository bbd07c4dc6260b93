/**
 * Codes that this device has accepted lately (PROTOCOL §4 `code-reused`), by credential and nonce,
 * in memory only and only as keyed hashes: what is left of a card says nothing of it. A code that
 * stays in the picture is one showing; shown anew after it has left the picture for a while, it is a
 * replay.
 */
import type { KeyedHash } from '../base/keyed-hash.ts';
import { longestCodeWindow } from '../trust/policies.ts';

/** How long a code must be out of the picture before it counts as shown anew. Milliseconds. */
export const outOfPicture = 2500;

/** Milliseconds: no code may count for longer than this, so older entries are past any use. */
const memory = longestCodeWindow * 1000;
const mostEntries = 4096;

export class ReplayMemory {
  readonly #lastSeen = new Map<string, number>();
  readonly #hash: KeyedHash;

  constructor(hash: KeyedHash) {
    this.#hash = hash;
  }

  /** Notes a showing that was verified; true when the same code was shown before and had left. */
  isReused(credential: string, nonce: string, now: number): boolean {
    this.forget(now);
    const key = `${this.#hash(credential)} ${this.#hash(nonce)}`;
    const last = this.#lastSeen.get(key);
    if (last !== undefined && Math.abs(now - last) > outOfPicture) return true;
    this.#lastSeen.delete(key);
    // A scan that began before the last showing does not make that one older.
    this.#lastSeen.set(key, Math.max(last ?? now, now));
    return false;
  }

  /** Notes that a code noted before is still in the picture. */
  keepInPicture(credential: string, now: number): void {
    const beginning = `${this.#hash(credential)} `;
    for (const [key, last] of this.#lastSeen)
      if (key.startsWith(beginning) && now - last <= outOfPicture) this.#lastSeen.set(key, now);
  }

  /** Drops what is past its time, and the oldest of too many. */
  forget(now: number): void {
    for (const [key, last] of this.#lastSeen) {
      if (now - last <= memory && this.#lastSeen.size < mostEntries) break;
      this.#lastSeen.delete(key);
    }
  }
}
