/**
 * The device's clock: until when it is known to have run, what is said when something speaks against
 * it, and that nothing is green below the floor.
 */
import { describe, expect, it } from 'vitest';
import { ClockSuspicion } from '../../src/verdict/clock-suspicion.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { createClockModel } from '../../src/verifier/models/clock-model.ts';
import { ClockWatch } from '../../src/verifier/models/clock-watch.ts';

const minute = 60_000;
const noon = Date.parse('2026-11-23T12:00:00Z');
const person = { givenName: null, familyName: null, nameWasStripped: false, portrait: null };
const off = (codeAge: number) => ({ codeAge, person: null }) as Verdict;
const live = { codeAge: null, person } as unknown as Verdict;

describe('a watched clock', () => {
  it('is known to have run until it was noted, and on with the monotonic clock', () => {
    const watch = new ClockWatch(null);
    watch.note({ now: noon, monotonic: 1000 });
    expect(watch.lastSeen({ now: noon, monotonic: 1000 })).toBe(noon);
    expect(watch.lastSeen({ now: 0, monotonic: 1000 + minute })).toBe(noon + minute);
  });

  it('keeps what an earlier session noted', () => {
    expect(new ClockWatch(noon).lastSeen({ now: 0, monotonic: 5 })).toBe(noon);
    expect(new ClockWatch(null).lastSeen({ now: 0, monotonic: 5 })).toBeNull();
  });

  it('does not follow a clock that is set back', () => {
    const watch = new ClockWatch(null);
    watch.note({ now: noon, monotonic: 0 });
    watch.note({ now: noon - 60 * minute, monotonic: minute });
    expect(watch.lastSeen({ now: 0, monotonic: minute })).toBe(noon + minute);
    expect(watch.minutesSetBack()).toBe(61);
  });

  it('adds up what a clock is set back by in steps', () => {
    const watch = new ClockWatch(null);
    watch.note({ now: noon, monotonic: 0 });
    watch.note({ now: noon - 5 * minute, monotonic: 0 });
    watch.note({ now: noon - 10 * minute, monotonic: 0 });
    expect(watch.minutesSetBack()).toBe(10);
  });

  it.each([
    ['a correction by less than a minute', -minute + 1],
    ['a device that slept', 8 * 60 * minute],
  ])('says nothing of %s', (_what, step) => {
    const watch = new ClockWatch(null);
    watch.note({ now: noon, monotonic: 0 });
    watch.note({ now: noon + step, monotonic: 0 });
    expect(watch.minutesSetBack()).toBe(0);
  });

  it('forgets what it knew when a newer manifest speaks for the clock', () => {
    const watch = new ClockWatch(noon + 60 * minute);
    watch.note({ now: noon, monotonic: 0 });
    watch.forgive();
    expect(watch.lastSeen({ now: noon, monotonic: 0 })).toBeNull();
    expect(watch.minutesSetBack()).toBe(0);
  });
});

describe('codes that are off', () => {
  const minutesOf = (...ages: readonly (readonly [string, number])[]): number | null => {
    const suspicion = new ClockSuspicion();
    for (const [credential, age] of ages) suspicion.note(off(age), credential);
    return suspicion.minutes();
  };

  it.each([
    [
      'three cards, all stale by seven minutes',
      [
        ['a', 400],
        ['b', 420],
        ['c', 450],
      ],
      7,
    ],
    [
      'three cards, all from the future',
      [
        ['a', -600],
        ['b', -610],
        ['c', -640],
      ],
      -10,
    ],
    [
      'less than a minute',
      [
        ['a', 40],
        ['b', 41],
        ['c', 42],
      ],
      1,
    ],
    [
      'two cards',
      [
        ['a', 400],
        ['b', 420],
      ],
      null,
    ],
    [
      'one card three times',
      [
        ['a', 400],
        ['a', 420],
        ['a', 440],
      ],
      null,
    ],
    [
      'screenshots of all ages',
      [
        ['a', 400],
        ['b', 4000],
        ['c', 90_000],
      ],
      null,
    ],
    [
      'some early, some late',
      [
        ['a', -40],
        ['b', 40],
        ['c', 41],
      ],
      null,
    ],
    [
      'the newest three of four',
      [
        ['a', 9000],
        ['b', 400],
        ['c', 420],
        ['d', 450],
      ],
      7,
    ],
  ] as const)('of %j: the clock is off by %s', (_what, ages, minutes) => {
    expect(minutesOf(...ages)).toBe(minutes);
  });

  it('mean nothing once a live code agrees with the clock', () => {
    const suspicion = new ClockSuspicion();
    for (const credential of ['a', 'b', 'c']) suspicion.note(off(400), credential);
    suspicion.note(live, 'd');
    expect(suspicion.minutes()).toBeNull();
  });

  it('without a readable card count for nothing', () => {
    const suspicion = new ClockSuspicion();
    for (const _ of [1, 2, 3]) suspicion.note(off(400), null);
    expect(suspicion.minutes()).toBeNull();
  });
});

describe('what is said of the clock', () => {
  const at = (now: number) => {
    const clocks = { now, monotonic: 0 };
    return { clocks, model: createClockModel(() => ({ ...clocks })) };
  };

  it('is nothing while nothing speaks against it', () => {
    const { model } = at(noon);
    model.note();
    expect(model.clock.value).toEqual({ name: 'steady' });
  });

  it('is what cards of strangers agree on, before anything else', () => {
    const { model } = at(noon);
    model.noteUpdate({ isNew: true, aheadOfServer: 30 * minute });
    for (const credential of ['a', 'b', 'c']) model.noteVerdict(off(-720), credential);
    expect(model.clock.value).toEqual({ name: 'behind', minutes: 12 });
  });

  it.each([
    [3 * minute, { name: 'ahead', minutes: 3 }],
    [-60 * minute, { name: 'behind', minutes: 60 }],
    [minute, { name: 'steady' }],
  ])('is the distance to the server: %d', (ahead, said) => {
    const { model } = at(noon);
    model.noteUpdate({ isNew: false, aheadOfServer: ahead });
    expect(model.clock.value).toEqual(said);
  });

  it('stays until a server has been heard again', () => {
    const { model } = at(noon);
    model.noteUpdate({ isNew: false, aheadOfServer: 3 * minute });
    model.noteUpdate({ isNew: false, aheadOfServer: null });
    expect(model.clock.value).toEqual({ name: 'ahead', minutes: 3 });
    model.noteUpdate({ isNew: false, aheadOfServer: 0 });
    expect(model.clock.value).toEqual({ name: 'steady' });
  });

  it('is a word only: a server in 2099 moves no floor', () => {
    const { model } = at(noon);
    model.note();
    model.noteUpdate({ isNew: false, aheadOfServer: noon - Date.parse('2099-01-01') });
    expect(model.lastSeen()).toBe(noon);
  });

  it('is that somebody set it back', () => {
    const { model, clocks } = at(noon);
    model.note();
    clocks.now -= 25 * minute;
    model.note();
    expect(model.clock.value).toEqual({ name: 'set-back', minutes: 25 });
    expect(model.lastSeen()).toBe(noon);
  });

  it('is forgiven by a newer manifest, not by the same one again', () => {
    const { model, clocks } = at(noon);
    model.note();
    clocks.now -= 25 * minute;
    model.note();
    model.noteUpdate({ isNew: false, aheadOfServer: null });
    expect(model.lastSeen()).toBe(noon);
    model.noteUpdate({ isNew: true, aheadOfServer: null });
    expect(model.lastSeen()).toBeNull();
    expect(model.clock.value).toEqual({ name: 'steady' });
  });
});
