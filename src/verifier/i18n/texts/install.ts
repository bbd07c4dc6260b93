/**
 * What a language says on the screens of install.
 */

/** The texts of install. */
export interface InstallTexts {
  readonly install: { readonly title: string };
}
