/**
 * Polish: about.
 */
import type { AboutTexts } from '../texts/about.ts';

/** The texts of about in Polish. */
export const aboutPl: AboutTexts = {
  about: { title: 'About' },
};
