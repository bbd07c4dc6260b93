/**
 * What of a shift is written down on the device, and how it is read back: strictly, since anything may
 * have been at that storage. What does not fit is as if nothing had been kept. Which day an hour belongs
 * to is left to the formats.
 */
import {
  asArray,
  asCount,
  asInstant,
  asObject,
  asText,
  orNull,
  readJson,
  refuse,
} from '../../base/json-reader.ts';
import { type JsonObject, type JsonValue, parseStrictJson } from '../../base/strict-json.ts';
import { type Entitlement, kindOfReason, type ReasonCode } from '../../verdict/reasons.ts';
import type { VerdictLook } from './verdict-look.ts';

/** What a check came to in the end. */
export type Outcome = VerdictLook | 'other-person';

/** In the order of every table and chart. */
export const outcomes: readonly Outcome[] = [
  'granted',
  'denied',
  'rejected',
  'undecided',
  'unreadable',
  'other-person',
];

/** How many checks of one hour came to what; `from` is its beginning, milliseconds since 1970. */
export interface ShiftHour {
  readonly from: number;
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
}

/** A shift that has begun; instants in milliseconds since 1970. Only hours with checks, in order. */
export interface Shift {
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly hours: readonly ShiftHour[];
}

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

/** A record and until when it is kept, milliseconds since 1970. */
export interface KeptRecord extends CheckRecord {
  readonly until: number;
}

/** Milliseconds. */
export const hourLength = 3_600_000;

/** The beginning of the hour of an instant: Warsaw is whole hours from UTC, in summer and in winter. */
export const hourOf = (at: number): number => Math.floor(at / hourLength) * hourLength;

/** The shifts of a record. */
export function readShifts(record: string | null): {
  readonly running: Shift | null;
  readonly last: Shift | null;
} {
  const read = readKept(record, (value) => {
    const { running, last } = asObject(value);
    return { running: orNull(running, readShift), last: orNull(last, readShift) };
  });
  return read ?? { running: null, last: null };
}

/** The dispute records of a record, newest first. */
export const readRecords = (record: string | null): readonly KeptRecord[] =>
  readKept(record, (value) => asArray(value).map(readRecord)) ?? [];

function readKept<T>(record: string | null, read: (value: JsonValue) => T): T | null {
  const parsed = record === null ? null : parseStrictJson(record);
  return parsed?.ok ? readJson(() => read(parsed.value)) : null;
}

function readShift(value: JsonValue | undefined): Shift {
  const { startedAt, endedAt, hours } = asObject(value);
  return {
    startedAt: asCount(startedAt),
    endedAt: orNull(endedAt, asCount),
    hours: asArray(hours).map((hour) => {
      const { from, counts } = asObject(hour);
      return { from: asCount(from), counts: readCounts(asObject(counts)) };
    }),
  };
}

const readCounts = (counts: JsonObject): ShiftHour['counts'] =>
  Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [asOneOf(outcomes, name), asCount(count)]),
  );

function readRecord(value: JsonValue): KeptRecord {
  const record = asObject(value);
  return {
    number: asText(record.number),
    at: asCount(record.at),
    outcome: asOneOf(outcomes, asText(record.outcome)),
    reason: asOneOf(reasonCodes, asText(record.reason)),
    entitlement: orNull(record.entitlement, (entitlement) =>
      asOneOf(entitlements, asText(entitlement)),
    ),
    policies: asArray(record.policies).map((policy) => {
      const { id, version } = asObject(policy);
      return { id: asText(id), version: asCount(version) };
    }),
    generation: orNull(record.generation, asCount),
    listsAsOf: orNull(record.listsAsOf, asMoment),
    build: asCount(record.build),
    until: asCount(record.until),
  };
}

/** An RFC 3339 instant, as it is written. */
function asMoment(value: JsonValue | undefined): string {
  asInstant(value);
  return asText(value);
}

const reasonCodes = Object.keys(kindOfReason) as readonly ReasonCode[];

const entitlements = Object.keys({
  granted: true,
  'denied:over-age': true,
  'denied:under-age': true,
  'denied:wrong-document': true,
  'unknown:age-not-disclosed': true,
  'unknown:portrait-not-disclosed': true,
} satisfies Record<Entitlement, true>) as readonly Entitlement[];

const asOneOf = <T extends string>(known: readonly T[], value: string): T =>
  known.find((each) => each === value) ?? refuse();
