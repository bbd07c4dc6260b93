/** Cards that were here a short while ago. */
import { describe, expect, it } from 'vitest';
import { SeenBefore, seenFor } from '../../src/verifier/models/seen-before.ts';

describe('a card seen before', () => {
  it('is told by the seconds since its last check', () => {
    const seen = new SeenBefore();
    expect(seen.ago('card', 0)).toBeNull();
    seen.note('card', 0);
    seen.note('card', 30_000);
    expect(seen.ago('card', 70_400)).toBe(40);
    expect(seen.ago('other', 70_400)).toBeNull();
  });

  it('is forgotten after ten minutes to the millisecond', () => {
    const seen = new SeenBefore();
    seen.note('card', 0);
    expect(seen.ago('card', seenFor)).toBe(600);
    expect(seen.ago('card', seenFor + 1)).toBeNull();
  });

  it('is forgotten when the clock was set back before its check', () => {
    const seen = new SeenBefore();
    seen.note('card', 60_000);
    expect(seen.ago('card', 59_999)).toBeNull();
    expect(seen.ago('card', 61_000)).toBeNull();
  });

  it('is one of 4,096 at most, and the oldest go first', () => {
    const seen = new SeenBefore();
    for (let index = 0; index < 4097; index++) seen.note(`card ${index}`, index);
    expect(seen.ago('card 0', 5000)).toBeNull();
    expect(seen.ago('card 1', 5000)).toBe(5);
  });
});
