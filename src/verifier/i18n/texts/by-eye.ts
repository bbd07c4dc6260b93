/**
 * What a language says on the screens of by-eye.
 */

/** The texts of by-eye. */
export interface ByEyeTexts {
  readonly byEye: { readonly title: string };
}
