/**
 * The words of one verdict screen, in order: headline, line, lead, detail, the person's facts and
 * the small line. Pure: verdict, policy, texts and the instant of the check come in. How it is laid
 * out is left to the screen.
 */
import type { Policy } from '../../trust/policies.ts';
import type { ReasonCode } from '../../verdict/reasons.ts';
import type { Person, Verdict } from '../../verdict/verdict.ts';
import { daysBetween } from '../i18n/formats.ts';
import type { EntitlementText } from '../i18n/texts/verdict.ts';
import type { Texts } from '../i18n/texts.ts';
import type { ClockView } from './app-state.ts';
import { lookOf, type VerdictLook } from './verdict-look.ts';

/** What stands beside the portrait. */
export interface PersonFacts {
  readonly age: string;
  readonly school: string | null;
  readonly name: string;
  readonly term: string | null;
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
  readonly facts: PersonFacts | null;
}

/** What the words are made from; `at` is the instant of the check, in milliseconds. */
export interface VerdictSituation {
  readonly verdict: Verdict;
  readonly policy: Policy | null;
  readonly at: number;
  /** The browser could not paint the signed portrait. */
  readonly portraitFailed: boolean;
  /** What speaks against this device's clock at the moment. */
  readonly clock: ClockView;
}

/** Puts a verdict into words. */
export function describeVerdict(situation: VerdictSituation, texts: Texts): VerdictCopy {
  const { verdict, at, portraitFailed } = situation;
  const look = lookOf(verdict, portraitFailed);
  const { line } = texts.reasons[verdict.reason];
  const common = { look, line, small: smallLine(verdict, at, texts), facts: facts(verdict, texts) };
  if (verdict.kind !== 'accepted') {
    return {
      ...common,
      headline: texts.headlines[verdict.kind],
      lead: texts.reasons[verdict.reason].nextStep,
      detail: explain(verdict, situation.clock, texts),
    };
  }
  const said = entitlementText(situation, texts);
  const { headline, sentence, nextStep } = said;
  return look === 'undecided'
    ? { ...common, headline, lead: nextStep, detail: sentence }
    : { ...common, headline, lead: sentence, detail: nextStep };
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

function entitlementText(situation: VerdictSituation, texts: Texts): EntitlementText {
  const { verdict, policy, portraitFailed } = situation;
  const { entitlement } = verdict;
  if (entitlement === null) return texts.verdict.noPolicy;
  if (entitlement === 'granted' && portraitFailed) return texts.verdict.portraitNotShown;
  const said = texts.entitlements[entitlement];
  if (policy === null) return said;
  /** Which discount was judged: the wrong one chosen would look right. */
  const inPolicy = (nextStep: string): string => `${policy.name[texts.language]}. ${nextStep}`;
  if (entitlement === 'granted') {
    const gives = policy.gives[texts.language];
    const through = verdict.entitledThrough[policy.id];
    const sentence =
      through === undefined
        ? texts.verdict.granted(gives)
        : texts.verdict.grantedThrough(gives, texts.formats.day(through));
    return { ...said, sentence, nextStep: inPolicy(said.nextStep) };
  }
  if (entitlement === 'denied:over-age' && policy.maximumAge !== null) {
    const sentence = texts.verdict.overAge(policy.maximumAge);
    return { ...said, sentence, nextStep: inPolicy(said.nextStep) };
  }
  if (entitlement === 'denied:under-age' && policy.minimumAge !== null) {
    const sentence = texts.verdict.underAge(policy.minimumAge);
    return { ...said, sentence, nextStep: inPolicy(said.nextStep) };
  }
  if (entitlement === 'denied:wrong-document')
    return { ...said, nextStep: inPolicy(said.nextStep) };
  return said;
}

function explain({ reason, codeAge, hint }: Verdict, clock: ClockView, texts: Texts): string {
  const ofClock = explainByClock(reason, codeAge, clock, texts);
  if (ofClock !== null) return ofClock;
  if (reason === 'not-a-card' && hint !== null) return texts.hints[hint];
  if (codeAge !== null && reason === 'stale-code') {
    return texts.verdict.staleCode(texts.formats.relative(-Math.abs(codeAge)));
  }
  if (codeAge !== null && reason === 'code-from-future') {
    return texts.verdict.codeFromFuture(texts.formats.relative(Math.abs(codeAge)));
  }
  return texts.reasons[reason].sentence;
}

/** Minutes by which a clock may miss the code that it explains. */
const explains = 2;

/** The clock's own sentence, where it is off in the direction and by the time that the code is off. */
function explainByClock(
  reason: ReasonCode,
  codeAge: number | null,
  clock: ClockView,
  texts: Texts,
): string | null {
  if (clock.name === 'steady') return null;
  const minutes = codeAge === null ? null : Math.abs(codeAge) / 60;
  const fits = minutes !== null && Math.abs(minutes - clock.minutes) <= explains;
  const isCause = {
    ahead: reason === 'stale-code' && fits,
    behind: (reason === 'code-from-future' && fits) || reason === 'clock-untrusted',
    'set-back': (reason === 'code-from-future' && fits) || reason === 'clock-untrusted',
  }[clock.name];
  return isCause ? texts.scan.clock[clock.name](clock.minutes) : null;
}

function smallLine({ reason, entitlement, listsAsOf }: Verdict, at: number, texts: Texts): string {
  const code = entitlement === null || entitlement === 'granted' ? reason : entitlement;
  const lists =
    listsAsOf === null
      ? texts.verdict.listsNone
      : texts.verdict.listsOf(describeMoment(Date.parse(listsAsOf), at, texts));
  return `${code} · ${lists}`;
}

function facts(verdict: Verdict, texts: Texts): PersonFacts | null {
  const { person, kind, age, school, validUntil } = verdict;
  if (person === null) return null;
  const name = shortName(person) ?? texts.verdict.nameHidden;
  const day = validUntil === null ? null : texts.formats.day(validUntil);
  const term = kind === 'accepted' ? texts.verdict.validThrough : texts.verdict.termThrough;
  return {
    age: age === null ? texts.verdict.ageHidden : texts.formats.years(age),
    school: school?.name ?? null,
    name: person.nameWasStripped ? `${name} (${texts.verdict.nameStripped})` : name,
    term: day === null ? null : term(day),
  };
}
