/**
 * What a language says of a shift, of the records of its checks, and to the passenger.
 */
import type { Outcome } from '../../models/kept-shift.ts';
import type { PassengerDeed } from '../../models/passenger-deed.ts';

/** The texts of the shift's screens. */
export interface ShiftTexts {
  readonly shift: {
    readonly title: string;
    readonly none: string;
    /** Moments already in words. */
    readonly since: (moment: string) => string;
    readonly until: (from: string, until: string) => string;
    readonly begin: string;
    /** The discounts by which the next shift would check. */
    readonly under: (names: string) => string;
    readonly beginNext: string;
    readonly end: string;
    readonly resume: string;
    readonly checks: (count: number) => string;
    readonly outcomes: Readonly<Record<Outcome, string>>;
    readonly byHour: string;
    readonly day: string;
    readonly hour: string;
    readonly sum: string;
    readonly saveTable: string;
    /** `day` as YYYY-MM-DD. */
    readonly fileName: (day: string) => string;
    readonly records: string;
    readonly recordsNote: string;
    readonly noRecords: string;
  };
  readonly record: {
    readonly title: string;
    readonly note: string;
    readonly number: string;
    readonly checkedAt: string;
    readonly outcome: string;
    readonly reason: string;
    readonly entitlement: string;
    readonly policies: string;
    readonly version: (version: number) => string;
    readonly generation: string;
    readonly listsAsOf: string;
    readonly build: string;
    readonly none: string;
    readonly keptUntil: (time: string) => string;
    readonly gone: string;
    readonly picture: string;
    readonly copy: string;
    readonly copied: string;
    readonly all: string;
  };
  readonly passenger: {
    readonly title: string;
    readonly number: (number: string) => string;
    readonly back: string;
    readonly deeds: Readonly<Record<PassengerDeed, string>>;
  };
}
