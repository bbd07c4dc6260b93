/** What a shift counts and when it is over; how long a record is kept. All of it over reloads, too. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckRecord, Outcome } from '../../src/verifier/models/kept-shift.ts';
import {
  createShiftModel,
  longestPause,
  longestShift,
  mayResume,
  recordStays,
} from '../../src/verifier/models/shift-model.ts';

const minute = 60_000;
const hour = 60 * minute;
/** 09:20 in Warsaw. */
const morning = Date.parse('2026-11-24T08:20:00Z');

function memory() {
  let kept: string | null = null;
  return {
    read: () => kept,
    write(text: string) {
      kept = text;
    },
    clear() {
      kept = null;
    },
  };
}

const recordOf = (number: string, outcome: Outcome = 'granted'): CheckRecord => ({
  number,
  at: Date.now(),
  outcome,
  reason: 'valid',
  entitlement: 'granted',
  policies: [{ id: 'rail-student-51', version: 3 }],
  generation: 12,
  listsAsOf: '2026-11-24T08:12:00Z',
  build: 1_795_000_000,
});

describe('a shift', () => {
  let shifts: ReturnType<typeof memory>;
  let records: ReturnType<typeof memory>;
  const open = () => createShiftModel({ shifts, records, now: Date.now });
  let model: ReturnType<typeof open>;
  const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
  /** One check whose verdict is left at once. */
  function check(number: string, outcome?: Outcome): void {
    model.note(recordOf(number, outcome));
    model.release(number);
  }

  beforeEach(() => {
    vi.useFakeTimers({ now: morning });
    shifts = memory();
    records = memory();
    model = open();
  });
  afterEach(() => vi.useRealTimers());

  it('counts checks by hour and outcome while it runs', () => {
    check('BEFORE00');
    model.begin();
    check('OKAZ0001');
    check('OKAZ0002');
    pass(hour);
    check('OKAZ0003', 'rejected');
    model.end();
    check('AFTER000');
    expect(model.lastShift.value?.hours).toEqual([
      { from: Date.parse('2026-11-24T08:00:00Z'), counts: { granted: 2 } },
      { from: Date.parse('2026-11-24T09:00:00Z'), counts: { rejected: 1 } },
    ]);
  });

  it('moves a check that the inspector’s eyes have changed, and back', () => {
    model.begin();
    model.note(recordOf('OKAZ0001'));
    model.amend('OKAZ0001', 'other-person');
    expect(model.shift.value?.hours[0]?.counts).toEqual({ granted: 0, 'other-person': 1 });
    expect(model.records.value[0]?.outcome).toBe('other-person');
    model.amend('OKAZ0001', 'granted');
    model.amend('OKAZ0001', 'granted');
    expect(model.shift.value?.hours[0]?.counts).toEqual({ granted: 1, 'other-person': 0 });
  });

  it('goes on after a reload', () => {
    model.begin();
    check('OKAZ0001');
    const before = model.shift.value;
    model = open();
    check('OKAZ0002');
    expect(before?.startedAt).toBe(morning);
    expect(model.shift.value?.hours[0]?.counts).toEqual({ granted: 2 });
  });

  it('keeps the shift before until the next begins, and none longer', () => {
    model.begin();
    model.end();
    model = open();
    expect(model.shift.value).toBeNull();
    expect(model.lastShift.value?.endedAt).toBe(morning);
    model.begin();
    expect(model.lastShift.value).toBeNull();
    expect(shifts.read()).toContain('"last":null');
  });

  it('writes down no instant of a check', () => {
    model.begin();
    pass(7 * minute + 123);
    check('OKAZ0001');
    expect(shifts.read()).not.toContain(String(Date.now()));
    expect(shifts.read()).not.toContain('OKAZ0001');
  });

  it('is over with the last hour of checks when nobody ended it', () => {
    model.begin();
    pass(hour);
    check('OKAZ0001');
    pass(longestPause + hour);
    expect(model.shift.value).toBeNull();
    expect(model.lastShift.value?.endedAt).toBe(Date.parse('2026-11-24T10:00:00Z'));
  });

  it('is over after the longest day when checks go on', () => {
    model.begin();
    for (let done = 0; done < longestShift; done += 10 * minute) {
      check(`OKAZ${done}`);
      pass(10 * minute);
    }
    expect(model.shift.value).toBeNull();
    expect(model.lastShift.value?.endedAt).toBe(morning + longestShift);
  });

  it('counts a check after a night of sleep into no shift of yesterday', () => {
    model.begin();
    check('OKAZ0001');
    vi.setSystemTime(morning + 20 * hour);
    check('OKAZ0002');
    expect(model.lastShift.value?.hours).toHaveLength(1);
  });

  it('is over when it was begun under a clock that ran ahead', () => {
    model.begin();
    vi.setSystemTime(morning - 24 * hour);
    model = open();
    expect(model.shift.value).toBeNull();
  });

  it('may be resumed after a slip of the thumb, and not the next day', () => {
    model.begin();
    check('OKAZ0001');
    model.end();
    const ended = model.lastShift.value;
    expect(ended && mayResume(ended, Date.now() + 24 * hour)).toBe(false);
    expect(ended && mayResume(ended, Date.now())).toBe(true);
    model.resume();
    check('OKAZ0002');
    expect(model.shift.value?.hours[0]?.counts).toEqual({ granted: 2 });
    expect(model.lastShift.value).toBeNull();
  });

  describe('a record', () => {
    const numbers = () => model.records.value.map(({ number }) => number);

    it('stays while its verdict is on the screen, however long that is', () => {
      model.note(recordOf('OKAZ0001'));
      pass(2 * recordStays);
      expect(numbers()).toEqual(['OKAZ0001']);
    });

    it('goes ten minutes after its verdict', () => {
      model.note(recordOf('OKAZ0001'));
      pass(minute);
      model.release('OKAZ0001');
      pass(recordStays - minute);
      expect(numbers()).toEqual(['OKAZ0001']);
      pass(minute);
      expect(numbers()).toEqual([]);
      expect(records.read()).toBeNull();
    });

    it('outlives a reload, and no time beyond its own', () => {
      check('OKAZ0001');
      pass(recordStays - minute);
      model = open();
      expect(numbers()).toEqual(['OKAZ0001']);
      pass(minute);
      expect(numbers()).toEqual([]);
    });

    it('is gone when the app opens after its time', () => {
      check('OKAZ0001');
      vi.setSystemTime(morning + 12 * hour);
      model = open();
      expect(numbers()).toEqual([]);
      expect(records.read()).toBeNull();
    });

    it('goes by itself when the page died under its verdict', () => {
      model.note(recordOf('OKAZ0001'));
      model = open();
      pass(recordStays);
      expect(numbers()).toEqual(['OKAZ0001']);
      pass(2 * minute);
      expect(numbers()).toEqual([]);
    });

    it('goes when the clock was set back, since nobody knows its age', () => {
      check('OKAZ0001');
      vi.setSystemTime(morning - hour);
      model = open();
      expect(numbers()).toEqual([]);
    });

    it('is kept and read back whole', () => {
      check('OKAZ0001', 'undecided');
      const before = model.records.value;
      model = open();
      expect(model.records.value).toEqual(before);
    });
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"running":5,"last":null}'],
    [
      'a shift with a made-up outcome',
      '{"running":{"startedAt":1,"endedAt":null,"hours":[{"from":0,"counts":{"x":1}}]},"last":null}',
    ],
    ['a list where none belongs', '[{"number":"OKAZ0001"}]'],
  ])('begins with nothing where %s is kept', (_, kept) => {
    shifts.write(kept);
    records.write(kept);
    model = open();
    expect([model.shift.value, model.lastShift.value, model.records.value]).toEqual([
      null,
      null,
      [],
    ]);
  });
});
