/**
 * The words of one verdict screen, in order: headline, line, lead, detail, the person's facts, each of
 * several discounts, and the small line. Pure: the view, the texts and what is known of the clock come
 * in. What an accepted card's discount says is entitlement-copy.ts's; the layout is the screen's.
 */
import type { Person, Verdict } from '../../verdict/verdict.ts';
import type { Advice } from '../i18n/first-texts.ts';
import { daysBetween } from '../i18n/formats.ts';
import type { Texts } from '../i18n/texts.ts';
import type { ClockView, VerdictView } from './app-state.ts';
import { clockExplains } from './clock-explains.ts';
import { describeEntitlement } from './entitlement-copy.ts';
import { writeRecordNumber } from './record-number.ts';
import { isRenewalTime } from './renewal-time.ts';
import { lookOf, type Standing, standingOf, type VerdictLook } from './verdict-look.ts';

/** What stands beside the portrait. */
export interface PersonFacts {
  readonly age: string;
  readonly school: string | null;
  /** Fit for a crowded bus. */
  readonly name: string;
  /** Null where there is no more of it than `name`. */
  readonly fullName: string | null;
  readonly term: string | null;
}

/** What one of several discounts came to. */
export interface PolicyRow {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
}

/** Everything written on the verdict screen, ready to show. */
export interface VerdictCopy {
  readonly look: VerdictLook;
  readonly headline: string;
  readonly line: string;
  /** The bold sentence: what holds, or what to do. */
  readonly lead: string;
  readonly detail: string;
  /** Code and age of the lists, for support. */
  readonly small: string;
  /** The record's number in words; null where no record is kept. */
  readonly record: string | null;
  readonly facts: PersonFacts | null;
  /** The leading one first; empty where one discount alone was judged. */
  readonly rows: readonly PolicyRow[];
  /** That the same card was here a short while ago; null when it was not. */
  readonly seen: string | null;
}

/** What the words are made from. */
export interface VerdictSituation {
  readonly view: VerdictView;
  /** What speaks against this device's clock at the moment. */
  readonly clock: ClockView;
}

/** Puts a verdict into words. */
export function describeVerdict({ view, clock }: VerdictSituation, texts: Texts): VerdictCopy {
  const { verdict, at, seenAgo, number } = view;
  const rows = rowsOf(view, texts);
  const common = {
    look: lookOf(verdict, view.look),
    small: smallLine(verdict, at, texts),
    record: number === '' ? null : texts.verdict.record(writeRecordNumber(number)),
    facts: factsOf(verdict, texts),
    rows,
    seen: seenAgo === null ? null : texts.verdict.seenBefore(seenAgo),
  };
  if (verdict.kind === 'accepted')
    return { ...common, ...describeEntitlement(view, rows.length > 0, texts) };
  return {
    ...common,
    headline: texts.headlines[verdict.kind],
    line: texts.reasons[verdict.reason].line,
    lead: adviceFor(view, texts).nextStep,
    detail: explain(view, clock, texts),
  };
}

/** What a card that was not accepted asks for: one sentence and the next step. */
export function adviceFor({ verdict, at }: VerdictView, texts: Texts): Advice {
  const { reason, validUntil } = verdict;
  return reason === 'expired' && validUntil !== null && !isRenewalTime(verdict, at)
    ? texts.verdict.expiredOn(texts.formats.day(validUntil))
    : texts.reasons[reason];
}

/** A name fit for a crowded bus: "Anna K."; null when nothing was disclosed. */
export function shortName({ givenName, familyName }: Person): string | null {
  const first = givenName?.trim().split(' ')[0];
  const [initial] = familyName?.normalize('NFC').trim() ?? '';
  const parts = [first, initial && `${initial}.`].filter(Boolean);
  return parts.length === 0 ? null : parts.join(' ');
}

/** "dziś, 09:12" or "20.11.2026, 09:12", seen from `now`; both in milliseconds. */
export function describeMoment(at: number, now: number, { formats, verdict }: Texts): string {
  const days = daysBetween(at, now);
  if (days === 0) return verdict.today(formats.time(at));
  if (days === 1) return verdict.yesterday(formats.time(at));
  return `${formats.date(at)}, ${formats.time(at)}`;
}

function rowsOf({ verdict, policies, look }: VerdictView, texts: Texts): readonly PolicyRow[] {
  if (verdict.kind !== 'accepted' || policies.length < 2 || look === 'other-person') return [];
  return policies.map(({ id, name }) => ({
    id,
    name: name[texts.language],
    standing: standingOf(verdict.entitlements[id], look),
  }));
}

function explain(view: VerdictView, clock: ClockView, texts: Texts): string {
  const { reason, codeAge, hint } = view.verdict;
  if (clock.name !== 'steady' && clockExplains(view.verdict, clock))
    return texts.scan.clock[clock.name](clock.minutes);
  if (reason === 'not-a-card' && hint !== null) return texts.hints[hint];
  if (codeAge !== null && reason === 'stale-code') {
    return texts.verdict.staleCode(texts.formats.relative(-Math.abs(codeAge)));
  }
  if (codeAge !== null && reason === 'code-from-future') {
    return texts.verdict.codeFromFuture(texts.formats.relative(Math.abs(codeAge)));
  }
  return adviceFor(view, texts).sentence;
}

function smallLine({ reason, entitlement, listsAsOf }: Verdict, at: number, texts: Texts): string {
  const code = entitlement === null || entitlement === 'granted' ? reason : entitlement;
  const lists =
    listsAsOf === null
      ? texts.verdict.listsNone
      : texts.verdict.listsOf(describeMoment(Date.parse(listsAsOf), at, texts));
  return `${code} · ${lists}`;
}

function factsOf(verdict: Verdict, texts: Texts): PersonFacts | null {
  const { person, kind, age, school, validUntil } = verdict;
  if (person === null) return null;
  const name = shortName(person) ?? texts.verdict.nameHidden;
  const fullName = [person.givenName, person.familyName].filter(Boolean).join(' ');
  const marked = (plain: string): string =>
    person.nameWasStripped ? `${plain} (${texts.verdict.nameStripped})` : plain;
  const day = validUntil === null ? null : texts.formats.day(validUntil);
  const term = kind === 'accepted' ? texts.verdict.validThrough : texts.verdict.termThrough;
  return {
    age: age === null ? texts.verdict.ageHidden : texts.formats.years(age),
    school: school?.name ?? null,
    name: marked(name),
    fullName: fullName === '' || fullName === name ? null : marked(fullName),
    term: day === null ? null : term(day),
  };
}
