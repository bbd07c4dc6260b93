import type { FirstTexts } from '../first-texts.ts';
import { makeFormats } from '../formats.ts';
import { firstPl } from '../pl/first.ts';

/** Provisional. */
export const firstUk: FirstTexts = { ...firstPl, language: 'uk', formats: makeFormats('uk') };
