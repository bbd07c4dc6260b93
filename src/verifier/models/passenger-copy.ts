/**
 * What a passenger is told of a verdict in one language: the decision, why, and what to do. Made from a
 * verdict without its person, so that nothing of anyone can be in it. Pure.
 */
import type { Texts } from '../i18n/texts.ts';
import type { ClockView, VerdictView } from './app-state.ts';
import { deedFor } from './passenger-deed.ts';
import { describeVerdict } from './verdict-copy.ts';
import type { VerdictLook } from './verdict-look.ts';
import { wiped } from './wiped-view.ts';

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
  const nobodys = wiped(view);
  const { look, headline, line, lead, detail } = describeVerdict({ view: nobodys, clock }, texts);
  const deed = texts.passenger.deeds[deedFor(view, clock)];
  const said = asSentence(line, texts);
  if (view.look === 'other-person') return { look, headline, why: said, deed };
  const isLeadWhy = view.verdict.kind === 'accepted' && look !== 'undecided';
  const reason = asSentence(isLeadWhy ? lead : detail, texts);
  return { look, headline, why: `${said} ${reason}`, deed };
}

/** What stands alone on the inspector's screen, as part of a text. */
const asSentence = (line: string, { language }: Texts): string =>
  `${line.slice(0, 1).toLocaleUpperCase(language)}${line.slice(1).replace(/\.$/, '')}.`;
