/**
 * Randomness that repeats: the same seed gives the same scene on every machine and every run.
 * A small xorshift generator, good enough for noise and jitter, and for nothing else.
 */

/** A source of 32-bit unsigned integers. */
export type RandomBits = () => number;

/** Makes a source that `seed` (an integer) determines. */
export const seedRandom = (seed: number): RandomBits => {
  // Neighbouring seeds must not start alike, and a xorshift state must not be zero.
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bf03635 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
};

/** Draws from −`span` to `span`, evenly. */
export const drawWithin = (random: RandomBits, span: number): number =>
  (random() / 0xffffffff) * 2 * span - span;
