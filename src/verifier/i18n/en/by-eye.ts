/**
 * English: the check by eye.
 */
import type { ByEyeTexts } from '../texts/by-eye.ts';

const face = {
  question: 'Is it the same face?',
  look: 'Compare the photo with the person: eyes, nose, ears, chin. Hair changes.',
};

/** The check by eye in English. */
export const byEyeEn: ByEyeTexts = {
  byEye: {
    label: 'Visual check. Does not prove validity.',
    title: 'What do you see?',
    kinds: {
      mobywatel: 'Student card in the mObywatel app',
      plastic: 'Plastic student card',
      doctoral: 'Doctoral student’s card',
      pupil: 'School pupil’s card',
      isic: 'ISIC, the international card',
    },
    cautions: [
      'Looks prove nothing. Stickers are sold as “collectors’ items”, and apps that pose as mObywatel have a flag, a clock and a hologram too.',
      'Doctoral students and students without a PESEL number have plastic only.',
    ],
    steps: {
      'app-face': face,
      'card-face': face,
      term: {
        question: 'Is it still in date?',
        look: 'Find the date of validity. It is usually 31.03 or 31.10.',
      },
      hologram: {
        question: 'Does the hologram change colour?',
        look: 'Ask for the phone to be tilted. The colours should follow.',
      },
      motion: {
        question: 'Does the flag wave, do the seconds run?',
        look: 'Watch for three seconds. In a screenshot nothing moves.',
      },
      details: {
        question: 'Does the university field open?',
        look: 'Ask for a tap on the university’s name. Details should appear.',
      },
      refresh: {
        question: 'Is the data recent?',
        look: 'Find the date of the last update. If it is old, ask for a refresh.',
      },
      'student-front': {
        question: 'Is everything on the front?',
        look: 'The words “legitymacja studencka”, the university, a full name, a chip.',
      },
      'student-stickers': {
        question: 'Is the newest sticker still in date?',
        look: 'The back has 12 boxes. The latest date counts: 31.03 or 31.10.',
      },
      'doctoral-front': {
        question: 'Does it name a doctoral student?',
        look: 'On the front: “legitymacja doktoranta”, the university or institute, a full name, a chip.',
      },
      'doctoral-stickers': {
        question: 'Is this year’s sticker in date?',
        look: 'The back has 5 boxes, one sticker a year. The latest date counts.',
      },
      sticker: {
        question: 'Is the sticker whole?',
        look: 'An eagle, the letters RP, and a honeycomb that breaks when peeled.',
      },
      'pupil-front': {
        question: 'Is a school named?',
        look: 'The words “legitymacja szkolna”, the school’s name and address, a full name.',
      },
      'pupil-term': {
        question: 'Is it still in date?',
        look: 'Find the date of validity. It is usually 30.09.',
      },
      'isic-purpose': {
        question: 'Is it for this venue’s own discount?',
        look: 'ISIC is no Polish student card. It gives no statutory discount, such as on trains.',
      },
      'isic-term': {
        question: 'Is it still in date?',
        look: 'The front shows a month and a year: from when, until when.',
      },
    },
    progress: (kind, step, steps) => `Step ${step} of ${steps} · ${kind}`,
    yes: 'Yes',
    no: 'No, or cannot tell',
    previous: 'One step back',
    endTitle: 'You decide',
    allAgree: 'All that could be seen is in order.',
    someDisagree: 'Not everything is in order.',
    waysOn: [
      'Accept the document if your workplace’s rules allow it,',
      'or ask for another one: plastic, an identity card or a passport.',
    ],
    isicOnline: 'With a network, an ISIC number can be checked on the issuer’s site.',
    again: 'Check the next document',
    official: {
      title: 'The official check online',
      steps: [
        'Open the verifier: it shows a QR code and six digits.',
        'The holder opens the card in mObywatel and chooses “Potwierdź swoje dane”.',
        'They scan the code or type the digits, and consent.',
        'Read the result on your own device only.',
      ],
      open: 'Open the mObywatel verifier',
      newWindow: 'Opens in a new window: weryfikator.mobywatel.gov.pl',
      offline: 'This check needs a network. The device has none now.',
    },
  },
};
