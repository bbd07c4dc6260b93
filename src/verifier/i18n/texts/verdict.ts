/**
 * What a language says of verdicts: every reason, every entitlement, and the words around them.
 */
import type { Entitlement, OtherCodeHint, ReasonCode } from '../../../verdict/reasons.ts';
import type { VerdictLook } from '../../models/verdict-look.ts';
import type { Advice } from '../first-texts.ts';

/** Advice with the short line that stands under the headline. */
export interface ReasonText extends Advice {
  readonly line: string;
}

/** Advice with a headline of its own. */
export interface EntitlementText extends Advice {
  readonly headline: string;
}

/** The texts of the verdict screen. */
export interface VerdictTexts {
  readonly headlines: Readonly<Record<Exclude<VerdictLook, 'granted' | 'denied'>, string>>;
  readonly reasons: Readonly<Record<ReasonCode, ReasonText>>;
  readonly entitlements: Readonly<Record<Entitlement, EntitlementText>>;
  readonly hints: Readonly<Record<OtherCodeHint, string>>;
  readonly verdict: {
    /** `gives` as the policy says it; `day` already formatted. */
    readonly grantedThrough: (gives: string, day: string) => string;
    readonly granted: (gives: string) => string;
    readonly overAge: (limit: { readonly years: number; readonly inclusive: boolean }) => string;
    readonly underAge: (years: number) => string;
    /** `ago` as in "58 minut temu". */
    readonly staleCode: (ago: string) => string;
    /** `ahead` as in "za 2 minuty". */
    readonly codeFromFuture: (ahead: string) => string;
    readonly noPolicy: EntitlementText;
    readonly portraitNotShown: EntitlementText;
    readonly validThrough: (day: string) => string;
    readonly termThrough: (day: string) => string;
    readonly ageHidden: string;
    readonly nameHidden: string;
    readonly nameStripped: string;
    readonly portraitAlt: string;
    readonly portraitMissing: string;
    readonly listsOf: (when: string) => string;
    readonly listsNone: string;
    readonly today: (time: string) => string;
    readonly yesterday: (time: string) => string;
    readonly hold: string;
    readonly held: string;
    readonly scanOn: string;
    readonly specimen: string;
  };
}
