/**
 * Polish, what is said of lists: the lists screen, and why lists could not be had.
 */
import type { FirstTexts } from '../first-texts.ts';
import { makeFormats } from '../formats.ts';

const plural = new Intl.PluralRules('pl');
const formats = makeFormats('pl');

/** Why lists could not be had, in Polish. */
export const syncFailuresPl: FirstTexts['syncFailures'] = {
  'feed-unreachable': {
    sentence: 'Serwer list nie odpowiada.',
    nextStep: 'Połącz się z\u00a0internetem i\u00a0pobierz jeszcze raz.',
  },
  'feed-truncated': {
    sentence: 'Pobieranie urwało się w połowie.',
    nextStep: 'Pobierz jeszcze raz przy lepszym zasięgu.',
  },
  'feed-wrong-type': {
    sentence: 'To nie są listy. Może to być strona logowania do\u00a0Wi-Fi.',
    nextStep: 'Zaloguj się do sieci albo wybierz inną i pobierz jeszcze raz.',
  },
  'feed-bad-signature': {
    sentence: 'Podpis tych list się nie zgadza, więc ich nie przyjęto.',
    nextStep: 'Zmień sieć i pobierz jeszcze raz. Jeśli to wraca, powiadom operatora.',
  },
  'feed-rolled-back': {
    sentence: 'Te listy są starsze niż już pobrane, więc ich nie przyjęto.',
    nextStep: 'Pobierz później. Jeśli to wraca, powiadom operatora.',
  },
  'feed-expired': {
    sentence: 'Termin tych list już minął, więc ich nie przyjęto.',
    nextStep: 'Sprawdź datę w urządzeniu. Jeśli jest dobra, powiadom operatora.',
  },
  'feed-malformed': {
    sentence: 'Tych list nie da się odczytać.',
    nextStep: 'Odśwież aplikację. Jeśli to wraca, powiadom operatora.',
  },
  'feed-too-large': {
    sentence: 'Te listy są większe, niż dopuszcza aplikacja.',
    nextStep: 'Odśwież aplikację. Jeśli to wraca, powiadom operatora.',
  },
  'storage-failed': {
    sentence: 'Nie udało się zapisać list w urządzeniu.',
    nextStep: 'Zamknij aplikację, otwórz ją ponownie i pobierz jeszcze raz.',
  },
  'storage-full': {
    sentence: 'W pamięci urządzenia brakuje miejsca na listy.',
    nextStep: 'Zwolnij miejsce i pobierz jeszcze raz.',
  },
  'storage-blocked': {
    sentence: 'Pamięci list używa starsza wersja tej aplikacji.',
    nextStep: 'Zamknij pozostałe okna z tą aplikacją i pobierz jeszcze raz.',
  },
  'sync-crashed': {
    sentence: 'Aplikacja przerwała pracę nad listami.',
    nextStep: 'Pobierz jeszcze raz. Jeśli to wraca, otwórz aplikację ponownie.',
  },
};

/** The lists screen in Polish. */
export const listsPl: FirstTexts['lists'] = {
  titles: {
    opening: 'Otwieram listy…',
    fresh: 'Listy aktualne',
    ageing: 'Listy starzeją się',
    expired: 'Listy wygasły',
    missing: 'Brak list',
  },
  daysOld: (days) => `Listy sprzed ${days} ${plural.select(days) === 'one' ? 'dnia' : 'dni'}`,
  leads: {
    opening: 'Listy z pamięci urządzenia są sprawdzane.',
    fresh: 'Można sprawdzać także bez internetu.',
    ageing: 'Jeszcze są ważne. Pobierz nowe, gdy będzie internet.',
    expired: 'Ich termin minął. Pobierz nowe przed następną kontrolą.',
    missing: 'Bez list nie można sprawdzić żadnej legitymacji.',
  },
  lost: 'Były na tym urządzeniu, ale nie da się ich już użyć. Pobierz je ponownie.',
  asOf: 'Stan na',
  freshUntil: 'Aktualne do',
  decidesUntil: 'Ważne do',
  issuers: 'Wystawcy',
  generation: 'Numer wydania',
  lastSync: 'Pobranie',
  syncIdle: 'jeszcze nie było',
  syncRunning: 'trwa',
  syncDone: (when) => when,
  progress: ({ phase, filesDone, filesTotal, bytesDone, bytesTotal }) =>
    phase === 'fetching'
      ? `Plik\u00a0${Math.min(filesDone + 1, filesTotal)} z\u00a0${filesTotal} · ${formats.kilobytes(bytesDone)} z\u00a0${formats.kilobytes(bytesTotal)}`
      : { asking: 'Pytam serwer o\u00a0nowe listy.', checking: 'Sprawdzam i\u00a0zapisuję.' }[
          phase
        ],
  waiting: (kept) =>
    kept ? 'Serwer milczy. Czekam. Obecne listy działają dalej.' : 'Serwer milczy. Czekam.',
  restsUntil: (when) => `Po kilku błędach następna próba: ${when}. Możesz pobrać wcześniej.`,
  upToDate: 'bez zmian',
  readDone: (when) => `z\u00a0pliku: ${when}`,
  askForFile: 'Poproś o\u00a0nowy plik listy-….zip i\u00a0wczytaj go.',
  syncFailed: (when) => `nieudane: ${when}`,
  none: 'brak',
  kept: 'Obecne listy zostają.',
  offline: 'Urządzenie jest bez internetu. Listy pobiorą się po połączeniu.',
  timeLeft: 'Pozostały czas list',
  fetch: 'Pobierz',
  fetchNow: 'Pobierz teraz',
  fetching: 'Pobieram…',
  importFile: 'Wczytaj z\u00a0pliku',
  exportFile: 'Zapisz do\u00a0pliku',
  persistence: 'Pamięć list',
  persistent: 'trwała',
  notPersistent: 'bez gwarancji',
};
