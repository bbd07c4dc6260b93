import { describe, expect, it } from 'vitest';
import {
  isDue,
  noHistory,
  noteOutcome,
  type SyncHistory,
  type SyncTrigger,
} from '../../src/sync/schedule.ts';

const minute = 60_000;
const start = Date.parse('2026-11-23T12:00:00Z');
/** The middle of the dice: no spread. */
const even = 0.5;

const historyOf = (...outcomes: readonly ('done' | 'failed')[]): SyncHistory =>
  outcomes.reduce((history, outcome) => noteOutcome(history, outcome, start, even), noHistory);

const byItself: readonly SyncTrigger[] = ['open', 'visible', 'hourly', 'retry'];
const always: readonly SyncTrigger[] = ['hand', 'online'];

describe('when a device synchronises', () => {
  it.each([...byItself, ...always])('does so on %s when nothing has happened yet', (trigger) => {
    expect(isDue(noHistory, trigger, start)).toBe(true);
  });

  it.each(['open', 'hourly', 'retry'] as const)(
    'waits half a minute after a failure, though %s',
    (trigger) => {
      const failed = historyOf('done', 'done', 'done', 'done', 'failed');
      expect(isDue(failed, trigger, start + minute / 2 - 1)).toBe(false);
      expect(isDue(failed, trigger, start + minute / 2)).toBe(true);
    },
  );

  it.each(always)('does not wait after a failure when %s', (trigger) => {
    expect(isDue(historyOf('failed', 'failed', 'failed'), trigger, start)).toBe(true);
  });

  it.each([
    ['the first failure', historyOf('failed'), false],
    ['two failures in a row', historyOf('failed', 'failed'), true],
    ['two among the last five', historyOf('failed', 'done', 'done', 'done', 'failed'), true],
    [
      'two among the last six',
      historyOf('failed', 'done', 'done', 'done', 'done', 'failed'),
      false,
    ],
    ['a good one after two failures', historyOf('failed', 'failed', 'done'), false],
  ])('after %s it rests: %s', (_what, history, rests) => {
    expect(history.isResting).toBe(rests);
  });

  it('rests ten minutes after a second failure in five, twenty after a third in a row', () => {
    expect(historyOf('done', 'failed', 'done', 'failed').notBefore - start).toBe(10 * minute);
    expect(historyOf('failed', 'failed').notBefore - start).toBe(20 * minute);
  });

  it('never rests longer than an hour', () => {
    const failures = Array.from({ length: 9 }, () => 'failed' as const);
    expect(historyOf(...failures).notBefore - start).toBe(60 * minute);
  });

  it('spreads devices that failed together', () => {
    const [early, late] = [0, 1].map((dice) => noteOutcome(noHistory, 'failed', start, dice));
    expect((early?.notBefore ?? 0) - start).toBe(24_000);
    expect((late?.notBefore ?? 0) - start).toBe(36_000);
  });

  it('asks for nothing on coming back within a minute of a good one', () => {
    const done = historyOf('done');
    expect(isDue(done, 'visible', start + minute)).toBe(false);
    expect(isDue(done, 'visible', start + minute + 1)).toBe(true);
    expect(isDue(done, 'hourly', start)).toBe(true);
  });

  it('does not wait for a moment that a wrong clock has set', () => {
    const inTheFuture = noteOutcome(noHistory, 'failed', Date.parse('2099-01-01'), even);
    expect(isDue(inTheFuture, 'hourly', start)).toBe(true);
  });
});
