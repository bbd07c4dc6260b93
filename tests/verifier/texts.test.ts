/** What every text must be: there, and calm. Completeness of the keys is the compiler's business. */
import { describe, expect, it } from 'vitest';
import { kindOfReason, type ReasonCode } from '../../src/verdict/reasons.ts';
import { textsOf } from '../fixtures/texts.ts';

const { pl } = textsOf;

const codes = Object.keys(kindOfReason) as ReasonCode[];
const accusing = /fałsz|podrob|oszu|kłam|krad/iu;

describe('Polish texts', () => {
  it.each(codes)('gives %s a line, a sentence and a next step', (code) => {
    const { line, sentence, nextStep } = pl.reasons[code];
    expect(line).toMatch(/\S/u);
    expect(sentence).toMatch(/\S.*\.$/u);
    expect(nextStep).toMatch(/\S.*\.$/u);
  });

  it.each(codes)('does not accuse anyone for %s', (code) => {
    expect(Object.values(pl.reasons[code]).join(' ')).not.toMatch(accusing);
  });

  it.each([
    ['entitlements', pl.entitlements],
    ['camera failures', pl.cameraFailures],
    ['input failures', pl.inputFailures],
    ['sync failures', pl.syncFailures],
    ['missing capabilities', pl.missingCapabilities],
  ])('gives each of the %s a calm sentence and a next step', (_, table) => {
    for (const { sentence, nextStep } of Object.values(table)) {
      expect(sentence).toMatch(/\S.*\.$/u);
      expect(nextStep).toMatch(/\S.*\.$/u);
      expect(`${sentence} ${nextStep}`).not.toMatch(accusing);
    }
  });

  it('never calls the document a card', () => {
    const tables = [pl.reasons, pl.inputFailures];
    const cards = tables
      .flatMap((table) => Object.values(table))
      .flatMap((text) => Object.values(text));
    expect(cards.join(' ')).not.toMatch(/\bkart[aęyo]/iu);
  });

  it('names another deed for each hint', () => {
    const deeds = [...Object.values(pl.scan.hints), pl.scan.torchGlare];
    expect(new Set(deeds).size).toBe(deeds.length);
  });

  it('counts days in the genitive', () => {
    expect([1, 2, 5, 22].map(pl.lists.daysOld)).toEqual([
      'Listy sprzed 1 dnia',
      'Listy sprzed 2 dni',
      'Listy sprzed 5 dni',
      'Listy sprzed 22 dni',
    ]);
  });
});
