/**
 * Calendar days as the credential writes them: `YYYY-MM-DD` (RFC 3339 full-date). Days of that form
 * compare as text. Which day it is in Warsaw is credential/calendar.ts's business.
 */

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds since 1970 of a day's beginning in UTC; null for anything that is no day of the calendar. */
export function readDay(text: unknown): number | null {
  const parts = typeof text === 'string' ? form.exec(text) : null;
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  // Days beyond a month's end count on into the next; years below 100 into another century.
  const isDay = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
  return isDay && date.getUTCFullYear() === year ? date.getTime() : null;
}

/** The UTC day of an instant in milliseconds since 1970. */
export const writeDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Milliseconds in a day. */
export const dayLength = 86_400_000;
