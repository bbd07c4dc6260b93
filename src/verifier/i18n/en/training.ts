/**
 * English: training.
 */
import type { TrainingTexts } from '../texts/training.ts';

/** The texts of training in English. */
export const trainingEn: TrainingTexts = {
  training: {
    title: 'Training',
    strip: 'TRAINING',
    lead: 'Eight checks of made-up cards, about five minutes. Nobody is timing you.',
    steps: [
      'Read who is asking for what.',
      'Scan the code and look at the result.',
      'Choose what you do. You will learn why.',
    ],
    note: 'Training does not count towards your shift and leaves no records.',
    begin: 'Start',
    opening: 'Opening the training…',
    failed: 'The training could not be opened.',
    failedNext: 'Close the app, open it again and have another try.',
    retry: 'Try again',
    leave: 'End training',
    numbered: (number, of) => `Check ${number} of ${of}`,
    now: 'It is now',
    policy: 'Discount',
    bearer: 'Bearer',
    bearerAlt: 'The bearer’s face, a drawing',
    code: 'Code shown',
    codeAlt: 'The QR code that the bearer shows',
    scan: 'Scan',
    goOn: 'WHAT NEXT?',
    question: 'What do you do?',
    signedPortrait: 'Signed portrait',
    right: 'Right',
    wrong: 'Another way this time',
    chosen: 'Your choice',
    better: 'Better',
    next: 'Next',
    toScore: 'Show the score',
    score: (right, of) => `Score: ${right} of ${of}`,
    allRight: 'All your answers are right.',
    toRepeat: 'Worth another look',
    again: 'Once more',
    deeds: {
      grant: 'I accept the discount',
      'no-discount': 'I do not accept the discount',
      'other-person': 'I do not accept it: this is another person',
      'show-again': 'I ask to have the card opened and scan a new code',
      'refresh-card': 'I ask to have the card refreshed in its app',
      'other-document': 'I ask for a new copy, the plastic card or another document',
      'fetch-lists': 'I fetch the lists and scan again',
      'ask-birthdate': 'I ask for the date of birth to be shown',
      'compare-document': 'I compare the face with an identity document',
      'by-eye': 'I check by eye or ask for the plastic card',
    },
    cases: {
      valid: {
        situation: 'On a train. A passenger opens her card on the phone.',
        lesson: 'The card is valid and the face matches the portrait. Nothing else is needed.',
      },
      'last-day': {
        situation: 'On a train. A passenger says that he turns 26 tomorrow.',
        lesson:
          'The discount applies through the day before the 26th birthday. Today it still does.',
      },
      'pupil-museum': {
        situation: 'A museum till. A pupil asks for the 1 zł ticket.',
        lesson: 'This discount depends on age, not on the kind of card.',
      },
      'no-age-limit': {
        situation: 'On a tram. A student of 28 has a reduced ticket.',
        lesson: 'The city discount for students has no age limit.',
      },
      'other-person': {
        situation: 'On a train. A passenger hands over the phone without a word.',
        lesson:
          'The card is valid, but the signed portrait shows somebody else. Mark “other person”.',
      },
      birthday: {
        situation: 'On a train. It is the passenger’s birthday.',
        lesson:
          'The discount ends as the 26th birthday begins. The card is valid, the discount is over.',
      },
      'over-age': {
        situation: 'On a train. A passenger has a ticket with the student discount.',
        lesson:
          'A valid card is not yet a discount: on trains it is for people before their 26th birthday.',
      },
      pupil: {
        situation: 'On a train. A passenger has a student-discount ticket and a pupil card.',
        lesson:
          'The student discount does not cover pupil cards. Another discount may apply to a pupil.',
      },
      expired: {
        situation: 'On a train. A passenger says that her university has extended the card.',
        lesson:
          'An extension reaches the phone only when the card is refreshed. Then scan the new code.',
      },
      'not-yet-valid': {
        situation: 'On a bus. A student is only just starting.',
        lesson: 'The card’s validity begins later. Until then another document is needed.',
      },
      revoked: {
        situation: 'On a train. A passenger shows her previous phone.',
        lesson:
          'When a phone is replaced, the old copy stops being valid. Nobody need be at fault.',
      },
      suspended: {
        situation: 'On a bus. A student shows his card as he does every day.',
        lesson:
          'The issuer has paused this card. Until it is restored, another document is needed.',
      },
      forged: {
        situation: 'On a train. The screen looks like that of any card.',
        lesson:
          'Looks prove nothing, and the signature does not match. Do not accuse: ask for another document.',
      },
      unsigned: {
        situation: 'On a train. A passenger shows a printed code.',
        lesson: 'No phone signed the print. What counts is the code of a card opened in its app.',
      },
      screenshot: {
        situation: 'On a train. A passenger shows a code in the photo gallery.',
        lesson:
          'The code changes every 15 seconds, and a screenshot does not. You need a live code.',
      },
      'unknown-issuer': {
        situation: 'On a bus. The student’s university began issuing cards yesterday.',
        lesson:
          'This device may not know a new university. Fetch the lists first, then ask for the plastic card.',
      },
      'lists-expired': {
        situation: 'On a train. This device has been offline for a week.',
        lesson: 'This is about the device, not the passenger. With new lists, scan once more.',
      },
      'age-hidden': {
        situation: 'On a train. A passenger shares only some of her data.',
        lesson: 'Without the date of birth nobody can tell. Once it is shown, scan the new code.',
      },
      'no-portrait': {
        situation: 'On a train. A passenger does not share his portrait.',
        lesson:
          'The card is valid, but without a portrait not clearly his. An identity document helps.',
      },
      damaged: {
        situation: 'On a train. Cracked glass hides part of the code.',
        lesson:
          'An incomplete code says nothing of the card. If a new one fails too, ask for the plastic card.',
      },
      'other-code': {
        situation: 'On a bus. The bearer shows a timetable’s code.',
        lesson: 'This is a web address and no card. Ask for the card itself to be opened.',
      },
      mobywatel: {
        situation: 'On a train. A passenger opens mLegitymacja in mObywatel.',
        lesson: 'You cannot check this code offline. A look helps, but it does not prove validity.',
      },
    },
  },
};
