/**
 * What holds for every text of every language, whichever screen it is on: it says something, in its own
 * language, calmly, and never calls the document by a wrong name.
 */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/verifier/i18n/language.ts';
import { textsOf } from '../fixtures/texts.ts';
import { walkTexts } from '../fixtures/walk-texts.ts';

const languages: readonly Language[] = ['pl', 'en', 'uk'];
const said = {
  pl: walkTexts(textsOf.pl),
  en: walkTexts(textsOf.en),
  uk: walkTexts(textsOf.uk),
} as const;

const letter = /\p{L}/u;

/** What is the same in several languages because it is a name or an international word. */
const same = new Set(['Menu', '…']);

/** Names, codes and files that Ukrainian writes in Latin letters, too. */
const latin =
  /[\w-]+\.(csv|zip)|weryfikator\.mobywatel\.gov\.pl|listy-….zip|IndexedDB|service worker|getUserMedia|WebCrypto|WebAssembly|Web Worker|HTTPS|JPEG|PNG|Wi-Fi|Chrome|Edge|Firefox|Safari|Android|iPhone|iPad|iOS|mObywatel|mLegitymacja|COVID|SMART|ISIC|PIN|QR|NFC|CSV|PESEL|USB|EUPL|README|SECURITY|\bRP\b/gu;

/** What is written on a document or in another app, in its own language. */
const quoted = /[«“][^»”]*[»”]/gu;

const accusing: Readonly<Record<Language, RegExp>> = {
  pl: /fałsz|podrob|oszu|kłam|krad/iu,
  en: /\bfak(e|ed|ing)\b|forge[drs]?\b|forging|fraud|cheat|\blie[sd]?\b|liar|steal|stolen/iu,
  uk: /підроб|фальш|шахра|обман|бреш|крад/iu,
};

/** Names of the plastic card and of other people's documents, where the word stands for those. */
const wrongName: Readonly<Record<Language, RegExp>> = {
  pl: /(?<!\p{L})kart(a|y|ę|ą|o|om|ami|ach|cie)?(?!\p{L})/iu,
  en: /student id\b|student card card/iu,
  uk: /студентськ\p{L}* квит/iu,
};

/** Paths at which a rule of the document's name does not hold: another document is meant. */
const otherDocuments = new Set(['hints.smart-health-card']);

const entries = (language: Language): readonly (readonly [string, string])[] => [...said[language]];

const offenders = (language: Language, isWrong: (text: string, path: string) => boolean) =>
  entries(language).filter(([path, text]) => isWrong(text, path));

describe.each(languages)('every text in %s', (language) => {
  it('says something, and nothing of the machine behind it', () => {
    expect(
      offenders(language, (text) => !/\S/u.test(text) || /NaN|undefined|null|\[object/u.test(text)),
    ).toEqual([]);
  });

  it('has no space at its ends, and never two in a row', () => {
    expect(offenders(language, (text) => /^\s|\s$|\s\s/u.test(text))).toEqual([]);
  });

  it('is at the same path as in the other languages', () => {
    expect([...said[language].keys()].sort()).toEqual([...said.pl.keys()].sort());
  });

  it('accuses nobody', () => {
    expect(offenders(language, (text) => accusing[language].test(text))).toEqual([]);
  });

  it('calls the document by its name', () => {
    expect(
      offenders(
        language,
        (text, path) => !otherDocuments.has(path) && wrongName[language].test(text),
      ),
    ).toEqual([]);
  });
});

it('no two languages say the same, but for names', () => {
  const repeated = languages.flatMap((language, at) =>
    languages
      .slice(at + 1)
      .flatMap((other) =>
        offenders(
          language,
          (text, path) => letter.test(text) && !same.has(text) && said[other].get(path) === text,
        ).map(([path, text]) => `${language} = ${other}: ${path}: ${text}`),
      ),
  );
  expect(repeated).toEqual([]);
});

it('English has no Polish letters, but in what it quotes', () => {
  expect(
    offenders('en', (text) =>
      /[ąćęłńóśźż]/iu.test(text.replaceAll(quoted, '').replaceAll('zł', '')),
    ),
  ).toEqual([]);
});

it('Polish and English have no Cyrillic letters', () => {
  for (const language of ['pl', 'en'] as const)
    expect(offenders(language, (text) => /\p{Script=Cyrillic}/u.test(text))).toEqual([]);
});

it('Ukrainian has no Latin letters, but for names', () => {
  expect(
    offenders('uk', (text) =>
      /\p{Script=Latin}/u.test(text.replaceAll(quoted, '').replaceAll(latin, '')),
    ),
  ).toEqual([]);
});

it('Ukrainian has no letters that are only Russian', () => {
  expect(offenders('uk', (text) => /[ыэёъ]/iu.test(text))).toEqual([]);
});

it('Ukrainian writes one apostrophe', () => {
  expect(offenders('uk', (text) => /\p{L}['ʼ]\p{L}/u.test(text))).toEqual([]);
});

describe('counted words', () => {
  it('take the form of their count in each language', () => {
    expect([1, 2, 5, 22].map(textsOf.en.lists.daysOld)).toEqual([
      'Lists 1 day old',
      'Lists 2 days old',
      'Lists 5 days old',
      'Lists 22 days old',
    ]);
    expect([1, 2, 5, 11, 21, 22].map(textsOf.uk.lists.daysOld)).toEqual([
      'Спискам 1 день',
      'Спискам 2 дні',
      'Спискам 5 днів',
      'Спискам 11 днів',
      'Спискам 21 день',
      'Спискам 22 дні',
    ]);
  });

  it.each([
    ['pl', ['minutę', '5\u00a0minut', '22\u00a0minuty', '2\u00a0godziny', '3\u00a0dni']],
    ['en', ['1\u00a0minute', '5\u00a0minutes', '22\u00a0minutes', '2\u00a0hours', '3\u00a0days']],
    ['uk', ['1\u00a0хвилину', '5\u00a0хвилин', '22\u00a0хвилини', '2\u00a0години', '3\u00a0дні']],
  ] as const)('say in %s by how much a clock is off', (language, spans) => {
    const { behind } = textsOf[language].scan.clock;
    for (const [at, minutes] of [1, 5, 22, 120, 4320].entries())
      expect(behind(minutes)).toContain(spans[at]);
  });
});
