/**
 * A shift as a table: every hour from its beginning to its end, also those in which nothing was checked,
 * with a count for each outcome; and the same as a CSV file. Pure. Drawing it is left to the screen.
 */
import { type Bytes, encodeUtf8 } from '../../base/bytes.ts';
import { warsawDay } from '../../credential/calendar.ts';
import type { Formats } from '../i18n/formats.ts';
import { hourLength, hourOf, type Outcome, outcomes, type Shift } from './kept-shift.ts';

/** One row: an hour, or the whole shift. */
export interface ShiftCounts {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly sum: number;
}

export interface ShiftTable {
  /** `from` in milliseconds since 1970. */
  readonly hours: readonly (ShiftCounts & { readonly from: number })[];
  readonly total: ShiftCounts;
  /** The most checks of one hour. */
  readonly most: number;
}

/** Makes the table of a shift that ran until `now` unless it has ended; milliseconds since 1970. */
export function tabulate({ startedAt, endedAt, hours }: Shift, now: number): ShiftTable {
  const first = Math.min(hourOf(startedAt), hours[0]?.from ?? Number.POSITIVE_INFINITY);
  // What ends on the hour had none of the next one.
  const end = hourOf(Math.max(startedAt, (endedAt ?? now) - 1));
  const last = Math.max(end, hours.at(-1)?.from ?? 0);
  const rows = Array.from({ length: (last - first) / hourLength + 1 }, (_, index) => {
    const from = first + index * hourLength;
    return { from, ...sumUp(hours.filter((hour) => hour.from === from)) };
  });
  return { hours: rows, total: sumUp(hours), most: Math.max(...rows.map(({ sum }) => sum)) };
}

function sumUp(hours: Shift['hours']): ShiftCounts {
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [
      outcome,
      hours.reduce((sum, hour) => sum + (hour.counts[outcome] ?? 0), 0),
    ]),
  ) as Record<Outcome, number>;
  return { counts, sum: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

/** The words of the file's first line. */
export interface CsvHeadings {
  readonly day: string;
  readonly hour: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly sum: string;
}

/**
 * The table as CSV (RFC 4180), a line for each hour of Warsaw. With semicolons, since that is the list
 * separator of Polish Windows: Excel there puts a line with commas into one cell. With a byte order
 * mark, without which Excel takes UTF-8 for the code page of the device.
 */
export function writeCsv(table: ShiftTable, headings: CsvHeadings, formats: Formats): Bytes {
  const lines = [
    [
      headings.day,
      headings.hour,
      ...outcomes.map((outcome) => headings.outcomes[outcome]),
      headings.sum,
    ],
    ...table.hours.map(({ from, counts, sum }) => [
      warsawDay(from),
      formats.time(from),
      ...outcomes.map((outcome) => String(counts[outcome])),
      String(sum),
    ]),
  ];
  return encodeUtf8(`\uFEFF${lines.map((line) => `${line.map(quote).join(';')}\r\n`).join('')}`);
}

const quote = (value: string): string =>
  /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
