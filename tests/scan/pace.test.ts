import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/scan/messages.ts';
import { createPace, type Pace } from '../../src/scan/pace.ts';
import { readingOf } from './fake-worker.ts';

const nothing: Reading = { ...readingOf(null), codes: [] };
const unread = readingOf(null);
const read = readingOf('OKAZ');
const suspect: Reading = { ...nothing, suspect: { x: 0, y: 0, width: 9, height: 9 } };

/** How many of a camera's 30 frames a second are looked at, from one second to another. */
function count(pace: Pace, from: number, to: number, reading: Reading): number {
  let looks = 0;
  for (let at = from * 30; at < to * 30; at += 1) {
    const now = (at * 1000) / 30;
    if (!pace.isDue(now)) continue;
    looks += 1;
    pace.note(reading, now);
  }
  return looks / (to - from);
}

/** A pace that has seen nothing for ten seconds. */
function calm(): Pace {
  const pace = createPace();
  count(pace, 0, 10, nothing);
  return pace;
}

describe('the pace', () => {
  it('is quick at first', () => expect(count(createPace(), 0, 2, nothing)).toBe(30));

  it('is a quarter of that when there has been nothing for a while', () => {
    expect(count(calm(), 10, 20, nothing)).toBe(7.5);
  });

  it.each([
    ['a code that is not read', unread],
    ['what looks like a code', suspect],
  ])('is quick again in sight of %s', (_what, reading) => {
    expect(count(calm(), 10, 15, reading)).toBeGreaterThan(29);
  });

  it('stays slow in sight of a code that is read', () => {
    expect(count(calm(), 10, 15, read)).toBeCloseTo(7.5, 0);
  });

  it('slows down in sight of something that stays unread for long', () => {
    const pace = calm();
    count(pace, 10, 21, suspect);
    expect(count(pace, 21, 30, suspect)).toBeCloseTo(7.5, 0);
  });

  it('is quick again once that has gone and something else comes', () => {
    const pace = calm();
    count(pace, 10, 30, suspect);
    count(pace, 30, 33, nothing);
    expect(count(pace, 33, 35, unread)).toBeGreaterThan(28);
  });
});
