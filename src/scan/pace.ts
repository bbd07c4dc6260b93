/**
 * How often a frame is worth a look: each while something is in sight that may be a code and is not
 * read, every fourth or so otherwise, to spare the battery. Something that stays unread for long, such
 * as a patterned seat, is no reason to hurry any more.
 */
import type { Reading } from './messages.ts';

/** Follows what is seen. */
export interface Pace {
  /** Whether a frame that comes now is to be looked at. Milliseconds of a clock that never goes back. */
  isDue(now: number): boolean;
  /** Takes note of what a frame showed. */
  note(reading: Reading, now: number): void;
}

/** Milliseconds between two looks, a little less than one and four frames of 30 a second. */
const quick = 25;
const slow = 120;
/** Milliseconds for which the last sight of something is worth hurrying, */
const hurryAfterSight = 2000;
/** and for which something that stays is. */
const endurance = 10_000;

/** Makes a pace that begins quick. */
export function createPace(): Pace {
  let lastLook = Number.NEGATIVE_INFINITY;
  let sight: { readonly began: number; readonly last: number } | null = null;
  let isFirst = true;

  return {
    isDue(now) {
      if (isFirst) sight = { began: now, last: now };
      isFirst = false;
      const hurries =
        sight && now - sight.last <= hurryAfterSight && now - sight.began <= endurance;
      if (now - lastLook < (hurries ? quick : slow)) return false;
      lastLook = now;
      return true;
    },
    note({ codes, suspect }, now) {
      const isUnread = suspect !== null || codes.some(({ text }) => text === null);
      if (isUnread) sight = { began: sight?.began ?? now, last: now };
      else if (codes.length > 0 || (sight && now - sight.last > hurryAfterSight)) sight = null;
    },
  };
}
