/**
 * English: choosing and making discounts.
 */
import type { PoliciesTexts } from '../texts/policies.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
};

/** "21st", "26th". */
const ordinal = (count: number): string => `${count}${endings[ordinals.select(count)] ?? 'th'}`;

/** Discounts in English. */
export const policiesEn: PoliciesTexts = {
  policies: {
    title: 'Which discounts do you check?',
    lead: 'Up to three at once. A choice takes effect immediately.',
    fixed: 'The operator of this device has fixed the choice.',
    empty: 'Discounts come with the lists. Get the lists first.',
    getLists: 'Get the lists',
    chosen: 'Chosen',
    orderNote: 'When several discounts come out the same, the first one leads.',
    putFirst: 'Put first',
    groups: { reviewed: 'Discounts from the lists', own: 'Your own', unreviewed: 'To be reviewed' },
    unreviewed: 'to be reviewed',
    unreviewedNote: 'Compare with the regulations in force before you choose one.',
    ownNone: 'There are no discounts of your own yet.',
    ownBasis: 'The terms of this venue',
    add: 'Add your own discount',
    edit: 'Edit',
    adapt: 'Adapt to your terms',
    refusals: {
      'too-many': 'Three discounts at most. Untick one first.',
      'last-one': 'One discount has to stay. Tick another one first.',
    },
  },
  ownPolicy: {
    newTitle: 'New discount of your own',
    editTitle: 'Your own discount',
    name: 'Name',
    nameHint: 'It is shown on the scanning screen.',
    gives: 'What it gives',
    givesHint: 'For example: ticket for 10 zł.',
    documents: 'Which document',
    documentChoices: { student: 'Student card', pupil: 'School pupil card', any: 'Any card' },
    ages: 'Age',
    minimumAge: 'From age',
    maximumAge: 'Up to age',
    ageHint: 'Leave empty for no limit.',
    isIncluded: (years) => `Does age ${years} still count?`,
    included: (years) => `Inclusive: until the day before the ${ordinal(years + 1)} birthday.`,
    notIncluded: (years) => `No: until the day before the ${ordinal(years)} birthday.`,
    portrait: 'Require a photo',
    portraitHint: 'Without a photo in the code there is no discount until you compare a document.',
    forWhom: 'Who gets it',
    fromAge: (years) => `from age ${years}`,
    untilBirthday: (years) => `until the day before the ${ordinal(years)} birthday`,
    anyAge: 'at any age',
    exampleThrough: (born, through) =>
      `Example: somebody born on ${born} gets it through ${through}.`,
    exampleFrom: (born, from) => `Example: somebody born on ${born} gets it from ${from}.`,
    exampleBetween: (born, from, through) =>
      `Example: somebody born on ${born} gets it from ${from} through ${through}.`,
    problems: {
      'name-missing': 'Enter a name.',
      'name-taken': 'That name is taken. Enter another one.',
      'gives-missing': 'Enter what the discount gives.',
      'minimum-age-unfit': 'Enter a number from 1 to 120, or leave it empty.',
      'maximum-age-unfit': 'Enter a number from 1 to 120, or leave it empty.',
      'ages-crossed': 'Nobody fits between these ages.',
    },
    save: 'Save discount',
    remove: 'Delete discount',
    removeAsk: 'Delete this discount from the device?',
    removeYes: 'Delete',
    removeNo: 'Keep',
    back: 'Back to discounts',
  },
};
