/**
 * Dates, times, ages and counts in a language's own way, by `Intl`. Days and hours are those of
 * Europe/Warsaw whatever the device says, since the law counts in them. The words around the
 * figures are left to the texts.
 */

const timeZone = 'Europe/Warsaw';
const secondsIn = { day: 86_400, hour: 3_600, minute: 60, second: 1 } as const;

/** One language's ways of writing figures; instants in milliseconds since 1970. */
export interface Formats {
  /** Full years: "21 lat", "23 lata". */
  years(count: number): string;
  /** A calendar day `YYYY-MM-DD`: "31.03.2027". */
  day(day: string): string;
  /** The day of an instant: "31.03.2027". */
  date(at: number): string;
  /** The hour of an instant: "09:12". */
  time(at: number): string;
  /** An instant to the second: "09:12:07". */
  second(at: number): string;
  /** Day and hour in words, day and month on one line: "czwartek, 26 listopada, 09:12". */
  moment(at: number): string;
  /** Seconds to (positive) or since (negative) now: "58 minut temu", "za 2 minuty". */
  relative(seconds: number): string;
  /** A plain number: "1 280 000". */
  count(value: number): string;
  /** A difference with its sign: "+12", "−3". */
  change(difference: number): string;
  /** Bytes by the thousand, begun ones counted: "92 kB". */
  kilobytes(bytes: number): string;
  /** How many times nearer: "2,5×". */
  times(value: number): string;
}

/** Where a language's own figures are meant: in Poland days come first and hours count to 24. */
const tags: Readonly<Record<string, string>> = { en: 'en-GB' };

/** Makes the formats of one BCP 47 language. */
export function makeFormats(language: string): Formats {
  const tag = tags[language] ?? language;
  const dateTime = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone });
  const date = dateTime({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const time = dateTime({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const second = dateTime({
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const weekday = dateTime({ weekday: 'long', day: 'numeric', month: 'long' });
  const years = new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: 'year',
    unitDisplay: 'long',
  });
  const relative = new Intl.RelativeTimeFormat(tag);
  const number = new Intl.NumberFormat(tag);
  const kilobytes = new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilobyte' });
  const change = new Intl.NumberFormat(tag, { signDisplay: 'exceptZero' });
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return {
    years: (count) => years.format(count),
    // Noon in UTC falls on the same day in Warsaw, in summer and in winter.
    day: (day) => date.format(new Date(`${day}T12:00:00Z`)),
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    second: (at) => second.format(at),
    moment: (at) => `${keepDayTogether(weekday.formatToParts(at))}, ${time.format(at)}`,
    relative: (seconds) => {
      const unit = coarsestUnit(Math.abs(seconds));
      return relative.format(Math.trunc(seconds / secondsIn[unit]), unit);
    },
    count: (value) => number.format(value),
    change: (difference) => change.format(difference).replace('-', '\u2212'),
    kilobytes: (bytes) => kilobytes.format(Math.ceil(bytes / 1000)).replaceAll(' ', '\u00a0'),
    times: (value) => `${tenths.format(value)}×`,
  };
}

/** Breaks a day in words only after the weekday: "27" alone at a line's end says nothing. */
const keepDayTogether = (parts: readonly Intl.DateTimeFormatPart[]): string =>
  parts
    .map(({ value }, at) =>
      parts[at - 1]?.type === 'weekday' ? value : value.replaceAll(' ', '\u00a0'),
    )
    .join('');

/** Whole Warsaw days between two instants: 0 for the same day, 1 for yesterday. */
export function daysBetween(earlier: number, later: number): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone });
  const midnight = (at: number) => Date.parse(`${day.format(at)}T00:00:00Z`);
  return Math.round((midnight(later) - midnight(earlier)) / (secondsIn.day * 1000));
}

function coarsestUnit(seconds: number): keyof typeof secondsIn {
  if (seconds >= secondsIn.day) return 'day';
  if (seconds >= secondsIn.hour) return 'hour';
  return seconds >= secondsIn.minute ? 'minute' : 'second';
}
