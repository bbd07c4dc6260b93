/**
 * Which of the texts that the camera reads deserve a check: a card is checked once while it stays in
 * view and for a while after, however often its code changes. Holds hashes, in memory only.
 */
import { identifyCredential } from '../../credential/identify.ts';
import { outOfPicture, type ReplayMemory } from '../../verdict/replay-memory.ts';

export class ScanSession {
  readonly #lastSeen = new Map<string, number>();
  readonly #replay: ReplayMemory;

  constructor(replay: ReplayMemory) {
    this.#replay = replay;
  }

  /**
   * Whether a text belongs to something that was not in view just now; noting it as checked is
   * `admit`'s. `now` in milliseconds since 1970.
   */
  async look(
    text: string,
    now: number,
  ): Promise<{ readonly key: string; readonly isNew: boolean }> {
    const credential = await identifyCredential(text);
    const key = credential ?? text;
    this.#forget(now);
    const isNew = !this.#lastSeen.has(key);
    if (!isNew) this.admit(key, now);
    if (credential !== null) this.#replay.keepInPicture(credential, now);
    return { key, isNew };
  }

  /** Notes that the thing behind `key` is in view. */
  admit(key: string, now: number): void {
    this.#lastSeen.set(key, now);
  }

  /** Lets everything be checked again. */
  clear(): void {
    this.#lastSeen.clear();
  }

  #forget(now: number): void {
    for (const [key, last] of this.#lastSeen)
      if (now - last > outOfPicture) this.#lastSeen.delete(key);
  }
}
