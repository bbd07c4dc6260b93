/**
 * English: by-eye.
 */
import type { ByEyeTexts } from '../texts/by-eye.ts';

/** The texts of by-eye in English. */
export const byEyeEn: ByEyeTexts = {
  byEye: { title: 'ByEye' },
};
