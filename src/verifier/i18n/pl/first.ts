/**
 * Polish, the app's first language: what it says as soon as it opens. What it says of lists is in
 * lists.ts; the other screens have files of their own beside this one. Always "legitymacja", never
 * "karta": in Polish cities that is the transit card.
 */
import type { FirstTexts } from '../first-texts.ts';
import { makeFormats } from '../formats.ts';
import { listsPl, syncFailuresPl } from './lists.ts';

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

/** What Polish says first. */
export const firstPl: FirstTexts = {
  language: 'pl',
  formats: makeFormats('pl'),
  appTitle: 'Sprawdzanie legitymacji',
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
  inputFailures: {
    'picture-without-code': {
      sentence: 'Na\u00a0tym zdjęciu nie udało się odczytać kodu.',
      nextStep: 'Zrób zdjęcie całego kodu, z\u00a0bliska i\u00a0bez odblasków.',
    },
    'picture-unreadable': {
      sentence: 'Tego pliku nie da się otworzyć jako zdjęcia.',
      nextStep: 'Wybierz zdjęcie JPEG lub\u00a0PNG.',
    },
    'decoder-failed': {
      sentence: 'Odczyt kodów nie chce się uruchomić.',
      nextStep: 'Zamknij inne strony i\u00a0otwórz aplikację ponownie.',
    },
    'file-unknown': {
      sentence: 'To nie jest ani zdjęcie, ani plik z\u00a0listami.',
      nextStep: 'Upuść zdjęcie kodu albo plik listy-….zip.',
    },
    'share-lost': {
      sentence: 'To, co udostępniono, nie dotarło.',
      nextStep: 'Udostępnij jeszcze raz.',
    },
    'check-failed': {
      sentence: 'Urządzenie nie dokończyło sprawdzania. Nie ma wyniku.',
      nextStep: 'Zamknij aplikację i\u00a0otwórz ją ponownie.',
    },
  },
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
    byEye: 'Wzrokowo',
    menu: 'Menu',
    staff: 'Obsługa',
    retryCamera: 'Spróbuj ponownie',
    cameraCode: (code) => code,
    updateReady: 'Nowa wersja gotowa',
    update: 'Odśwież',
    changePolicy: 'Zmień',
    policyBar: 'Szybki wybór ulgi',
    together: 'Razem',
    newShift: 'Nowa zmiana',
    confirmShift: 'Potwierdź',
    appEnds: (day) => `Od ${day} ta wersja nie będzie rozstrzygać. Odśwież.`,
    appEnded: 'Ta wersja już nie rozstrzyga. Odśwież.',
  },
  lists: listsPl,
  notices: {
    reading: 'Szukam kodu na\u00a0zdjęciu…',
    awaitingLists: 'Czekam na\u00a0listy. Potem sprawdzę ten kod.',
    dismiss: 'Zamknij',
  },
  unsupported: {
    title: 'Ta przeglądarka nie wystarczy',
    lead: 'Aby sprawdzać legitymacje bez internetu, potrzeba jeszcze:',
    remedy: 'Możesz też otworzyć stronę w aktualnej przeglądarce Chrome, Edge, Firefox lub Safari.',
  },
};
