/**
 * One shift: how many checks came to what in which hour, and the records that a dispute may need.
 * Nothing of any holder is in here, and counts know hours, not instants. Both outlive a reload. A
 * shift that nobody ended is over after `longestShift`, or when nothing was checked for `longestPause`;
 * a record goes ten minutes after its verdict has. What is written down is left to `kept-shift.ts`.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ChoiceMemory } from '../choice-memory.ts';
import {
  type CheckRecord,
  hourLength,
  hourOf,
  type KeptRecord,
  type Outcome,
  readRecords,
  readShifts,
  type Shift,
  type ShiftHour,
} from './kept-shift.ts';

export type { CheckRecord, KeptRecord, Outcome, Shift } from './kept-shift.ts';

export interface ShiftModel {
  /** The running one; null before the first one, and when the last one has ended. */
  readonly shift: ReadonlySignal<Shift | null>;
  /** The one that has ended, until the next begins. */
  readonly lastShift: ReadonlySignal<Shift | null>;
  /** Newest first. */
  readonly records: ReadonlySignal<readonly KeptRecord[]>;
  begin(): void;
  end(): void;
  /** Takes back that the last shift was ended by hand. */
  resume(): void;
  note(record: CheckRecord): void;
  /** The inspector's eyes have changed what a check came to. */
  amend(number: string, outcome: Outcome): void;
  /** The verdict has left the screen: its record stays for ten minutes more. */
  release(number: string): void;
}

export interface ShiftDependencies {
  readonly shifts: ChoiceMemory;
  readonly records: ChoiceMemory;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Milliseconds for which a record outlives its verdict. */
export const recordStays = 10 * 60_000;
/** Nobody may work longer in one go (Labour Code, art. 135–137, save for guards). */
export const longestShift = 16 * hourLength;
/** Eleven hours of rest lie between two shifts (art. 132): after eight without a check, one is over. */
export const longestPause = 8 * hourLength;

/** A verdict that was in front when the page died would have been wiped by then. */
const verdictStays = 60_000;
const mostRecords = 500;
/** Timers sleep with the device, so the clock is asked again this often while something is due. */
const ticks = 30_000;

/** Makes it from what was kept. */
export function createShiftModel({ shifts, records: memory, now }: ShiftDependencies): ShiftModel {
  const kept = readShifts(shifts.read());
  const shift = signal<Shift | null>(kept.running);
  const lastShift = signal<Shift | null>(kept.last);
  const records = signal<readonly KeptRecord[]>(readRecords(memory.read()));
  /** The record whose verdict is on the screen: it goes no earlier than that. */
  let inFront: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function setShifts(running: Shift | null, last: Shift | null): void {
    batch(() => {
      shift.value = running;
      lastShift.value = last;
    });
    if (running || last) shifts.write(JSON.stringify({ running, last }));
    else shifts.clear();
  }

  function setRecords(next: readonly KeptRecord[]): void {
    records.value = next;
    if (next.length > 0) memory.write(JSON.stringify(next));
    else memory.clear();
  }

  const mayStay = ({ number, until }: KeptRecord): boolean => {
    if (number === inFront) return true;
    const left = until - now();
    // More than that is left when the clock was set back: nobody knows how long it has been there.
    return left > 0 && left <= recordStays + verdictStays;
  };

  /** Lets go of what is past its time, and looks again while there is something that will be. */
  function settle(): void {
    const running = shift.peek();
    const end = running && endOf(running, now());
    if (running && end !== null) setShifts(null, { ...running, endedAt: end });
    const staying = records.peek().filter(mayStay);
    if (staying.length < records.peek().length) setRecords(staying);
    clearTimeout(timer);
    if (shift.peek() || staying.length > 0) timer = setTimeout(settle, ticks);
  }

  function count(at: number, counted: Outcome, by: 1 | -1): void {
    const running = shift.peek();
    if (running)
      setShifts({ ...running, hours: addTo(running.hours, hourOf(at), counted, by) }, null);
  }

  settle();
  return {
    shift,
    lastShift,
    records,
    begin() {
      setShifts({ startedAt: now(), endedAt: null, hours: [] }, null);
      settle();
    },
    end() {
      const running = shift.peek();
      if (running) setShifts(null, { ...running, endedAt: now() });
    },
    resume() {
      const last = lastShift.peek();
      if (!last || shift.peek()) return;
      setShifts({ ...last, endedAt: null }, null);
      settle();
    },
    note(record) {
      settle();
      inFront = record.number;
      const until = record.at + verdictStays + recordStays;
      setRecords([{ ...record, until }, ...records.peek()].slice(0, mostRecords));
      count(record.at, record.outcome, 1);
      settle();
    },
    amend(number, outcome) {
      const record = records.peek().find((each) => each.number === number);
      if (!record || record.outcome === outcome) return;
      setRecords(records.peek().map((each) => (each === record ? { ...each, outcome } : each)));
      count(record.at, record.outcome, -1);
      count(record.at, outcome, 1);
    },
    release(number) {
      if (inFront === number) inFront = null;
      const until = now() + recordStays;
      setRecords(
        records.peek().map((each) => (each.number === number ? { ...each, until } : each)),
      );
      settle();
    },
  };
}

/** Whether the last shift could go on now; one that is over by itself could not. */
export const mayResume = (shift: Shift, now: number): boolean =>
  endOf({ ...shift, endedAt: null }, now) === null;

/** When a shift that nobody ended was over; null while it runs. One that begins later had another clock. */
function endOf({ startedAt, hours }: Shift, now: number): number | null {
  const latest = startedAt + longestShift;
  const last = hours.at(-1);
  const checkedUntil = Math.min(last ? last.from + hourLength : startedAt, latest);
  const isAhead = startedAt - now > hourLength;
  const isOver = isAhead || now >= latest || now - checkedUntil >= longestPause;
  return isOver ? Math.max(checkedUntil, startedAt) : null;
}

function addTo(
  hours: readonly ShiftHour[],
  from: number,
  outcome: Outcome,
  by: number,
): readonly ShiftHour[] {
  const hour = hours.find((each) => each.from === from) ?? { from, counts: {} };
  const counts = { ...hour.counts, [outcome]: Math.max(0, (hour.counts[outcome] ?? 0) + by) };
  const others = hours.filter((each) => each.from !== from);
  return [...others, { from, counts }].sort((one, other) => one.from - other.from);
}
