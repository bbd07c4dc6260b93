/**
 * What the training asks, a table: for each specimen the look of its verdict, the deed that follows
 * from it, and deeds that do not. Which of them come in one training is drawn in training-draw.ts.
 */
import type { VerdictLook } from './verdict-look.ts';

/** What an inspector may do about a verdict. */
export type TrainingDeed =
  | 'grant'
  | 'no-discount'
  | 'other-person'
  | 'show-again'
  | 'refresh-card'
  | 'other-document'
  | 'fetch-lists'
  | 'ask-birthdate'
  | 'compare-document'
  | 'by-eye';

/** One specimen as a question. */
export interface TrainingTask {
  readonly look: VerdictLook;
  readonly right: TrainingDeed;
  readonly wrong: readonly TrainingDeed[];
}

const task = (
  look: VerdictLook,
  right: TrainingDeed,
  ...wrong: readonly TrainingDeed[]
): TrainingTask => ({ look, right, wrong });

/** All tasks, by the id of their specimen. */
export const trainingTasks = {
  valid: task('granted', 'grant', 'no-discount', 'other-person', 'compare-document'),
  'last-day': task('granted', 'grant', 'no-discount', 'ask-birthdate', 'other-person'),
  'pupil-museum': task('granted', 'grant', 'no-discount', 'other-document', 'other-person'),
  'no-age-limit': task('granted', 'grant', 'no-discount', 'other-document', 'other-person'),
  'other-person': task('granted', 'other-person', 'grant', 'refresh-card', 'fetch-lists'),
  birthday: task('denied', 'no-discount', 'grant', 'refresh-card', 'other-document'),
  'over-age': task('denied', 'no-discount', 'grant', 'ask-birthdate', 'other-document'),
  pupil: task('denied', 'no-discount', 'grant', 'other-document', 'fetch-lists'),
  expired: task('rejected', 'refresh-card', 'grant', 'fetch-lists', 'compare-document'),
  'not-yet-valid': task('rejected', 'other-document', 'grant', 'refresh-card', 'fetch-lists'),
  revoked: task('rejected', 'other-document', 'grant', 'show-again', 'compare-document'),
  suspended: task('rejected', 'other-document', 'grant', 'show-again', 'fetch-lists'),
  forged: task('rejected', 'other-document', 'grant', 'fetch-lists', 'compare-document'),
  unsigned: task('rejected', 'show-again', 'grant', 'fetch-lists', 'compare-document'),
  screenshot: task('undecided', 'show-again', 'grant', 'other-document', 'fetch-lists'),
  'unknown-issuer': task('undecided', 'fetch-lists', 'grant', 'no-discount', 'show-again'),
  'lists-expired': task('undecided', 'fetch-lists', 'grant', 'refresh-card', 'other-document'),
  'age-hidden': task('undecided', 'ask-birthdate', 'grant', 'no-discount', 'fetch-lists'),
  'no-portrait': task('undecided', 'compare-document', 'grant', 'no-discount', 'ask-birthdate'),
  damaged: task('unreadable', 'show-again', 'grant', 'no-discount', 'fetch-lists'),
  'other-code': task('unreadable', 'show-again', 'grant', 'no-discount', 'fetch-lists'),
  mobywatel: task('unreadable', 'by-eye', 'grant', 'no-discount', 'fetch-lists'),
} as const satisfies Record<string, TrainingTask>;

/** The id of a specimen. */
export type TrainingId = keyof typeof trainingTasks;
