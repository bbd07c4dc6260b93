/**
 * How old the lists are, in a title and as a share of their time. Whether they may decide is not
 * judged here: that comes as their state.
 */

import type { FirstTexts } from '../i18n/first-texts.ts';
import { daysBetween } from '../i18n/formats.ts';
import type { ListsView } from './app-state.ts';

/** The lists screen's title; `now` in milliseconds. */
export function listsTitle({ state, asOf }: ListsView, now: number, { lists }: FirstTexts): string {
  const days = asOf === null ? 0 : daysBetween(asOf, now);
  return state === 'ageing' && days > 0 ? lists.daysOld(days) : lists.titles[state];
}

/** When the lists were made, short: the hour of today, else the day. */
export const shortMoment = (at: number, now: number, { formats }: FirstTexts): string =>
  daysBetween(at, now) === 0 ? formats.time(at) : formats.date(at);

/** The share (0–1) of the lists' time that is left at `now`; null without lists. */
export function shareLeft({ asOf, decidesUntil }: ListsView, now: number): number | null {
  if (asOf === null || decidesUntil === null || decidesUntil <= asOf) return null;
  return Math.min(1, Math.max(0, (decidesUntil - now) / (decidesUntil - asOf)));
}
