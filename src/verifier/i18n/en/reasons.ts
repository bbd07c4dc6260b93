/**
 * English: what each reason and each entitlement says. One plain sentence and the next step for every
 * code; a technical reason speaks of the code or the device, never of the person. The other English
 * texts of the screen are in verdict.ts.
 */
import type { Entitlement, OtherCodeHint, ReasonCode } from '../../../verdict/reasons.ts';
import type { Advice } from '../first-texts.ts';
import type { ReasonText } from '../texts/verdict.ts';

/** Every reason code in English. */
export const reasonsEn = {
  valid: {
    line: 'card valid',
    sentence: 'Signatures, dates and lists agree.',
    nextStep: 'Compare the face with the portrait.',
  },
  'not-a-card': {
    line: 'this is no card’s code',
    sentence: 'The camera sees a code of another kind.',
    nextStep: 'Ask to have the card opened and its code shown.',
  },
  damaged: {
    line: 'code incomplete or damaged',
    sentence: 'The code begins like a card’s, but cannot be read to its end.',
    nextStep: 'Ask for a new code and scan again.',
  },
  'no-decode': {
    line: 'there is a code, but it cannot be read',
    sentence: 'The look of a code proves nothing. If this does not help, ask for the plastic card.',
    nextStep: 'Move closer, brighten the screen, tilt the phone.',
  },
  'newer-format': {
    line: 'newer kind of code',
    sentence: 'This version of the app does not know the format yet. The code may be in order.',
    nextStep: 'Update this app.',
  },
  'lists-missing': {
    line: 'this device has no lists',
    sentence: 'Nothing can be checked without lists. This is about the device, not the bearer.',
    nextStep: 'Connect to the internet and fetch the lists.',
  },
  'lists-expired': {
    line: 'the lists on this device have expired',
    sentence: 'Old lists no longer decide. This is about the device, not the bearer.',
    nextStep: 'Turn on the internet. Fetch the lists.',
  },
  'clock-untrusted': {
    line: 'this device’s clock is behind',
    sentence: 'The clock shows a time that has passed, so dates cannot be judged.',
    nextStep: 'Set this device’s date and time automatically.',
  },
  'app-outdated': {
    line: 'this app is too old',
    sentence: 'Since a certain day only newer versions decide.',
    nextStep: 'Connect to the internet and update the app.',
  },
  malformed: {
    line: 'format not as required',
    sentence: 'The code can be read, but it is not written as the rules ask.',
    nextStep: 'Ask to have the card refreshed, or for the plastic one.',
  },
  'wrong-type': {
    line: 'another kind of document',
    sentence: 'The code holds a document that is not a student card.',
    nextStep: 'Ask for a student’s or pupil’s card.',
  },
  'unknown-issuer': {
    line: 'issuer unknown',
    sentence: 'The issuer is not on this device’s lists, so the signature cannot be checked.',
    nextStep: 'Fetch the lists. If that does not help, ask for the plastic card.',
  },
  'unknown-key': {
    line: 'issuer’s key unknown',
    sentence: 'This device’s lists do not have the key that signed the card.',
    nextStep: 'Fetch the lists. If that does not help, ask for the plastic card.',
  },
  'issuer-not-allowed': {
    line: 'issuer not entitled',
    sentence: 'This issuer may not issue such cards for this university or school.',
    nextStep: 'Ask for the plastic card or another document.',
  },
  'key-withdrawn': {
    line: 'issuer’s key withdrawn',
    sentence: 'The key that signed this card has been withdrawn.',
    nextStep: 'Ask to have the card refreshed, or for the plastic one.',
  },
  'bad-signature': {
    line: 'issuer’s signature does not match',
    sentence: 'The issuer’s signature does not fit what the code says.',
    nextStep: 'Ask for the plastic card or another document.',
  },
  'bad-holder-signature': {
    line: 'phone’s signature does not match',
    sentence: 'The code was not signed by the phone that the card was issued to.',
    nextStep: 'Ask for the card on the phone that it was issued to.',
  },
  'not-holder-bound': {
    line: 'code without a phone’s signature',
    sentence: 'Without a phone’s signature nobody knows whether the code is fresh.',
    nextStep: 'Ask to have the card opened in its app.',
  },
  'stale-code': {
    line: 'code out of date',
    sentence: 'A card’s code changes every 15\u00a0seconds. This one is older.',
    nextStep: 'Ask to have the card opened.',
  },
  'code-from-future': {
    line: 'clocks differ',
    sentence: 'The code’s time is later than this device’s clock.',
    nextStep: 'Set date and time automatically on both devices.',
  },
  'code-reused': {
    line: 'this code was here before',
    sentence:
      'The same code was shown to this device before. A new one comes every 15\u00a0seconds.',
    nextStep: 'Wait for the next code and scan it.',
  },
  'not-yet-valid': {
    line: 'not in force yet',
    sentence: 'This card becomes valid later.',
    nextStep: 'Ask for a document that is valid today.',
  },
  expired: {
    line: 'term has ended',
    sentence: 'After the university extends a card, it must be refreshed on the phone.',
    nextStep: 'Ask to have the card refreshed in its app.',
  },
  'key-not-in-force': {
    line: 'issuer’s key was not in force',
    sentence: 'When the card was issued, the issuer’s key was not in force.',
    nextStep: 'Ask to have the card refreshed, or for the plastic one.',
  },
  revoked: {
    line: 'this copy has been revoked',
    sentence: 'This mostly happens when a phone is changed or lost.',
    nextStep: 'Ask for a new copy or the plastic card.',
  },
  suspended: {
    line: 'validity suspended',
    sentence: 'The issuer has paused this card and may restore it.',
    nextStep: 'Ask for another document.',
  },
  'status-unknown': {
    line: 'not known whether it is valid',
    sentence: 'This device has no current entry for the state of this card.',
    nextStep: 'Fetch the lists and scan again.',
  },
} as const satisfies Record<ReasonCode, ReasonText>;

/** Every entitlement in English. */
export const entitlementsEn = {
  granted: {
    sentence: 'The discount applies.',
    nextStep: 'Compare the face with the portrait.',
  },
  'denied:over-age': {
    sentence: 'Above the age limit of this discount.',
    nextStep: 'See whether another discount applies.',
  },
  'denied:under-age': {
    sentence: 'Below the age limit of this discount.',
    nextStep: 'See whether another discount applies.',
  },
  'denied:wrong-document': {
    sentence: 'The discount does not cover this kind of card.',
    nextStep: 'See whether another discount applies.',
  },
  'unknown:age-not-disclosed': {
    sentence: 'The date of birth is hidden.',
    nextStep: 'Ask to have the date of birth shown.',
  },
  'unknown:portrait-not-disclosed': {
    sentence: 'There is no portrait in the code.',
    nextStep: 'Compare with an identity document.',
  },
} as const satisfies Record<Entitlement, Advice>;

/** What another kind of code is, in English. */
export const hintsEn = {
  'eu-dcc': 'This is the code of an EU COVID certificate.',
  'smart-health-card': 'This is the code of a SMART Health Card.',
  'rail-barcode': 'This is the code of a rail ticket.',
  'european-student-card':
    'This is the code of a European Student Card, which cannot be checked here.',
  mobywatel: 'This is a code from mObywatel, which cannot be checked offline.',
  url: 'This is a web address.',
} as const satisfies Record<OtherCodeHint, string>;
