/**
 * Whether an expired card may simply lack its renewal: students' cards are renewed by the semester, to
 * 31 March and 31 October, pupils' by the year, to 30 September, and a phone shows the new end only
 * once its card was refreshed. Around these days that is the likeliest cause, at other times it is not.
 */
import type { Verdict } from '../../verdict/verdict.ts';
import { daysBetween } from '../i18n/formats.ts';

/** Days around the end of a semester in which cards are renewed. */
const renewalDays = 30;

const semesterEnds: readonly string[] = ['03-31', '10-31'];
const schoolYearEnds: readonly string[] = ['09-30'];

/** Whether to ask for a refresh first; `at` is the instant of the check, in milliseconds. */
export function isRenewalTime({ vct, validUntil }: Verdict, at: number): boolean {
  // Its days are not over: only what the phone holds of it is too old.
  if (validUntil !== null && daysBetween(noonOf(validUntil), at) <= 0) return true;
  const year = new Date(at).getUTCFullYear();
  const ends = vct?.includes(':pupil:') ? schoolYearEnds : semesterEnds;
  return ends.some((end) => Math.abs(daysBetween(noonOf(`${year}-${end}`), at)) <= renewalDays);
}

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
