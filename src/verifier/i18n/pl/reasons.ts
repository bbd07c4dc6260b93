/**
 * Polish: what each reason and each entitlement says. One plain sentence and the next step for
 * every code; a technical reason speaks of the code or the device, never of the person. The other
 * Polish texts of the screen are in verdict.ts.
 */
import type { Entitlement, OtherCodeHint, ReasonCode } from '../../../verdict/reasons.ts';
import type { Advice } from '../first-texts.ts';
import type { ReasonText } from '../texts/verdict.ts';

/** Every reason code in Polish. */
export const reasonsPl = {
  valid: {
    line: 'legitymacja ważna',
    sentence: 'Podpisy, terminy i listy się zgadzają.',
    nextStep: 'Porównaj twarz ze zdjęciem.',
  },
  'not-a-card': {
    line: 'to nie jest kod legitymacji',
    sentence: 'Aparat widzi kod innego rodzaju.',
    nextStep: 'Poproś o otwarcie legitymacji i pokazanie jej kodu.',
  },
  damaged: {
    line: 'kod niepełny lub uszkodzony',
    sentence: 'Kod zaczyna się jak legitymacja, ale nie daje się odczytać w całości.',
    nextStep: 'Poproś o odświeżenie kodu i zeskanuj jeszcze raz.',
  },
  'no-decode': {
    line: 'widać kod, nie da się go odczytać',
    sentence: 'Sam wygląd kodu niczego nie potwierdza. Jeśli to nie pomoże, poproś o plastik.',
    nextStep: 'Przybliż, rozjaśnij ekran, przechyl telefon.',
  },
  'newer-format': {
    line: 'nowszy rodzaj kodu',
    sentence: 'Ta wersja aplikacji nie zna jeszcze tego zapisu. Kod może być w porządku.',
    nextStep: 'Odśwież tę aplikację.',
  },
  'lists-missing': {
    line: 'to urządzenie nie ma list',
    sentence: 'Bez list nie da się nic sprawdzić. To sprawa urządzenia, nie okaziciela.',
    nextStep: 'Połącz się z internetem i pobierz listy.',
  },
  'lists-expired': {
    line: 'listy na urządzeniu wygasły',
    sentence: 'Stare listy już nie rozstrzygają. To sprawa urządzenia, nie okaziciela.',
    nextStep: 'Włącz internet. Pobierz listy.',
  },
  'clock-untrusted': {
    line: 'zegar urządzenia się spóźnia',
    sentence: 'Zegar wskazuje czas, który już minął, więc terminów nie można ocenić.',
    nextStep: 'Ustaw w tym urządzeniu datę i godzinę automatycznie.',
  },
  'app-outdated': {
    line: 'ta aplikacja jest za stara',
    sentence: 'Od pewnego dnia rozstrzygają tylko nowsze wersje.',
    nextStep: 'Połącz się z internetem i odśwież aplikację.',
  },
  malformed: {
    line: 'zapis niezgodny z zasadami',
    sentence: 'Kod jest czytelny, ale jego zapis nie spełnia wymagań.',
    nextStep: 'Poproś o odświeżenie legitymacji albo plastik.',
  },
  'wrong-type': {
    line: 'inny rodzaj dokumentu',
    sentence: 'Kod zawiera dokument innego rodzaju niż legitymacja.',
    nextStep: 'Poproś o legitymację studencką lub szkolną.',
  },
  'unknown-issuer': {
    line: 'nieznany wystawca',
    sentence: 'Wystawcy nie ma na listach urządzenia, więc podpisu nie można sprawdzić.',
    nextStep: 'Pobierz listy. Jeśli to nie pomoże, poproś o plastik.',
  },
  'unknown-key': {
    line: 'nieznany klucz wystawcy',
    sentence: 'Na listach urządzenia nie ma klucza, którym podpisano legitymację.',
    nextStep: 'Pobierz listy. Jeśli to nie pomoże, poproś o plastik.',
  },
  'issuer-not-allowed': {
    line: 'wystawca bez uprawnienia',
    sentence: 'Ten wystawca nie może wydawać takich legitymacji dla tej uczelni lub szkoły.',
    nextStep: 'Poproś o plastik albo inny dokument.',
  },
  'key-withdrawn': {
    line: 'klucz wystawcy wycofany',
    sentence: 'Wycofano klucz, którym podpisano tę legitymację.',
    nextStep: 'Poproś o odświeżenie legitymacji albo plastik.',
  },
  'bad-signature': {
    line: 'podpis wystawcy się nie zgadza',
    sentence: 'Podpis wystawcy nie pasuje do treści kodu.',
    nextStep: 'Poproś o plastik albo inny dokument.',
  },
  'bad-holder-signature': {
    line: 'podpis telefonu się nie zgadza',
    sentence: 'Kodu nie podpisał telefon, dla którego wydano legitymację.',
    nextStep: 'Poproś o legitymację z telefonu, na którym ją wydano.',
  },
  'not-holder-bound': {
    line: 'kod bez podpisu telefonu',
    sentence: 'Bez podpisu telefonu nie wiadomo, czy kod jest świeży.',
    nextStep: 'Poproś o otwarcie legitymacji w aplikacji.',
  },
  'stale-code': {
    line: 'kod nieaktualny',
    sentence: 'Kod w legitymacji zmienia się co 15 sekund. Ten jest starszy.',
    nextStep: 'Poproś o otwarcie legitymacji.',
  },
  'code-from-future': {
    line: 'zegary się różnią',
    sentence: 'Kod ma czas późniejszy niż zegar tego urządzenia.',
    nextStep: 'Ustaw datę i godzinę automatycznie na obu urządzeniach.',
  },
  'code-reused': {
    line: 'ten kod już tu był',
    sentence: 'Ten sam kod pokazano już na tym urządzeniu. Nowy pojawia się co 15 sekund.',
    nextStep: 'Poczekaj na następny kod i zeskanuj go.',
  },
  'not-yet-valid': {
    line: 'jeszcze nie obowiązuje',
    sentence: 'Ważność tej legitymacji zaczyna się później.',
    nextStep: 'Poproś o dokument ważny dzisiaj.',
  },
  expired: {
    line: 'termin ważności minął',
    sentence: 'Po przedłużeniu na uczelni legitymację trzeba odświeżyć w telefonie.',
    nextStep: 'Poproś o odświeżenie legitymacji w aplikacji.',
  },
  'key-not-in-force': {
    line: 'klucz wystawcy nie obowiązywał',
    sentence: 'W chwili wydania legitymacji klucz wystawcy nie obowiązywał.',
    nextStep: 'Poproś o odświeżenie legitymacji albo plastik.',
  },
  revoked: {
    line: 'ta kopia jest unieważniona',
    sentence: 'Zwykle dzieje się tak po zmianie lub utracie telefonu.',
    nextStep: 'Poproś o nową kopię lub plastik.',
  },
  suspended: {
    line: 'ważność zawieszona',
    sentence: 'Wystawca wstrzymał tę legitymację na pewien czas i może ją przywrócić.',
    nextStep: 'Poproś o inny dokument.',
  },
  'status-unknown': {
    line: 'nie wiadomo, czy jest ważna',
    sentence: 'Na urządzeniu nie ma aktualnego wpisu o stanie tej legitymacji.',
    nextStep: 'Pobierz listy i zeskanuj jeszcze raz.',
  },
} as const satisfies Record<ReasonCode, ReasonText>;

