/**
 * What a language says on the screens of about.
 */

/** The texts of about. */
export interface AboutTexts {
  readonly about: { readonly title: string };
}
