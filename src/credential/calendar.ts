/**
 * The law's calendar: days in Europe/Warsaw and ages in full years. Days are `YYYY-MM-DD` and compare
 * as text.
 */
import { dayLength, readDay, writeDay } from '../base/day.ts';

const warsaw = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const hourLength = 3_600_000;
/** The day of the hour that was asked for last: days begin with an hour there, and formatting is slow. */
let latest = { hour: Number.NaN, day: '' };

/** The day in Warsaw at an instant (milliseconds since 1970). */
export function warsawDay(now: number): string {
  const hour = Math.floor(now / hourLength);
  if (hour !== latest.hour) {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of warsaw.formatToParts(now)) parts[type] = value;
    latest = { hour, day: `${parts.year}-${parts.month}-${parts.day}` };
  }
  return latest.day;
}

/**
 * The day on which an age is reached: it begins as the birthday begins. Born on 29 February: in
 * common years as 28 February begins (Civil Code, art. 112).
 */
export function dayOfAge(birthdate: string, years: number): string {
  const year = String(Number(birthdate.slice(0, 4)) + years).padStart(4, '0');
  const birthday = `${year}${birthdate.slice(4)}`;
  return readDay(birthday) === null ? `${year}-02-28` : birthday;
}

/** Full years on a day. */
export function ageOn(day: string, birthdate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthdate.slice(0, 4));
  return dayOfAge(birthdate, years) <= day ? years : years - 1;
}

/** The day before. */
export const dayBefore = (day: string): string => writeDay((readDay(day) as number) - dayLength);
