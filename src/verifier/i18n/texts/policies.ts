/**
 * What a language says where discounts are chosen and made.
 */

/** The texts of the policies' screens. */
export interface PoliciesTexts {
  readonly policies: {
    readonly title: string;
    readonly lead: string;
    readonly empty: string;
    readonly unreviewed: string;
  };
}
