/**
 * English: about.
 */
import type { AboutTexts } from '../texts/about.ts';

/** The texts of about in English. */
export const aboutEn: AboutTexts = {
  about: { title: 'About' },
};
