/** What a passenger is told: of every verdict, in every language, and nothing of a person. */
import { describe, expect, it } from 'vitest';
import { describeCheck } from '../../src/verdict/describe.ts';
import { type Entitlement, kindOfReason, type ReasonCode } from '../../src/verdict/reasons.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { type Language, languages } from '../../src/verifier/i18n/language.ts';
import type { VerdictView } from '../../src/verifier/models/app-state.ts';
import { describeForPassenger } from '../../src/verifier/models/passenger-copy.ts';
import { deedFor } from '../../src/verifier/models/passenger-deed.ts';
import { textsOf } from '../fixtures/texts.ts';

const accusing = /fałsz|podrob|oszu|kłam|krad|fake|forg|fraud|stol|підроб|фальш|шахр|крад/iu;
const steady = { name: 'steady' } as const;
const codes = (Object.keys(kindOfReason) as ReasonCode[]).filter((code) => code !== 'valid');
const entitlements: readonly Entitlement[] = [
  'denied:over-age',
  'denied:under-age',
  'denied:wrong-document',
  'unknown:age-not-disclosed',
  'unknown:portrait-not-disclosed',
];

const viewOf = (
  reason: ReasonCode,
  entitlement: Entitlement | null = null,
  changes: Partial<Verdict> = {},
  look: VerdictView['look'] = 'unaided',
): VerdictView => ({
  name: 'verdict',
  verdict: {
    ...describeCheck({ generation: null, specimen: true }, { reason }),
    kind: kindOfReason[reason],
    entitlement,
    ...changes,
  },
  at: 0,
  policies: [],
  number: 'OKAZ0000',
  seenAgo: null,
  look,
});

const off = (name: 'ahead' | 'behind') => ({ name, minutes: 10 }) as const;
const july = Date.parse('2026-07-15T12:00:00Z');
const november = Date.parse('2026-11-05T12:00:00Z');
const expired = { vct: 'urn:mlegitymacja:student:1', validUntil: '2026-03-31' };

describe('what a passenger is asked for', () => {
  it.each([
    [
      'another document, where the portrait cannot be painted',
      viewOf('valid', 'granted', {}, 'portrait-failed'),
      steady,
      'show-identity',
    ],
    [
      'nothing of theirs, where our clock is ahead by what the code is old',
      viewOf('stale-code', null, { codeAge: 600 }),
      off('ahead'),
      'our-device',
    ],
    [
      'a live code, where our clock does not explain its age',
      viewOf('stale-code', null, { codeAge: 60 }),
      off('ahead'),
      'live-code',
    ],
    [
      'nothing of theirs, where our clock is behind by what the code is ahead',
      viewOf('code-from-future', null, { codeAge: -600 }),
      off('behind'),
      'our-device',
    ],
    [
      'a refresh, where the card ended at the last semester’s end',
      { ...viewOf('expired', null, expired), at: november },
      steady,
      'refresh',
    ],
    [
      'another document, where it ended long ago',
      { ...viewOf('expired', null, expired), at: july },
      steady,
      'other-document',
    ],
    [
      'their own card, where they are somebody else',
      viewOf('valid', 'granted', {}, 'other-person'),
      steady,
      'own-card',
    ],
  ] as const)('is %s', (_, view, clock, deed) => {
    expect(deedFor(view, clock)).toBe(deed);
  });
});

describe.each(languages)('to a passenger in %s', (language: Language) => {
  const texts = textsOf[language];
  const say = (view: VerdictView) => describeForPassenger(view, steady, texts);

  it.each(codes)('%s says why and what to do, and accuses nobody', (code) => {
    const { headline, why, deed } = say(viewOf(code));
    expect(headline).toMatch(/\S/u);
    expect(why).toMatch(/^\p{Lu}.*\.$/u);
    expect(deed).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${why} ${deed}`).not.toMatch(accusing);
  });

  it.each(entitlements)('%s says why and what to do', (entitlement) => {
    const { why, deed } = say(viewOf('valid', entitlement));
    expect(why).toMatch(/^\p{Lu}.*\.$/u);
    expect(deed).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('says nothing of the person', () => {
    const person = {
      givenName: 'Okaz',
      familyName: 'Wzorowy',
      nameWasStripped: false,
      portrait: null,
    };
    const school = { id: 'okaz', name: 'Akademia Okazowa' };
    for (const look of ['unaided', 'other-person'] as const) {
      const view = viewOf('valid', 'denied:over-age', { person, school, age: 93 }, look);
      expect(JSON.stringify(say(view))).not.toMatch(/Okaz|Wzorowy|Akademia|93/u);
    }
  });

  it('another bearer than the holder is told so', () => {
    const { headline, look, deed } = say(viewOf('valid', 'granted', {}, 'other-person'));
    expect(look).toBe('denied');
    expect(headline).toBe(texts.shift.outcomes['other-person'].toLocaleUpperCase(language));
    expect(deed).toBe(texts.passenger.deeds['own-card']);
  });
});

it('never blames the passenger’s card for what this device cannot tell', () => {
  for (const code of ['lists-missing', 'lists-expired', 'clock-untrusted', 'app-outdated'] as const)
    expect(describeForPassenger(viewOf(code), steady, textsOf.en).deed).toBe(
      textsOf.en.passenger.deeds['our-device'],
    );
});
