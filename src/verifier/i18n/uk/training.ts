/**
 * Ukrainian: training.
 */
import type { TrainingTexts } from '../texts/training.ts';

/** The texts of training in Ukrainian. */
export const trainingUk: TrainingTexts = {
  training: { title: 'Training' },
};
