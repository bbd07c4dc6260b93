/**
 * English: the shift, its records, and what the passenger is shown.
 */
import type { ShiftTexts } from '../texts/shift.ts';

const plural = new Intl.PluralRules('en');
const count = new Intl.NumberFormat('en');

/** The texts of the shift in English. */
export const shiftEn: ShiftTexts = {
  shift: {
    title: 'Shift',
    none: 'No shift is running. Checks are counted once you begin one.',
    since: (moment) => `Running since ${moment}`,
    until: (from, until) => `Ended. From ${from} to ${until}.`,
    begin: 'Begin a shift',
    under: (names) => `The next shift checks: ${names}.`,
    beginNext: 'Begin a new shift',
    end: 'End the shift',
    resume: 'Resume this shift',
    checks: (number) =>
      `${count.format(number)} ${plural.select(number) === 'one' ? 'check' : 'checks'}`,
    outcomes: {
      granted: 'Discount',
      denied: 'No discount',
      rejected: 'Not valid',
      undecided: 'Not sure',
      unreadable: 'Not read',
      'other-person': 'Other person',
    },
    byHour: 'Checks by hour',
    day: 'Day',
    hour: 'Hour',
    sum: 'Total',
    saveTable: 'Save the table (CSV)',
    fileName: (day) => `shift-${day}.csv`,
    records: 'Records of checks',
    recordsNote: 'In case of a dispute. Each goes 10 minutes after its check.',
    noRecords: 'There is none now.',
  },
  record: {
    title: 'Record of a check',
    note: 'Write the number on the summons. Nothing in the record is about the holder.',
    number: 'Record number',
    checkedAt: 'Checked',
    outcome: 'Outcome',
    reason: 'Reason',
    entitlement: 'Entitlement',
    policies: 'Discounts checked',
    version: (version) => `version\u00a0${version}`,
    generation: 'Edition of the lists',
    listsAsOf: 'Lists as of',
    build: 'App built',
    none: 'none',
    keptUntil: (time) => `Leaves this device at ${time}.`,
    gone: 'This record is no longer here. Records go 10 minutes after their check.',
    picture: 'This record as a QR code',
    copy: 'Copy the record',
    copied: 'Copied.',
    all: 'All records',
  },
  passenger: {
    title: 'Result of the check',
    number: (number) => `Record ${number}`,
    back: 'BACK TO THE CHECK',
    deeds: {
      nothing: 'Everything is in order.',
      'other-discount': 'Please ask whether another discount applies.',
      'show-age': 'Please show the date of birth in your card.',
      'show-identity': 'Please show a document with your photo.',
      'own-card': 'Please show your own card.',
      'live-code': 'Please open the card in your app and show its code.',
      brighter: 'Please brighten your screen and show the code again.',
      'our-device':
        'The checking device cannot decide this. If you have a plastic card, please show it.',
      'own-clock': 'Please set your phone’s date and time to automatic.',
      refresh: 'Please refresh the card in your app or show a plastic one.',
      'new-copy': 'Please download a new copy of your card or show a plastic one.',
      'other-document': 'Please show a plastic card or another document.',
    },
  },
};
