/** What Caps Lock does to a card's text is undone, and nothing else is touched. */
import { describe, expect, it } from 'vitest';
import { beginsAsCard, undoCapsLock } from '../../src/verifier/models/undo-caps-lock.ts';

describe('Caps Lock', () => {
  it.each([
    ['is undone where it turned a card round', 'mleg1:okaz+7', 'MLEG1:OKAZ+7'],
    ['is undone for every version of the text', 'mleg27:okaz', 'MLEG27:OKAZ'],
    ['is not undone where some letters are capitals', 'mleg1:OKAZ', 'mleg1:OKAZ'],
    ['leaves a card alone that came as it is', 'MLEG1:OKAZ', 'MLEG1:OKAZ'],
    ['is not undone in other texts', 'https://okaz.example/', 'https://okaz.example/'],
    ['is not undone where a card begins later', ' mleg1:okaz', ' mleg1:okaz'],
  ])('%s', (_rule, typed, text) => {
    expect(undoCapsLock(typed)).toBe(text);
  });

  it.each([
    ['MLEG1:', true],
    ['mleg1:', true],
    ['MLEG:', false],
    ['MLEG', false],
    ['*MLEG1:', false],
  ])('does not hide whether %s begins as a card does', (text, does) => {
    expect(beginsAsCard(text)).toBe(does);
  });
});
