/**
 * What a language says on the screens of training.
 */

/** The texts of training. */
export interface TrainingTexts {
  readonly training: { readonly title: string };
}
