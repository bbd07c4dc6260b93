/**
 * Polish: by-eye.
 */
import type { ByEyeTexts } from '../texts/by-eye.ts';

/** The texts of by-eye in Polish. */
export const byEyePl: ByEyeTexts = {
  byEye: { title: 'ByEye' },
};
