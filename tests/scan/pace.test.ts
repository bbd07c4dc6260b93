import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/scan/messages.ts';
import { createPace } from '../../src/scan/pace.ts';
import { readingOf } from './fake-worker.ts';

const nothing: Reading = { ...readingOf(null), codes: [] };

/** How many of a camera's 30 frames a second are looked at, from one second to another. */
function count(pace: ReturnType<typeof createPace>, from: number, to: number, reading = nothing) {
  let looks = 0;
  for (let at = from * 30; at < to * 30; at += 1) {
    const now = (at * 1000) / 30;
    if (!pace.isDue(now)) continue;
    looks += 1;
    pace.note(reading, now);
  }
  return looks / (to - from);
}

describe('the pace', () => {
  it('is quick at first', () => expect(count(createPace(), 0, 2)).toBe(15));

  it('slows down when there is nothing for a while', () => {
    const pace = createPace();
    count(pace, 0, 3);
    expect(count(pace, 3, 10)).toBeLessThanOrEqual(7.5);
  });

  it('is quick again from the frame that shows something, read or not', () => {
    const pace = createPace();
    count(pace, 0, 10);
    expect(count(pace, 10, 12, readingOf(null))).toBeGreaterThan(14);
  });
});
