/**
 * English: training.
 */
import type { TrainingTexts } from '../texts/training.ts';

/** The texts of training in English. */
export const trainingEn: TrainingTexts = {
  training: { title: 'Training' },
};
