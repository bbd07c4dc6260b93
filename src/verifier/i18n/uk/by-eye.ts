/**
 * Ukrainian: by-eye.
 */
import type { ByEyeTexts } from '../texts/by-eye.ts';

/** The texts of by-eye in Ukrainian. */
export const byEyeUk: ByEyeTexts = {
  byEye: { title: 'ByEye' },
};
