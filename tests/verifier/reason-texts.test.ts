/**
 * What every reason, every entitlement and every other code says, in each language: a sentence and the
 * next step, each its own. Completeness of the keys is the compiler's business, calm is languages.test.ts's.
 */
import { describe, expect, it } from 'vitest';
import { kindOfReason, type ReasonCode } from '../../src/verdict/reasons.ts';
import { languages } from '../../src/verifier/i18n/language.ts';
import { textsOf } from '../fixtures/texts.ts';

const codes = Object.keys(kindOfReason) as readonly ReasonCode[];
describe.each(languages)('verdicts in %s', (language) => {
  const texts = textsOf[language];

  it.each(codes)('give %s a line, a sentence and a next step', (code) => {
    const { line, sentence, nextStep } = texts.reasons[code];
    expect(line).toMatch(/^\p{Ll}.*[^.]$/u);
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(nextStep).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('give each reason a line of its own', () => {
    expect(new Set(codes.map((code) => texts.reasons[code].line)).size).toBe(codes.length);
  });

  it('give each entitlement a sentence and a next step', () => {
    for (const { sentence, nextStep } of Object.values(texts.entitlements)) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(nextStep).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('have headlines in capitals, of two words at most where a person stands below', () => {
    for (const [name, headline] of Object.entries(texts.headlines)) {
      expect(headline).toBe(headline.toLocaleUpperCase(language));
      if (name !== 'no-policy') expect(headline.split(' ').length).toBeLessThanOrEqual(2);
    }
  });
});

it('no language says of a reason what another one says', () => {
  for (const code of codes) {
    const said = languages.flatMap((language) => Object.values(textsOf[language].reasons[code]));
    expect(new Set(said).size).toBe(said.length);
  }
});
