/**
 * When a code has to give way to the next one. It is judged by the clock and not by counting ticks,
 * since a page in the background gets few of them; and in whole seconds, as codes are dated in them.
 * Instants in milliseconds since 1970.
 */

/** How long a code is shown, in seconds. */
export const codeLife = 15;

const ageOf = (signedAt: number, now: number): number =>
  Math.floor(now / 1000) - Math.floor(signedAt / 1000);

/** Whether a code signed at an instant is over; also when the clock was set back behind it. */
export const isOver = (signedAt: number, now: number): boolean =>
  ageOf(signedAt, now) < 0 || ageOf(signedAt, now) >= codeLife;

/** Whole seconds until the next code, within 0 and the life of one. */
export const secondsLeft = (signedAt: number, now: number): number =>
  Math.min(codeLife, Math.max(0, codeLife - ageOf(signedAt, now)));

/** Milliseconds until the next full second, so that a clock turns with the second. */
export const untilNextSecond = (now: number): number => 1000 - (now % 1000);
