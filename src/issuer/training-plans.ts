/**
 * The specimens of the training, a table: whose cards there are, what each is off in, and how and
 * when each is shown. Everybody in it is made up, and so is the school. Signing them is
 * training-pack.ts's.
 */

/** When the training's lists are signed: its own Tuesday morning. */
export const trainingMadeAt = Date.parse('2026-11-24T08:00:00Z') / 1000;

/** A card of the training; what is left out is as on a plain valid student card. */
export interface TrainingCard {
  readonly givenName: string;
  readonly familyName: string;
  /** What the drawn face comes from. */
  readonly face: number;
  readonly birthdate: string;
  readonly kind?: 'pupil';
  readonly dateOfIssuance?: string;
  readonly dateOfExpiry?: string;
  readonly status?: 'revoked' | 'suspended';
  /** Who signs in the issuer's place: somebody with its `kid`, or an issuer that nobody lists. */
  readonly signer?: 'forger' | 'stranger';
}

/** The cards by name. */
export const trainingCards = {
  plain: { givenName: 'Anna', familyName: 'Okaz', face: 18, birthdate: '2005-06-14' },
  /** Turns 26 on 25 November 2026. */
  boundary: { givenName: 'Michał', familyName: 'Wzór', face: 12, birthdate: '2000-11-25' },
  older: { givenName: 'Łucja', familyName: 'Przykład', face: 60, birthdate: '1998-02-03' },
  pupil: {
    givenName: 'Szymon',
    familyName: 'Specimen',
    face: 57,
    birthdate: '2010-04-22',
    kind: 'pupil',
    dateOfExpiry: '2027-09-30',
  },
  expired: {
    givenName: 'Zofia',
    familyName: 'Wzór',
    face: 40,
    birthdate: '2004-09-09',
    dateOfIssuance: '2026-03-02',
    dateOfExpiry: '2026-10-31',
  },
  early: {
    givenName: 'Jakub',
    familyName: 'Okaz',
    face: 54,
    birthdate: '2007-01-30',
    dateOfIssuance: '2026-12-01',
  },
  revoked: {
    givenName: 'Hanna',
    familyName: 'Specimen',
    face: 52,
    birthdate: '2003-12-12',
    status: 'revoked',
  },
  suspended: {
    givenName: 'Paweł',
    familyName: 'Okaz',
    face: 19,
    birthdate: '2004-05-05',
    status: 'suspended',
  },
  forged: {
    givenName: 'Jan',
    familyName: 'Przykład',
    face: 36,
    birthdate: '2003-08-17',
    signer: 'forger',
  },
  copied: { givenName: 'Maria', familyName: 'Wzór', face: 45, birthdate: '2005-10-01' },
  pictured: { givenName: 'Józef', familyName: 'Okaz', face: 39, birthdate: '2002-07-07' },
  stranger: {
    givenName: 'Julia',
    familyName: 'Specimen',
    face: 27,
    birthdate: '2004-03-28',
    signer: 'stranger',
  },
  discreet: { givenName: 'Weronika', familyName: 'Okaz', face: 47, birthdate: '2003-11-11' },
  faceless: { givenName: 'Łukasz', familyName: 'Wzór', face: 44, birthdate: '2004-02-29' },
  lent: { givenName: 'Stanisław', familyName: 'Przykład', face: 13, birthdate: '2005-04-04' },
} as const satisfies Record<string, TrainingCard>;

/** One specimen: a code in somebody's hand at some instant, and the discount that is asked for. */
export interface TrainingShowing {
  /** A card, or what the code says where it is none. */
  readonly shows: keyof typeof trainingCards | { readonly text: string };
  readonly policy: string;
  /** Seconds after the lists were signed. */
  readonly after: number;
  /** Whose face the bearer has, where it is not the card's. */
  readonly bearer?: number;
  readonly hide?: readonly string[];
  /** Seconds by which the code is older than its showing. */
  readonly age?: number;
  /** A code that no phone signed. */
  readonly unbound?: true;
  /** Only the first so many characters of the code can be seen. */
  readonly cutTo?: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const rail = 'rail-student-51';
const city = 'city-student-50';
const museum = 'museum-1zl-26';

/** The specimens by id. */
export const trainingShowings = {
  valid: { shows: 'plain', policy: rail, after: 1 * hour },
  'last-day': { shows: 'boundary', policy: rail, after: 10 * hour },
  'pupil-museum': { shows: 'pupil', policy: museum, after: 3 * hour },
  'no-age-limit': { shows: 'older', policy: city, after: 2 * hour },
  'other-person': { shows: 'lent', policy: rail, after: 4 * hour, bearer: 5 },
  birthday: { shows: 'boundary', policy: rail, after: day },
  'over-age': { shows: 'older', policy: rail, after: 5 * hour },
  pupil: { shows: 'pupil', policy: rail, after: 6 * hour },
  expired: { shows: 'expired', policy: rail, after: 90 * minute },
  'not-yet-valid': { shows: 'early', policy: city, after: 7 * hour },
  revoked: { shows: 'revoked', policy: rail, after: 130 * minute },
  suspended: { shows: 'suspended', policy: city, after: 200 * minute },
  forged: { shows: 'forged', policy: rail, after: 250 * minute },
  unsigned: { shows: 'copied', policy: rail, after: 290 * minute, unbound: true },
  screenshot: { shows: 'pictured', policy: rail, after: 320 * minute, age: 58 * minute },
  'unknown-issuer': { shows: 'stranger', policy: city, after: 350 * minute },
  'lists-expired': { shows: 'plain', policy: rail, after: 8 * day },
  'age-hidden': { shows: 'discreet', policy: rail, after: 400 * minute, hide: ['birthdate'] },
  'no-portrait': { shows: 'faceless', policy: rail, after: 430 * minute, hide: ['picture'] },
  damaged: { shows: 'discreet', policy: rail, after: 460 * minute, cutTo: 700 },
  'other-code': {
    shows: { text: 'https://akademia-cwiczen.example/plan-zajec' },
    policy: city,
    after: 490 * minute,
    bearer: 53,
  },
  mobywatel: { shows: { text: 'mobywatel:okaz' }, policy: rail, after: 520 * minute, bearer: 42 },
} as const satisfies Record<string, TrainingShowing>;
