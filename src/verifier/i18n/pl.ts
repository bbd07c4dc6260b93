/**
 * Polish, the app's first language. What reasons and entitlements say is in pl-verdict.ts; the
 * screens around them are here. Always "legitymacja", never "karta": in Polish cities that is the
 * transit card.
 */
import { makeFormats } from './formats.ts';
import { entitlementsPl, hintsPl, reasonsPl } from './pl-verdict.ts';
import type { Texts } from './texts.ts';

const plural = new Intl.PluralRules('pl');
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

const kilobytes = (bytes: number): string => pl.formats.count(Math.ceil(bytes / 1000));

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
  syncFailures: {
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
  },
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
    retryCamera: 'Spróbuj ponownie',
    cameraCode: (code) => code,
    updateReady: 'Nowa wersja gotowa',
    update: 'Odśwież',
  },
  lists: {
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
        ? `Plik\u00a0${Math.min(filesDone + 1, filesTotal)} z\u00a0${filesTotal} · ${kilobytes(bytesDone)}\u00a0z\u00a0${kilobytes(bytesTotal)}\u00a0kB`
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
  },
  policies: {
    title: 'Jaką ulgę sprawdzasz?',
    lead: 'Według niej aplikacja rozstrzyga każdą kontrolę.',
    empty: 'Ulgi przychodzą razem z listami. Najpierw pobierz listy.',
    unreviewed: 'do sprawdzenia',
  },
  unsupported: {
    title: 'Ta przeglądarka nie wystarczy',
    lead: 'Aby sprawdzać legitymacje bez internetu, potrzeba jeszcze:',
    remedy: 'Możesz też otworzyć stronę w aktualnej przeglądarce Chrome, Edge, Firefox lub Safari.',
  },
  back: 'Wróć do skanowania',
};
