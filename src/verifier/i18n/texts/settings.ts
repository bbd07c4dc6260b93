/**
 * What a language says on the screens of settings.
 */

/** The texts of settings. */
export interface SettingsTexts {
  readonly settings: { readonly title: string };
}
