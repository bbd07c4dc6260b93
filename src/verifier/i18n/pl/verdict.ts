/**
 * Polish: the words of the verdict screen. What each reason says is in reasons.ts.
 */
import { makeFormats } from '../formats.ts';
import type { VerdictTexts } from '../texts/verdict.ts';
import { entitlementsPl, hintsPl, reasonsPl } from './reasons.ts';

const formats = makeFormats('pl');

/** Verdicts in Polish. */
export const verdictPl: VerdictTexts = {
  headlines: { rejected: 'NIEWAŻNA', undecided: 'BRAK PEWNOŚCI', unreadable: 'NIE ODCZYTANO' },
  reasons: reasonsPl,
  entitlements: entitlementsPl,
  hints: hintsPl,
  verdict: {
    grantedThrough: (gives, day) => `${gives} do ${day} włącznie`,
    granted: (gives) => gives,
    overAge: ({ years, inclusive }) =>
      inclusive ? `Wiek powyżej ${years} lat` : `Ukończone ${formats.years(years)}`,
    underAge: (years) => `Nieukończone ${formats.years(years)}`,
    staleCode: (ago) => `Kod w legitymacji zmienia się co 15 sekund. Ten powstał ${ago}.`,
    codeFromFuture: (ahead) => `Według zegara tego urządzenia kod powstanie dopiero ${ahead}.`,
    noPolicy: {
      headline: 'WYBIERZ ULGĘ',
      sentence: 'Nie wybrano ulgi, więc nie ma czego rozstrzygać.',
      nextStep: 'Wybierz ulgę na ekranie skanowania.',
    },
    portraitNotShown: {
      headline: 'BRAK ZDJĘCIA',
      sentence: 'Ta przeglądarka nie umie pokazać podpisanego zdjęcia.',
      nextStep: 'Porównaj z dokumentem tożsamości.',
    },
    validThrough: (day) => `ważna do ${day}`,
    termThrough: (day) => `termin: ${day}`,
    ageHidden: 'wiek ukryty',
    nameHidden: 'nazwisko ukryte',
    nameStripped: 'z zapisu usunięto niewidoczne znaki',
    portraitAlt: 'Podpisane zdjęcie z legitymacji',
    portraitMissing: 'bez zdjęcia',
    listsOf: (when) => `listy: ${when}`,
    listsNone: 'bez list',
    today: (time) => `dziś, ${time}`,
    yesterday: (time) => `wczoraj, ${time}`,
    hold: 'ZATRZYMAJ',
    held: 'EKRAN ZATRZYMANY',
    scanOn: 'SKANUJ DALEJ',
    specimen: 'OKAZ',
  },
};
