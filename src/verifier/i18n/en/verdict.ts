/**
 * English: the words of the verdict screen. What each reason says is in reasons.ts.
 */
import { makeShortAgo } from '../short-ago.ts';
import type { VerdictTexts } from '../texts/verdict.ts';
import { entitlementsEn, hintsEn, reasonsEn } from './reasons.ts';

const ago = makeShortAgo('en-GB');

/** Verdicts in English. */
export const verdictEn: VerdictTexts = {
  headlines: {
    'granted-statutory': 'DISCOUNT',
    'granted-venue': 'DISCOUNT',
    'granted-validity': 'VALID',
    'denied-statutory': 'NO DISCOUNT',
    'denied-venue': 'NO DISCOUNT',
    'denied-validity': 'OTHER DOCUMENT',
    'other-person': 'OTHER PERSON',
    'age-hidden': 'AGE HIDDEN',
    'no-portrait': 'NO PORTRAIT',
    'no-policy': 'CHOOSE A DISCOUNT',
    rejected: 'NOT VALID',
    undecided: 'NOT SURE',
    unreadable: 'NOT READ',
  },
  reasons: reasonsEn,
  entitlements: entitlementsEn,
  hints: hintsEn,
  deeds: {
    compared: 'COMPARED WITH A DOCUMENT',
    'other-person': 'OTHER PERSON',
    'same-person': 'SAME PERSON AFTER ALL',
    hold: 'HOLD',
    'show-passenger': 'SHOW PASSENGER',
    'by-eye': 'CHECK BY EYE',
  },
  verdict: {
    grantedThrough: (gives, day) => `${gives} through\u00a0${day}`,
    granted: (gives) => gives,
    validityLine: 'only validity was checked',
    validityThrough: (day) => `Valid through\u00a0${day}`,
    overAge: ({ years, inclusive }) => (inclusive ? `Over ${years}` : `Has turned ${years}`),
    underAge: (years) => `Has not turned ${years}`,
    staleCode: (when) => `A card’s code changes every 15\u00a0seconds. This one was made ${when}.`,
    codeFromFuture: (ahead) => `By this device’s clock the code will only be made ${ahead}.`,
    expiredOn: (day) => ({
      sentence: `The card was valid until\u00a0${day}.`,
      nextStep: 'Ask for a document that is valid today.',
    }),
    noPolicy: {
      sentence: 'No discount is chosen, so there is nothing to decide.',
      nextStep: 'Choose a discount on the scan screen.',
    },
    portraitNotShown: {
      sentence: 'This browser cannot show the signed portrait.',
      nextStep: 'Compare with an identity document.',
    },
    compared: 'Compared with a document.',
    otherPerson: {
      line: 'the card is valid, its bearer is not the holder',
      sentence: 'A slip can be undone with the button below.',
      nextStep: 'Ask for the bearer’s own document.',
    },
    validThrough: (day) => `valid until\u00a0${day}`,
    termThrough: (day) => `term: ${day}`,
    ageHidden: 'age hidden',
    nameHidden: 'name hidden',
    nameStripped: 'invisible characters were removed',
    nameInFull: 'show in full',
    portraitAlt: 'Signed portrait from the card',
    portraitMissing: 'no portrait',
    holdToEnlarge: 'press and hold to enlarge',
    standings: { granted: 'yes', denied: 'no', undecided: 'not known' },
    policies: 'Discounts checked',
    seenBefore: (seconds) => `Checked ${ago(seconds)}`,
    listsOf: (when) => `lists: ${when}`,
    listsNone: 'no lists',
    record: (number) => `record\u00a0${number}`,
    today: (time) => `today, ${time}`,
    yesterday: (time) => `yesterday, ${time}`,
    held: 'ON HOLD',
    scanOn: 'SCAN NEXT',
    specimen: 'SPECIMEN',
    details: 'Technical details',
    allReasons: 'All reasons',
    schoolId: 'Number of university or school',
    generation: 'Edition of the lists',
    listsAsOf: 'Lists as of',
  },
};
