/**
 * What a language says of verdicts: every headline, reason and entitlement, and the words around them.
 */
import type { Entitlement, OtherCodeHint, ReasonCode } from '../../../verdict/reasons.ts';
import type { VerdictDeed } from '../../models/verdict-deeds.ts';
import type { Advice } from '../first-texts.ts';

/** Advice with the short line that stands under the headline. */
export interface ReasonText extends Advice {
  readonly line: string;
}

/** Whose discount it is: the law's, a venue's own, or none at all and validity alone. */
export type DiscountKind = 'statutory' | 'venue' | 'validity';

/** Every headline of a verdict. */
export type Headline =
  | `granted-${DiscountKind}`
  | `denied-${DiscountKind}`
  | 'other-person'
  | 'age-hidden'
  | 'no-portrait'
  | 'no-policy'
  | 'rejected'
  | 'undecided'
  | 'unreadable';

/** The texts of the verdict screen. */
export interface VerdictTexts {
  readonly headlines: Readonly<Record<Headline, string>>;
  readonly reasons: Readonly<Record<ReasonCode, ReasonText>>;
  readonly entitlements: Readonly<Record<Entitlement, Advice>>;
  readonly hints: Readonly<Record<OtherCodeHint, string>>;
  readonly deeds: Readonly<Record<VerdictDeed, string>>;
  readonly verdict: {
    /** `gives` as the policy says it; `day` already formatted. */
    readonly grantedThrough: (gives: string, day: string) => string;
    readonly granted: (gives: string) => string;
    /** Where nothing but validity was asked for. */
    readonly validityLine: string;
    readonly validityThrough: (day: string) => string;
    readonly overAge: (limit: { readonly years: number; readonly inclusive: boolean }) => string;
    readonly underAge: (years: number) => string;
    /** `ago` as in "58 minut temu". */
    readonly staleCode: (ago: string) => string;
    /** `ahead` as in "za 2 minuty". */
    readonly codeFromFuture: (ahead: string) => string;
    /** A card whose term ended when no semester did. */
    readonly expiredOn: (day: string) => Advice;
    readonly noPolicy: Advice;
    readonly portraitNotShown: Advice;
    /** What is said after the bearer was compared with another document. */
    readonly compared: string;
    readonly otherPerson: ReasonText;
    readonly validThrough: (day: string) => string;
    readonly termThrough: (day: string) => string;
    readonly ageHidden: string;
    readonly nameHidden: string;
    readonly nameStripped: string;
    /** Said of the button that shows a short name. */
    readonly nameInFull: string;
    readonly portraitAlt: string;
    readonly portraitMissing: string;
    readonly holdToEnlarge: string;
    /** What each of several discounts came to, for those who do not see its mark. */
    readonly standings: Readonly<Record<'granted' | 'denied' | 'undecided', string>>;
    readonly policies: string;
    /** Seconds since the same card was checked on this device. */
    readonly seenBefore: (seconds: number) => string;
    readonly listsOf: (when: string) => string;
    readonly listsNone: string;
    readonly record: (number: string) => string;
    readonly today: (time: string) => string;
    readonly yesterday: (time: string) => string;
    readonly held: string;
    readonly scanOn: string;
    readonly specimen: string;
    readonly details: string;
    readonly allReasons: string;
    readonly schoolId: string;
    readonly generation: string;
    readonly listsAsOf: string;
  };
}
