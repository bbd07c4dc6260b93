/**
 * Polish: the words of the verdict screen. What each reason says is in reasons.ts.
 */
import { makeFormats } from '../formats.ts';
import { makeShortAgo } from '../short-ago.ts';
import type { VerdictTexts } from '../texts/verdict.ts';
import { entitlementsPl, hintsPl, reasonsPl } from './reasons.ts';

const formats = makeFormats('pl');
const ago = makeShortAgo('pl');

/** Verdicts in Polish. */
export const verdictPl: VerdictTexts = {
  headlines: {
    'granted-statutory': 'ULGA',
    'granted-venue': 'ULGA',
    'granted-validity': 'WAŻNA',
    'denied-statutory': 'BEZ ULGI',
    'denied-venue': 'BEZ ULGI',
    'denied-validity': 'INNY DOKUMENT',
    'other-person': 'INNA OSOBA',
    'age-hidden': 'WIEK UKRYTY',
    'no-portrait': 'BRAK ZDJĘCIA',
    'no-policy': 'WYBIERZ ULGĘ',
    rejected: 'NIEWAŻNA',
    undecided: 'BRAK PEWNOŚCI',
    unreadable: 'NIE ODCZYTANO',
  },
  reasons: reasonsPl,
  entitlements: entitlementsPl,
  hints: hintsPl,
  deeds: {
    compared: 'PORÓWNANO Z DOKUMENTEM',
    'other-person': 'TO INNA OSOBA',
    'same-person': 'TO JEDNAK TA OSOBA',
    hold: 'ZATRZYMAJ',
    'show-passenger': 'POKAŻ PASAŻEROWI',
    'by-eye': 'OCENA WZROKOWA',
  },
  verdict: {
    grantedThrough: (gives, day) => `${gives} do\u00a0${day} włącznie`,
    granted: (gives) => gives,
    validityLine: 'sprawdzono samą ważność',
    validityThrough: (day) => `Ważna do\u00a0${day} włącznie`,
    overAge: ({ years, inclusive }) =>
      inclusive ? `Wiek powyżej ${years} lat` : `Ukończone ${formats.years(years)}`,
    underAge: (years) => `Nieukończone ${formats.years(years)}`,
    staleCode: (when) =>
      `Kod w\u00a0legitymacji zmienia się co 15\u00a0sekund. Ten powstał ${when}.`,
    codeFromFuture: (ahead) => `Według zegara tego urządzenia kod powstanie dopiero ${ahead}.`,
    expiredOn: (day) => ({
      sentence: `Legitymacja była ważna do\u00a0${day}.`,
      nextStep: 'Poproś o\u00a0dokument ważny dzisiaj.',
    }),
    noPolicy: {
      sentence: 'Nie wybrano ulgi, więc nie ma czego rozstrzygać.',
      nextStep: 'Wybierz ulgę na ekranie skanowania.',
    },
    portraitNotShown: {
      sentence: 'Ta przeglądarka nie umie pokazać podpisanego zdjęcia.',
      nextStep: 'Porównaj z\u00a0dokumentem tożsamości.',
    },
    compared: 'Porównano z\u00a0dokumentem.',
    otherPerson: {
      line: 'legitymacja ważna, okaziciel nie',
      sentence: 'Pomyłkę cofniesz przyciskiem poniżej.',
      nextStep: 'Poproś o\u00a0dokument okaziciela.',
    },
    validThrough: (day) => `ważna do\u00a0${day}`,
    termThrough: (day) => `termin: ${day}`,
    ageHidden: 'wiek ukryty',
    nameHidden: 'nazwisko ukryte',
    nameStripped: 'z zapisu usunięto niewidoczne znaki',
    nameInFull: 'pokaż w całości',
    portraitAlt: 'Podpisane zdjęcie z legitymacji',
    portraitMissing: 'bez zdjęcia',
    holdToEnlarge: 'przytrzymaj, aby powiększyć',
    standings: { granted: 'tak', denied: 'nie', undecided: 'nie wiadomo' },
    policies: 'Sprawdzone ulgi',
    seenBefore: (seconds) => `Sprawdzono ${ago(seconds)}`,
    listsOf: (when) => `listy: ${when}`,
    listsNone: 'bez list',
    record: (number) => `zapis\u00a0${number}`,
    today: (time) => `dziś, ${time}`,
    yesterday: (time) => `wczoraj, ${time}`,
    held: 'ZATRZYMANO',
    scanOn: 'SKANUJ DALEJ',
    specimen: 'OKAZ',
    details: 'Szczegóły techniczne',
    allReasons: 'Wszystkie powody',
    schoolId: 'Numer uczelni lub szkoły',
    generation: 'Wydanie list',
    listsAsOf: 'Listy z chwili',
  },
};
