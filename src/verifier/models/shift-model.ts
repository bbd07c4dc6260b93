/**
 * One shift: how many checks came to what in which hour, and the records that a dispute may need.
 * Nothing of any holder is in here.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Entitlement, ReasonCode } from '../../verdict/reasons.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import type { VerdictLook } from './verdict-look.ts';

/** What a check came to in the end. */
export type Outcome = VerdictLook | 'other-person';

/** What a decision can be reconstructed from; `at` in milliseconds since 1970. */
export interface CheckRecord {
  readonly number: string;
  readonly at: number;
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  readonly entitlement: Entitlement | null;
  readonly policies: readonly { readonly id: string; readonly version: number }[];
  readonly generation: number | null;
  readonly listsAsOf: string | null;
  /** When the app was built, seconds since 1970. */
  readonly build: number;
}

/** A shift that has begun. */
export interface Shift {
  readonly startedAt: number;
}

export interface ShiftModel {
  /** Null before the first one, and when the last one has ended. */
  readonly shift: ReadonlySignal<Shift | null>;
  /** Newest first. */
  readonly records: ReadonlySignal<readonly CheckRecord[]>;
  begin(): void;
  end(): void;
  note(record: CheckRecord): void;
  /** The inspector's eyes have changed what a check came to. */
  amend(number: string, outcome: Outcome): void;
  /** The verdict has left the screen: its record stays for ten minutes more. */
  release(number: string): void;
}

export interface ShiftDependencies {
  readonly shifts: ChoiceMemory;
  readonly records: ChoiceMemory;
  now(): number;
}

/** Makes it from what was kept. */
export function createShiftModel({ now }: ShiftDependencies): ShiftModel {
  const shift = signal<Shift | null>(null);
  const records = signal<readonly CheckRecord[]>([]);
  return {
    shift,
    records,
    begin() {
      shift.value = { startedAt: now() };
    },
    end() {
      shift.value = null;
    },
    note(record) {
      records.value = [record, ...records.peek()];
    },
    amend(number, outcome) {
      records.value = records
        .peek()
        .map((record) => (record.number === number ? { ...record, outcome } : record));
    },
    release() {},
  };
}
