/**
 * What a language says on the screens of shift.
 */

/** The texts of shift. */
export interface ShiftTexts {
  readonly shift: { readonly title: string };
}
