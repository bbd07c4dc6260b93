/** When codes give way to the next ones. */
import { describe, expect, it } from 'vitest';
import { isOver, secondsLeft, untilNextSecond } from '../../src/holder/rotation.ts';

const signedAt = 1_800_000_000_400;

describe('rotation', () => {
  it('keeps a code for fifteen seconds of the clock', () => {
    expect(isOver(signedAt, 1_800_000_014_999)).toBe(false);
    expect(isOver(signedAt, 1_800_000_015_000)).toBe(true);
  });

  it('ends a code that was signed in a future, as after a clock is set back', () => {
    expect(isOver(signedAt, signedAt - 3_600_000)).toBe(true);
  });

  it('counts down from fifteen to none, whatever the clock does', () => {
    expect(secondsLeft(signedAt, signedAt)).toBe(15);
    expect(secondsLeft(signedAt, signedAt + 14_000)).toBe(1);
    expect(secondsLeft(signedAt, signedAt + 3_600_000)).toBe(0);
    expect(secondsLeft(signedAt, signedAt - 3_600_000)).toBe(15);
  });

  it('beats on the second', () => {
    expect(untilNextSecond(signedAt)).toBe(600);
    expect(untilNextSecond(1_800_000_000_000)).toBe(1000);
  });
});
