/**
 * What a language says where discounts are chosen and made.
 */
import type { DocumentChoice, DraftProblem } from '../../models/own-policy.ts';
import type { ChoiceRefusal } from '../../models/policy-order.ts';

/** The texts of the policies' screens. */
export interface PoliciesTexts {
  readonly policies: {
    readonly title: string;
    readonly lead: string;
    /** In place of the lead where an operator has fixed the choice. */
    readonly fixed: string;
    readonly empty: string;
    readonly getLists: string;
    readonly chosen: string;
    /** Said where several are chosen. */
    readonly orderNote: string;
    readonly putFirst: string;
    readonly groups: Readonly<Record<'reviewed' | 'own' | 'unreviewed', string>>;
    readonly unreviewed: string;
    readonly unreviewedNote: string;
    readonly ownNone: string;
    readonly ownBasis: string;
    readonly add: string;
    readonly edit: string;
    /** Makes a discount of the venue's own out of a signed one. */
    readonly adapt: string;
    readonly refusals: Readonly<Record<ChoiceRefusal, string>>;
  };
  readonly ownPolicy: {
    readonly newTitle: string;
    readonly editTitle: string;
    readonly name: string;
    readonly nameHint: string;
    readonly gives: string;
    readonly givesHint: string;
    readonly documents: string;
    readonly documentChoices: Readonly<Record<DocumentChoice, string>>;
    readonly ages: string;
    readonly minimumAge: string;
    readonly maximumAge: string;
    readonly ageHint: string;
    readonly isIncluded: (years: number) => string;
    readonly included: (years: number) => string;
    readonly notIncluded: (years: number) => string;
    readonly portrait: string;
    readonly portraitHint: string;
    readonly forWhom: string;
    readonly fromAge: (years: number) => string;
    readonly untilBirthday: (years: number) => string;
    readonly anyAge: string;
    readonly exampleThrough: (born: string, through: string) => string;
    readonly exampleFrom: (born: string, from: string) => string;
    readonly exampleBetween: (born: string, from: string, through: string) => string;
    readonly problems: Readonly<Record<DraftProblem, string>>;
    readonly save: string;
    readonly remove: string;
    readonly removeAsk: string;
    readonly removeYes: string;
    readonly removeNo: string;
    readonly back: string;
  };
}