/** Every entitlement in Polish. */
export const entitlementsPl = {
  granted: {
    sentence: 'Ulga przysługuje.',
    nextStep: 'Porównaj twarz ze zdjęciem.',
  },
  'denied:over-age': {
    sentence: 'Wiek ponad granicę tej ulgi.',
    nextStep: 'Sprawdź, czy należy się inna ulga.',
  },
  'denied:under-age': {
    sentence: 'Wiek poniżej granicy tej ulgi.',
    nextStep: 'Sprawdź, czy należy się inna ulga.',
  },
  'denied:wrong-document': {
    sentence: 'Ulga nie obejmuje tego rodzaju legitymacji.',
    nextStep: 'Sprawdź, czy należy się inna ulga.',
  },
  'unknown:age-not-disclosed': {
    sentence: 'Data urodzenia jest ukryta.',
    nextStep: 'Poproś o pokazanie daty urodzenia.',
  },
  'unknown:portrait-not-disclosed': {
    sentence: 'W kodzie nie ma zdjęcia.',
    nextStep: 'Porównaj z dokumentem tożsamości.',
  },
} as const satisfies Record<Entitlement, Advice>;

/** What another kind of code is, in Polish. */
export const hintsPl = {
  'eu-dcc': 'To kod unijnego certyfikatu COVID.',
  'smart-health-card': 'To kod karty zdrowia SMART.',
  'rail-barcode': 'To kod biletu kolejowego.',
  'european-student-card':
    'To kod Europejskiej Legitymacji Studenckiej, którego tu nie można sprawdzić.',
  mobywatel: 'To kod z mObywatela, którego bez internetu nie można sprawdzić.',
  url: 'To adres strony internetowej.',
} as const satisfies Record<OtherCodeHint, string>;
