/**
 * What an accepted card's leading discount says: headline, line, and two sentences of which the more
 * urgent one leads. With several discounts each has a row of its own, so that its name is not said
 * again. Pure.
 */
import type { Policy } from '../../trust/policies.ts';
import type { Advice } from '../i18n/first-texts.ts';
import type { Headline } from '../i18n/texts/verdict.ts';
import type { Texts } from '../i18n/texts.ts';
import type { VerdictView } from './app-state.ts';
import { discountKindOf } from './discount-kind.ts';
import { asksForComparison, lookOf } from './verdict-look.ts';

/** The words that an accepted card's discount makes. */
export interface EntitlementCopy {
  readonly headline: string;
  readonly line: string;
  readonly lead: string;
  readonly detail: string;
}

/** Puts the decision on an accepted card into words; `isNamed` where the discount's name stands elsewhere. */
export function describeEntitlement(
  view: VerdictView,
  isNamed: boolean,
  texts: Texts,
): EntitlementCopy {
  const headline = texts.headlines[headlineOf(view)];
  if (view.look === 'other-person') {
    const { line, sentence, nextStep } = texts.verdict.otherPerson;
    return { headline, line, lead: nextStep, detail: sentence };
  }
  const [policy] = view.policies;
  const isValidity = policy !== undefined && discountKindOf(policy) === 'validity';
  const line = isValidity ? texts.verdict.validityLine : texts.reasons.valid.line;
  const { sentence, nextStep } = adviceOf(view, policy, isNamed, texts);
  return lookOf(view.verdict, view.look) === 'undecided'
    ? { headline, line, lead: nextStep, detail: sentence }
    : { headline, line, lead: sentence, detail: nextStep };
}

function headlineOf({ verdict, look, policies }: VerdictView): Headline {
  const [policy] = policies;
  if (look === 'other-person') return 'other-person';
  if (!policy || verdict.entitlement === null) return 'no-policy';
  if (asksForComparison(verdict, look)) return 'no-portrait';
  const standing = lookOf(verdict, look);
  return standing === 'granted' || standing === 'denied'
    ? `${standing}-${discountKindOf(policy)}`
    : 'age-hidden';
}

function adviceOf(
  { verdict, look }: VerdictView,
  policy: Policy | undefined,
  isNamed: boolean,
  texts: Texts,
): Advice {
  const { entitlement } = verdict;
  if (!policy || entitlement === null) return texts.verdict.noPolicy;
  if (entitlement === 'granted' && look === 'portrait-failed')
    return texts.verdict.portraitNotShown;
  const said = texts.entitlements[entitlement];
  /** Which discount was judged: the wrong one chosen would look right. */
  const inPolicy = (nextStep: string): string =>
    isNamed ? nextStep : `${policy.name[texts.language]}. ${nextStep}`;
  switch (entitlement) {
    case 'granted':
    case 'unknown:portrait-not-disclosed': {
      if (entitlement !== 'granted' && look !== 'compared') return said;
      const nextStep = look === 'compared' ? texts.verdict.compared : said.nextStep;
      return {
        sentence: grantOf(verdict.entitledThrough[policy.id], policy, texts),
        nextStep: inPolicy(nextStep),
      };
    }
    case 'denied:over-age':
      return {
        sentence: policy.maximumAge ? texts.verdict.overAge(policy.maximumAge) : said.sentence,
        nextStep: inPolicy(said.nextStep),
      };
    case 'denied:under-age':
      return {
        sentence:
          policy.minimumAge === null ? said.sentence : texts.verdict.underAge(policy.minimumAge),
        nextStep: inPolicy(said.nextStep),
      };
    case 'denied:wrong-document':
      return { ...said, nextStep: inPolicy(said.nextStep) };
    case 'unknown:age-not-disclosed':
      return said;
  }
}

/** What is given, and through which day where that is known. */
function grantOf(through: string | undefined, policy: Policy, texts: Texts): string {
  const gives = policy.gives[texts.language];
  if (through === undefined) return texts.verdict.granted(gives);
  const day = texts.formats.day(through);
  return discountKindOf(policy) === 'validity'
    ? texts.verdict.validityThrough(day)
    : texts.verdict.grantedThrough(gives, day);
}
