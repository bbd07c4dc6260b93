/**
 * What a passenger is told of a verdict in one language: the decision, why, and what to do. Made from a
 * verdict without its person, so that nothing of anyone can be in it. Pure.
 */
import type { Texts } from '../i18n/texts.ts';
import type { ClockView, VerdictView } from './app-state.ts';
import { deedFor } from './passenger-deed.ts';
import { describeVerdict } from './verdict-copy.ts';
import type { VerdictLook } from './verdict-look.ts';

export interface PassengerCopy {
  readonly look: VerdictLook;
  readonly headline: string;
  readonly why: string;
  readonly deed: string;
}

/** Puts a verdict into words for the passenger. */
export function describeForPassenger(
  view: VerdictView,
  clock: ClockView,
  texts: Texts,
): PassengerCopy {
  const { verdict, look: added } = view;
  const nobodys = { ...verdict, person: null, age: null, school: null, credential: null };
  const copy = describeVerdict({ view: { ...view, verdict: nobodys }, clock }, texts);
  const isOtherPerson = added === 'other-person';
  const deed = texts.passenger.deeds[deedFor(verdict, isOtherPerson)];
  const line = asSentence(copy.line, texts);
  if (isOtherPerson) {
    const headline = texts.shift.outcomes['other-person'].toLocaleUpperCase(texts.language);
    return { look: 'denied', headline, why: line, deed };
  }
  const { look, headline, lead, detail } = copy;
  const isLeadWhy = verdict.kind === 'accepted' && look !== 'undecided';
  const reason = asSentence(isLeadWhy ? lead : detail, texts);
  return { look, headline, why: `${line} ${reason}`, deed };
}

/** What stands alone on the inspector's screen, as part of a text. */
const asSentence = (line: string, { language }: Texts): string =>
  `${line.slice(0, 1).toLocaleUpperCase(language)}${line.slice(1).replace(/\.$/, '')}.`;
