/**
 * One system of sizes, spaces and colours: what the style sheets may use besides the tokens of
 * tokens.css is nothing, and the tokens are few.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Declaration, readDeclarations, readStyles, readTokens } from './read-styles.ts';

const styles = readStyles();
const tokens = readTokens(styles, []);
const outside = styles.filter(({ file }) => file !== 'tokens.css');
const named = (prefix: string): readonly string[] =>
  [...tokens.keys()].filter((name) => name.startsWith(prefix));

const tell = ({ file, around, property, value }: Declaration): string =>
  `${file}: ${around.join(' { ')} { ${property}: ${value}`;

const length = /(?<![\w.-])\d*\.?\d+(px|rem|em|pt|ch|ex|cm|mm|in)\b/;
const isSize = (property: string): boolean => property === 'font-size' || property === 'font';
const isSpace = (property: string): boolean =>
  /^(margin|padding|gap|row-gap|column-gap|inset)(-|$)/.test(property) &&
  !property.startsWith('inset');
/** Letter heights of `font` are the part before the slash. */
const sizeOf = ({ property, value }: Declaration): string =>
  property === 'font' ? (value.split('/')[0] ?? '') : value;

/** A kiosk is read from farther off: all of its letters grow alike, from whatever the person has set. */
const enlargesRoot = ({ around, value }: Declaration): boolean =>
  around.at(-1) === 'html.kiosk' && /^1\d\d%$/.test(value);

const breaksSizes = (declaration: Declaration): boolean =>
  isSize(declaration.property) &&
  !enlargesRoot(declaration) &&
  declaration.value !== 'inherit' &&
  (length.test(sizeOf(declaration)) || !sizeOf(declaration).includes('var(--type-'));
const breaksSpaces = ({ property, value }: Declaration): boolean =>
  isSpace(property) && length.test(value);

const colour =
  /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(white|black|red|green|blue|gr[ae]y|yellow|orange|silver)\b(?!\))/i;
const breaksColours = ({ value }: Declaration): boolean =>
  colour.test(value.replace(/var\([^)]*\)/g, ''));

const breaksRest = ({ property, around }: Declaration): boolean =>
  /^(animation|transition)(-|$)/.test(property) &&
  !around.some((rule) => rule.includes('prefers-reduced-motion: no-preference'));

describe('the tokens', () => {
  it('are at most five sizes of type and six spaces', () => {
    expect(named('--type-').length).toBeLessThanOrEqual(5);
    expect(named('--space-').length).toBeLessThanOrEqual(6);
  });

  it('have a body of at least 16 px and nothing below 14, on every kind of screen', () => {
    const sizes = styles.filter(({ property }) => /^--type-(body|small)$/.test(property));
    const pixels = sizes.map(({ property, value }) => [property, Number.parseFloat(value) * 16]);
    expect(sizes.every(({ value }) => value.endsWith('rem'))).toBe(true);
    expect(pixels.length).toBeGreaterThanOrEqual(4);
    expect(
      pixels.filter(([name, size]) => !(Number(size) >= (name === '--type-body' ? 16 : 14))),
    ).toEqual([]);
  });

  it('leave the size of the root to the person', () => {
    const root = outside.filter(
      ({ around, property }) => /^(:root|html)$/.test(around.at(-1) ?? '') && isSize(property),
    );
    expect(root).toEqual([]);
  });

  it('are known wherever they are used', () => {
    const known = new Set(styles.map(({ property }) => property));
    const used = styles.flatMap(({ value }) =>
      [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name),
    );
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the style sheets', () => {
  it('size letters by tokens alone', () => {
    expect(outside.filter(breaksSizes).map(tell)).toEqual([]);
  });

  it('set things apart by tokens alone', () => {
    expect(outside.filter(breaksSpaces).map(tell)).toEqual([]);
  });

  it('take no colour but from tokens', () => {
    expect(outside.filter(breaksColours).map(tell)).toEqual([]);
  });

  it('move nothing for those who asked for less motion', () => {
    expect(styles.filter(breaksRest).map(tell)).toEqual([]);
  });

  it('are all loaded', () => {
    const folder = path.resolve('src/verifier');
    const first = readFileSync(path.join(folder, 'verifier.css'), 'utf8');
    const sheets = readdirSync(folder).filter((name) => /\.css$/.test(name));
    const missing = sheets.filter(
      (name) => name !== 'verifier.css' && !first.includes(`@import "./${name}"`),
    );
    expect(missing).toEqual([]);
  });
});

it('no drawing brings a colour of its own', () => {
  const folder = path.resolve('src/verifier');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const coloured = sources.filter((name) =>
    /(fill|stroke|color)="(?!none|currentColor)/.test(
      readFileSync(path.join(folder, name), 'utf8'),
    ),
  );
  expect(coloured).toEqual([]);
});

describe('these rules', () => {
  const one = (text: string): Declaration =>
    readDeclarations('made-up.css', text)[0] as Declaration;

  it.each([
    ['a size in pixels', '.a { font-size: 13px }', breaksSizes],
    ['a size without a token', '.a { font: 700 12vw / 1 serif }', breaksSizes],
    ['a space in rem', '.a { padding: var(--space-1) 1.5rem }', breaksSpaces],
    ['a colour by its number', '.a { color: #123 }', breaksColours],
    ['a colour by its name', '.a { border: var(--rule) solid white }', breaksColours],
    ['a fade without a guard', '.a { transition: opacity 1s }', breaksRest],
  ] as const)('see %s', (_, text, breaks) => {
    expect(breaks(one(text))).toBe(true);
  });

  it.each([
    ['a token limited by the width', '.a { font-size: min(var(--type-title), 9vw) }', breaksSizes],
    ['a token times a number', '.a { margin: calc(-1 * var(--space-6)) auto 0 }', breaksSpaces],
    ['the colour black by its token', '.a { color: var(--black) }', breaksColours],
    [
      'motion for those who do not mind',
      '@media (prefers-reduced-motion: no-preference) { .a { transition: opacity 1s } }',
      breaksRest,
    ],
  ] as const)('allow %s', (_, text, breaks) => {
    expect(breaks(one(text))).toBe(false);
  });
});
