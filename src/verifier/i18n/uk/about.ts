/**
 * Ukrainian: about.
 */
import type { AboutTexts } from '../texts/about.ts';

/** The texts of about in Ukrainian. */
export const aboutUk: AboutTexts = {
  about: { title: 'About' },
};
