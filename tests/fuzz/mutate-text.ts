/**
 * Mutators of text: the characters of a QR code, and those of SD-JWT+KB text. Each does one small
 * thing; most of their mutants must fail at the first step, and none may get further than it should.
 */
import type { RandomSource } from './random-source.ts';

export type TextMutator = (text: string, random: RandomSource) => string;

const base45 = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'];
const base64url = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~'];
const longestRepeat = 40;

const prefixes = [
  'MLEG1:',
  'MLEG2:',
  'MLEG01:',
  'MLEG0:',
  'mleg1:',
  'MLEG1',
  'HC1:',
  'https://',
  '',
];

/** Any code point, from controls to lone surrogates. */
function anyCharacter(random: RandomSource): string {
  const end = random.pick([0x80, 0x100, 0x800, 0x10000, 0x110000]);
  return String.fromCodePoint(random.below(end));
}

const cut = (text: string, at: number, remove: number, insert = ''): string =>
  text.slice(0, at) + insert + text.slice(at + remove);

/** The mutators of text in which `alphabet` is what belongs there. */
const mutatorsFor = (alphabet: readonly string[]) => {
  const character = (random: RandomSource): string =>
    random.onceIn(8) ? anyCharacter(random) : random.pick(alphabet);
  return {
    'replace a character': (text, random) =>
      cut(text, random.below(text.length), 1, character(random)),
    'insert a character': (text, random) =>
      cut(text, random.below(text.length + 1), 0, character(random)),
    'delete characters': (text, random) =>
      cut(text, random.below(text.length), random.pick([1, 1, 2, 3, 6, 60])),
    'swap two characters': (text, random) => {
      const at = random.below(text.length - 1);
      return cut(text, at, 2, text.slice(at + 1, at + 2) + text.slice(at, at + 1));
    },
    truncate: (text, random) => text.slice(0, random.below(text.length + 1)),
    'repeat a stretch': (text, random) => {
      const at = random.below(text.length);
      const stretch = text.slice(at, at + random.between(1, longestRepeat));
      return cut(text, at, 0, stretch.repeat(random.pick([1, 1, 2, 8])));
    },
  } satisfies Record<string, TextMutator>;
};

export const characterMutators: Readonly<Record<string, TextMutator>> = {
  ...mutatorsFor(base45),
  'another prefix': (text, random) => random.pick(prefixes) + text.slice(6),
  'zeros of another script': (text, random) => {
    const places = [...text.matchAll(/0+/g)].map(({ index }) => index);
    const run = /^0+/.exec(text.slice(random.pick([...places, 0])))?.[0] ?? '';
    return run === '' ? text : text.replace(run, 'Ł'.repeat(run.length));
  },
  'lower case': (text, random) => {
    const at = random.below(text.length);
    return cut(text, at, 9, text.slice(at, at + 9).toLowerCase());
  },
};

export const segmentMutators: Readonly<Record<string, TextMutator>> = {
  ...mutatorsFor(base64url),
  'double a delimiter': (text, random) => {
    const places = [...text.matchAll(/[.~]/g)].map(({ index }) => index);
    const at = random.pick([...places, text.length]);
    return cut(text, at, 0, text.slice(at, at + 1) || '~');
  },
  'spare bits': (text, random) => {
    const ends = [...text.matchAll(/[\w-](?=[.~]|$)/g)].map(({ index }) => index);
    return ends.length === 0 ? text : cut(text, random.pick(ends), 1, random.pick(base64url));
  },
};
