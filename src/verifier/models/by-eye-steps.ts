/**
 * What is looked at on each kind of document: first the face, which no borrowed document has, then
 * what the document itself shows, the most telling first. Each step is one question to
 * be answered with yes or no; the questions are the texts', the pictures the drawings'.
 */

/** The documents that can be checked by eye, the most frequent first. */
export const eyeKinds = ['mobywatel', 'plastic', 'doctoral', 'pupil', 'isic'] as const;

/** A kind of document. */
export type EyeKind = (typeof eyeKinds)[number];

/** The steps of each kind. */
export const eyeSteps = {
  mobywatel: ['app-face', 'term', 'hologram', 'motion', 'details', 'refresh'],
  plastic: ['card-face', 'student-front', 'student-stickers', 'sticker'],
  doctoral: ['card-face', 'doctoral-front', 'doctoral-stickers', 'sticker'],
  pupil: ['card-face', 'pupil-front', 'pupil-term'],
  isic: ['isic-purpose', 'card-face', 'isic-term'],
} as const satisfies Readonly<Record<EyeKind, readonly string[]>>;

/** A step. */
export type EyeStep = (typeof eyeSteps)[EyeKind][number];

/** What the inspector saw at one step. */
export interface EyeAnswer {
  readonly step: EyeStep;
  readonly agrees: boolean;
}

/** Where a check by eye stands; nothing of it is kept or counted. */
export type EyeCheck =
  | { readonly name: 'kinds' }
  | {
      readonly name: 'step';
      readonly kind: EyeKind;
      readonly answers: readonly EyeAnswer[];
      readonly step: EyeStep;
    }
  | { readonly name: 'end'; readonly kind: EyeKind; readonly answers: readonly EyeAnswer[] };

/** The check after these answers. */
export function continueEyeCheck(kind: EyeKind, answers: readonly EyeAnswer[]): EyeCheck {
  const step = eyeSteps[kind][answers.length];
  return step ? { name: 'step', kind, answers, step } : { name: 'end', kind, answers };
}

/** One step back: the last answer is taken back, and before the first the kind is chosen anew. */
export function returnInEyeCheck(check: EyeCheck): EyeCheck {
  if (check.name === 'kinds' || check.answers.length === 0) return { name: 'kinds' };
  return continueEyeCheck(check.kind, check.answers.slice(0, -1));
}
