/**
 * The colours of tokens.css, computed. Verdicts stay apart for every eye: by CIEDE2000 under normal
 * vision and three full dichromacies (Machado, Oliveira and Fernandes 2009, in linear light, clipped to
 * what a screen shows), and by lightness alone. Texts and marks keep WCAG's contrast in each theme.
 */
import {
  type Color,
  clampRgb,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { readStyles, readTokens, resolveToken } from './read-styles.ts';

const styles = readStyles();
const dark = '(prefers-color-scheme: dark)';
const strong = '(prefers-contrast: more)';
const themes = {
  light: readTokens(styles, []),
  dark: readTokens(styles, [dark]),
  'light, high contrast': readTokens(styles, [strong]),
  'dark, high contrast': readTokens(styles, [dark, strong, `${strong} and ${dark}`]),
};

const verdicts = ['--granted', '--denied', '--rejected', '--undecided', '--unreadable'];
const pairs = verdicts.flatMap((one, index) =>
  verdicts.slice(index + 1).map((other) => [one, other] as const),
);

const toLinear = converter('lrgb');
const toRgb = converter('rgb');
const toLab = converter('lab65');
const tellApart = differenceCiede2000();

type Eye = (colour: string) => Color;

/** The filters compute with whatever numbers they are given: here those of linear light. */
const dichromat =
  (filter: (colour: Color) => Color): Eye =>
  (colour) => {
    const { r, g, b } = toLinear(colour) as { r: number; g: number; b: number };
    const seen = filter({ mode: 'rgb', r, g, b }) as { r: number; g: number; b: number };
    return clampRgb(toRgb({ mode: 'lrgb', r: seen.r, g: seen.g, b: seen.b }));
  };

const eyes: Readonly<Record<string, Eye>> = {
  'normal vision': (colour) => toRgb(colour) as Color,
  protanopia: dichromat(filterDeficiencyProt(1)),
  deuteranopia: dichromat(filterDeficiencyDeuter(1)),
  tritanopia: dichromat(filterDeficiencyTrit(1)),
};

describe('the five verdict colours', () => {
  const colourOf = (name: string): string => resolveToken(themes.light, name);

  it.each(Object.entries(eyes))('are at least 15 apart by CIEDE2000 in %s', (_, eye) => {
    const close = pairs
      .map(([one, other]) => ({
        pair: `${one} ${other}`,
        apart: tellApart(eye(colourOf(one)), eye(colourOf(other))),
      }))
      .filter(({ apart }) => !(apart >= 15));
    expect(close).toEqual([]);
  });

  it('are at least 12 apart in lightness: greyscale tells them', () => {
    const levels = verdicts.map((name) => toLab(colourOf(name))?.l ?? Number.NaN);
    const sorted = levels.sort((a, b) => a - b);
    const steps = sorted.slice(1).map((level, index) => level - (sorted[index] ?? Number.NaN));
    expect(steps.filter((step) => !(step >= 12))).toEqual([]);
  });

  it('are the same in every theme', () => {
    for (const tokens of Object.values(themes))
      expect(verdicts.map((name) => resolveToken(tokens, name))).toEqual(verdicts.map(colourOf));
  });

  it.each([
    ['--black', '--granted', 7],
    ['--white', '--denied', 7],
    ['--white', '--rejected', 7],
    ['--black', '--undecided', 7],
    ['--black', '--unreadable', 4.5],
  ])('carry their text: %s on %s, %d to 1', (text, fill, least) => {
    expect(wcagContrast(colourOf(text), colourOf(fill))).toBeGreaterThanOrEqual(least);
  });
});

/** What is written on what; the buttons that lead on are among them. */
const texts = [
  ['--ink', '--paper'],
  ['--ink', '--paper-sunk'],
  ['--paper', '--ink'],
  ['--white', '--night'],
  ['--white', '--night-raised'],
  ['--white', '--black'],
  ['--black', '--white'],
  ['--black', '--undecided'],
  ['--granted', '--black'],
  ['--unreadable', '--black'],
  ['--denied', '--white'],
] as const;

/** Marks, and the edges of what can be pressed. */
const marks = [
  ['--granted', '--night'],
  ['--undecided', '--night'],
] as const;

describe.each(Object.entries(themes))('%s', (theme, tokens) => {
  const contrast = ([one, other]: readonly [string, string]): number =>
    wcagContrast(resolveToken(tokens, one), resolveToken(tokens, other));
  const tooLow = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs.filter((pair) => !(contrast(pair) >= least));

  it('keeps 4.5 to 1 in all text', () => {
    expect(tooLow(texts, 4.5)).toEqual([]);
  });

  it('keeps 3 to 1 in all marks', () => {
    expect(tooLow(marks, 3)).toEqual([]);
  });

  if (theme.includes('high contrast'))
    it('keeps 7 to 1 in the text of pages, and lines that can be seen', () => {
      expect(tooLow(texts.slice(0, 7), 7)).toEqual([]);
      expect(tooLow([['--line', '--paper']], 4.5)).toEqual([]);
      expect(tooLow([['--night-line', '--night']], 4.5)).toEqual([]);
    });
});
