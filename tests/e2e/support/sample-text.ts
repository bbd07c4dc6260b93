/**
 * Texts with the length and the characters of a card's QR, and nothing behind them: enough to test
 * the camera without making a card.
 */

import { seedRandom } from './random.ts';

const BASE45_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The most characters of alphanumeric text that a QR of this version holds at level L. */
export const CAPACITY = { 22: 1460, 23: 1588, 24: 1704, 25: 1853 } as const;

/** Draws a text of `length` characters that looks like a card's and is none. */
export const drawSampleText = (length: number, seed = 1): string => {
  const random = seedRandom(seed);
  const draw = () => BASE45_ALPHABET[random() % BASE45_ALPHABET.length];
  return `MLEG1:${Array.from({ length: length - 6 }, draw).join('')}`;
};
