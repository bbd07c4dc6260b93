/**
 * The card page's Polish words, and dates, ages and hours as Poles write them. Days and hours are
 * Warsaw's, whatever the phone is set to.
 */
import type { CardFailure } from './card-model.ts';

const specimenTitles: ReadonlyMap<string, string> = new Map([
  ['valid', 'Ważna'],
  ['valid-over-26', 'Ważna, ukończone 26 lat'],
  ['birthday-today', 'Ważna, dziś 26. urodziny'],
  ['valid-no-portrait', 'Ważna, kod bez zdjęcia'],
  ['valid-age-hidden', 'Ważna, kod bez daty urodzenia'],
  ['pupil', 'Ważna, uczniowska'],
  ['expired', 'Po terminie ważności'],
  ['not-yet-valid', 'Jeszcze nieważna'],
  ['revoked', 'Unieważniona'],
  ['suspended', 'Zawieszona'],
  ['unknown-issuer', 'Od nieznanego wystawcy'],
  ['unknown-key', 'Podpisana nieznanym kluczem'],
  ['forged', 'Podrobiona'],
  ['other-school', 'Z uczelnią innego wystawcy'],
  ['stripped-binding', 'Kod bez podpisu telefonu'],
  ['screenshot', 'Zrzut ekranu sprzed godziny'],
]);

/** What a specimen is an example of; its id for one that is not known here. */
export const titleOf = (id: string): string => specimenTitles.get(id) ?? id;

const claimNames: ReadonlyMap<string, string> = new Map([
  ['given_name', 'imienia'],
  ['family_name', 'nazwiska'],
  ['birthdate', 'daty urodzenia'],
  ['document_number', 'numeru'],
  ['picture', 'zdjęcia'],
]);

/** The claims that a code keeps to itself, in the genitive: "numeru, zdjęcia"; empty for none. */
export const describeHidden = (disclose: readonly string[]): string =>
  [...claimNames].flatMap(([claim, name]) => (disclose.includes(claim) ? [] : [name])).join(', ');

interface FailureText {
  readonly title: string;
  readonly nextStep: string;
}

/** What went wrong, and what its reader can do about it. */
export const failureTexts = {
  'specimens-not-found': {
    title: 'Nie ma tu legitymacji okazowych',
    nextStep: 'Uruchom npm start i otwórz adres, który się wypisze.',
  },
  'server-unreachable': {
    title: 'Serwer nie odpowiada',
    nextStep: 'Sprawdź, czy npm start działa i czy telefon jest w tej samej sieci.',
  },
  'specimen-damaged': {
    title: 'Ta legitymacja jest uszkodzona',
    nextStep: 'Wybierz inną albo utwórz okazy od nowa: usuń .data i uruchom npm start.',
  },
  'insecure-page': {
    title: 'Ta strona nie może podpisywać',
    nextStep: 'Otwórz ją przez https albo na localhost: npm run start:lan.',
  },
  'key-storage-blocked': {
    title: 'Nie ma gdzie trzymać klucza',
    nextStep: 'Wyjdź z trybu prywatnego albo pozwól tej stronie zapisywać dane.',
  },
  'code-too-large': {
    title: 'Legitymacja nie mieści się w kodzie',
    nextStep: 'Wybierz inną: wystawca zapisał w niej za dużo.',
  },
  'unexpected-fault': {
    title: 'Coś poszło nie tak',
    nextStep: 'Odśwież stronę. Szczegóły są w konsoli przeglądarki.',
  },
} as const satisfies Record<CardFailure, FailureText>;

const timeZone = 'Europe/Warsaw';
const hour = new Intl.DateTimeFormat('pl', { timeStyle: 'medium', timeZone });
const years = new Intl.NumberFormat('pl', { style: 'unit', unit: 'year', unitDisplay: 'long' });

/** The hour with seconds: "09:12:45". */
export const formatClock = (now: number): string => hour.format(now);

/** Full years: "21 lat", "22 lata". */
export const formatAge = (age: number): string => years.format(age);

/** A day `YYYY-MM-DD` as "31.03.2027"; a dash for a day that is not there. */
export const formatDay = (day: string | null): string =>
  day ? day.split('-').reverse().join('.') : '–';
