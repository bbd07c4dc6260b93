/**
 * How often a frame is worth a look: fast while there is something that may be a code, slow when
 * there has been nothing for a while, to spare the battery.
 */
import type { Reading } from './messages.ts';

/** Follows what is seen. */
export interface Pace {
  /** Whether a frame that comes now is to be looked at. Milliseconds of a clock that never goes back. */
  isDue(now: number): boolean;
  /** Takes note of what a frame showed. */
  note(reading: Reading, now: number): void;
}

/** Milliseconds from frame to frame: 15 a second in sight of a code, 7 without. */
const quick = 60;
const slow = 140;
/** Milliseconds without anything until the pace slows. */
const patience = 2000;

/** Makes a pace that begins quick. */
export function createPace(): Pace {
  let lastLook = Number.NEGATIVE_INFINITY;
  let lastSeen = Number.NEGATIVE_INFINITY;
  return {
    isDue(now) {
      if (lastSeen === Number.NEGATIVE_INFINITY) lastSeen = now;
      const interval = now - lastSeen > patience ? slow : quick;
      if (now - lastLook < interval) return false;
      lastLook = now;
      return true;
    },
    note({ codes, suspect }, now) {
      if (codes.length > 0 || suspect) lastSeen = now;
    },
  };
}
