/**
 * Which of the texts that the camera reads deserve a check. A card that was judged is looked at once
 * while it stays in view and for a while after, however often its code changes; one that could not be
 * judged is looked at again with its next code. Holds keyed hashes, in memory only.
 */
import type { KeyedHash } from '../../base/keyed-hash.ts';
import { identifyCredential } from '../../credential/identify.ts';
import type { VerdictKind } from '../../verdict/reasons.ts';
import { outOfPicture, type ReplayMemory } from '../../verdict/replay-memory.ts';

/** One text in view. */
export interface Sighting {
  /** Keyed hash of the text. */
  readonly code: string;
  /** Keyed hash of the credential; null for what is no readable card. */
  readonly credential: string | null;
  /** Neither of them was judged a moment ago. */
  readonly isNew: boolean;
}

export class ScanSession {
  readonly #lastSeen = new Map<string, number>();
  readonly #replay: ReplayMemory;
  readonly #hash: KeyedHash;

  constructor(replay: ReplayMemory, hash: KeyedHash) {
    this.#replay = replay;
    this.#hash = hash;
  }

  /** Takes note of a text in view. `now` in milliseconds since 1970. */
  look(text: string, now: number): Sighting {
    const named = identifyCredential(text);
    const credential = named && this.#hash(named);
    const code = this.#hash(text);
    this.forget(now);
    const known = [code, credential].filter((key) => key !== null && this.#lastSeen.has(key));
    for (const key of known) this.#lastSeen.set(key as string, now);
    if (named !== null) this.#replay.keepInPicture(named, now);
    return { code, credential, isNew: known.length === 0 };
  }

  /** Takes note of what a sighting was judged to be. */
  admit({ code, credential }: Sighting, kind: VerdictKind, now: number): void {
    const isJudged = kind === 'accepted' || kind === 'rejected';
    this.#lastSeen.set(isJudged && credential !== null ? credential : code, now);
  }

  /** Lets everything be checked again. */
  clear(): void {
    this.#lastSeen.clear();
  }

  /** Drops what left the picture a while ago. */
  forget(now: number): void {
    for (const [key, last] of this.#lastSeen)
      if (Math.abs(now - last) > outOfPicture) this.#lastSeen.delete(key);
  }
}
