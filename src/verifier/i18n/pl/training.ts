/**
 * Polish: training.
 */
import type { TrainingTexts } from '../texts/training.ts';

/** The texts of training in Polish. */
export const trainingPl: TrainingTexts = {
  training: { title: 'Training' },
};
