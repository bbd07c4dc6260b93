/**
 * Polish, the app's first language. What reasons and entitlements say is in pl-verdict.ts, what is
 * said of lists in pl-lists.ts, of pictures and scanners in pl-inputs.ts; the other screens are here.
 * Always "legitymacja", never "karta": in Polish cities that is the transit card.
 */
import { makeFormats } from './formats.ts';
import { inputFailuresPl, inputsPl } from './pl-inputs.ts';
import { listsPl, syncFailuresPl } from './pl-lists.ts';
import { entitlementsPl, hintsPl, reasonsPl } from './pl-verdict.ts';
import type { Texts } from './texts.ts';

const minuteFormat = new Intl.NumberFormat('pl', {
  style: 'unit',
  unit: 'minute',
  unitDisplay: 'long',
});
const dayFormat = new Intl.NumberFormat('pl', { style: 'unit', unit: 'day', unitDisplay: 'long' });
const hourFormat = new Intl.NumberFormat('pl', {
  style: 'unit',
  unit: 'hour',
  unitDisplay: 'long',
});

/** Minutes in words, in the accusative; from two hours on hours, from two days on days. */
function formatMinutes(minutes: number): string {
  if (minutes === 1) return 'minutę';
  const hours = Math.round(minutes / 60);
  const said =
    minutes < 120
      ? minuteFormat.format(minutes)
      : hours < 48
        ? hourFormat.format(hours)
        : dayFormat.format(Math.round(hours / 24));
  return said.replaceAll(' ', '\u00a0');
}

const setClock = 'Włącz czas automatyczny.';

/** All Polish texts. */
export const pl: Texts = {
  language: 'pl',
  formats: makeFormats('pl'),
  headlines: { rejected: 'NIEWAŻNA', undecided: 'BRAK PEWNOŚCI', unreadable: 'NIE ODCZYTANO' },
  reasons: reasonsPl,
  entitlements: entitlementsPl,
  hints: hintsPl,
  cameraFailures: {
    'camera-refused': {
      sentence: 'Aparat jest zablokowany dla tej strony.',
      nextStep: 'Zezwól na użycie aparatu w ustawieniach przeglądarki.',
    },
    'camera-missing': {
      sentence: 'Nie znaleziono aparatu.',
      nextStep: 'Podłącz kamerę albo użyj innego urządzenia.',
    },
    'camera-busy': {
      sentence: 'Aparatu używa inna aplikacja.',
      nextStep: 'Zamknij inne aplikacje z aparatem.',
    },
    'camera-lost': {
      sentence: 'Obraz z aparatu się urwał.',
      nextStep: 'Sprawdź, czy aparat jest podłączony i dozwolony.',
    },
    'camera-failed': {
      sentence: 'Aparat nie chce się uruchomić.',
      nextStep: 'Jeśli to się powtarza, uruchom urządzenie ponownie.',
    },
    'decoder-failed': {
      sentence: 'Odczyt kodów nie chce się uruchomić.',
      nextStep: 'Zamknij inne strony i otwórz aplikację ponownie.',
    },
  },
  inputFailures: inputFailuresPl,
  syncFailures: syncFailuresPl,
  missingCapabilities: {
    'indexed-db': {
      sentence: 'Brak pamięci na listy (IndexedDB).',
      nextStep: 'Wyłącz tryb prywatny.',
    },
    'service-worker': {
      sentence: 'Brak pracy bez internetu (service worker).',
      nextStep: 'Wyłącz tryb prywatny i otwórz stronę przez HTTPS.',
    },
    camera: {
      sentence: 'Brak dostępu do aparatu (getUserMedia).',
      nextStep: 'Otwórz stronę przez HTTPS, w samej przeglądarce, nie wewnątrz innej aplikacji.',
    },
    'web-crypto': {
      sentence: 'Brak sprawdzania podpisów (WebCrypto).',
      nextStep: 'Otwórz stronę przez HTTPS.',
    },
    'web-worker': {
      sentence: 'Brak odczytu kodów w tle (WebAssembly, Web Worker).',
      nextStep: 'Wyłącz tryb blokady albo rozszerzenia, które to wstrzymują.',
    },
  },
  verdict: {
    grantedThrough: (gives, day) => `${gives} do ${day} włącznie`,
    granted: (gives) => gives,
    overAge: ({ years, inclusive }) =>
      inclusive ? `Wiek powyżej ${years} lat` : `Ukończone ${pl.formats.years(years)}`,
    underAge: (years) => `Nieukończone ${pl.formats.years(years)}`,
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
  scan: {
    title: 'Skanowanie legitymacji',
    aim: 'Skieruj aparat na kod legitymacji',
    starting: 'Uruchamiam aparat…',
    startingHint: 'Jeśli przeglądarka zapyta, zezwól na aparat.',
    policy: 'Ulga',
    noPolicy: 'Wybierz ulgę',
    lists: 'Listy',
    listsChip: (state, when) =>
      ({ opening: '…', missing: 'brak', expired: 'wygasły', ageing: when, fresh: when })[state] ??
      'brak',
    listsOffline: 'Listy · offline',
    specimen: 'OKAZ · tylko listy próbne',
    listsMissing: 'Brak list. Włącz internet i\u00a0pobierz je.',
    listsLost: 'Zapisanych list nie da się użyć. Pobierz je ponownie.',
    listsExpired: 'Listy wygasły. Włącz internet i\u00a0pobierz nowe.',
    listsAgeing: (until) => `Listy starzeją się. Ważne do: ${until}.`,
    clock: {
      ahead: (minutes) =>
        `Zegar śpieszy się mniej więcej o\u00a0${formatMinutes(minutes)}. ${setClock}`,
      behind: (minutes) =>
        `Zegar spóźnia się mniej więcej o\u00a0${formatMinutes(minutes)}. ${setClock}`,
      'set-back': (minutes) => `Zegar cofnięto o\u00a0${formatMinutes(minutes)}. ${setClock}`,
    },
    hints: {
      'too-far': 'Bliżej',
      'too-dark': 'Rozjaśnij ekran',
      'too-slanted': 'Przechyl telefon',
      glare: 'Odbija światło. Przechyl telefon',
    },
    torchGlare: 'Wyłącz latarkę',
    torch: 'Latarka',
    switchCamera: 'Przełącz aparat',
    zoom: 'Przybliżenie',
    otherWays: 'Inne sposoby',
    retryCamera: 'Spróbuj ponownie',
    cameraCode: (code) => code,
    updateReady: 'Nowa wersja gotowa',
    update: 'Odśwież',
  },
  lists: listsPl,
  policies: {
    title: 'Jaką ulgę sprawdzasz?',
    lead: 'Według niej aplikacja rozstrzyga każdą kontrolę.',
    empty: 'Ulgi przychodzą razem z listami. Najpierw pobierz listy.',
    unreviewed: 'do sprawdzenia',
  },
  inputs: inputsPl,
  unsupported: {
    title: 'Ta przeglądarka nie wystarczy',
    lead: 'Aby sprawdzać legitymacje bez internetu, potrzeba jeszcze:',
    remedy: 'Możesz też otworzyć stronę w aktualnej przeglądarce Chrome, Edge, Firefox lub Safari.',
  },
  back: 'Wróć do skanowania',
};
