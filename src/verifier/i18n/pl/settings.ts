/**
 * Polish: settings, PIN, the operator's settings, and beginning anew.
 */
import type { SettingsTexts } from '../texts/settings.ts';

const seconds = new Intl.NumberFormat('pl', {
  style: 'unit',
  unit: 'second',
  unitDisplay: 'long',
});

/** The texts of settings in Polish. */
export const settingsPl: SettingsTexts = {
  settings: {
    title: 'Ustawienia',
    fixed: (withPin) =>
      withPin
        ? 'Ustalone przez operatora. Zmiana tylko po\u00a0podaniu PIN\u2011u.'
        : 'Ustalone przez operatora.',
    signals: 'Dźwięk i\u00a0drgania',
    sound: 'Dźwięk wyniku',
    soundAuto: 'tablet tak, telefon nie',
    soundOn: 'włączony',
    soundOff: 'wyłączony',
    vibration: 'Drgania przy wyniku',
    returnAfter: 'Przyznana ulga znika z\u00a0ekranu po',
    seconds: (count) => seconds.format(count),
    policies: 'Ulgi',
    policiesNote: 'Wybierz do trzech naraz albo dodaj własną.',
    openPolicies: 'Pokaż ulgi',
    kiosk: 'Tryb kiosku',
    kioskOn: 'Urządzenie stoi przodem do gości',
    kioskNote:
      'Pełny ekran, przedni aparat, większe litery. Gość widzi tylko słowo i\u00a0znak, a\u00a0wynik znika sam. Do ustawień wraca się przyciskiem „Obsługa”.',
    kioskWithoutPin: 'Bez PIN\u2011u może go użyć każdy.',
  },
  pin: {
    title: 'PIN przełożonego',
    note: 'Chroni ustawienia przed zmianą w\u00a0biegu. To nie sejf: kto ma urządzenie w\u00a0ręku, może wyczyścić jego pamięć. Skanowanie nigdy nie pyta o\u00a0PIN.',
    set: 'Ustaw PIN',
    change: 'Zmień PIN',
    remove: 'Usuń PIN',
    lock: 'Zamknij ustawienia',
    notNow: 'Operator zablokował zmiany na urządzeniu bez PIN\u2011u. Teraz nie można go ustawić.',
    field: 'Nowy PIN',
    repeat: 'Nowy PIN jeszcze raz',
    digits: 'PIN ma od 4 do 12 cyfr.',
    save: 'Zapisz PIN',
    saving: 'Zapisuję…',
    cancel: 'Anuluj',
    unlike: 'Te dwa wpisy się różnią.',
    recovery: 'Kod odzyskiwania',
    recoveryNote:
      'Zastąpi PIN, gdy go zapomnisz. Przepisz go teraz i\u00a0schowaj poza urządzeniem: nie da się go pokazać drugi raz.',
    recoveryKept: 'Kod zapisany',
  },
  gate: {
    title: 'Podaj PIN',
    lead: 'Ta część należy do przełożonego.',
    field: 'Kod PIN',
    open: 'Otwórz',
    opening: 'Sprawdzam…',
    failures: {
      'pin-unfit': 'PIN ma od 4 do 12 cyfr.',
      'pin-wrong': 'To nie ten PIN.',
      'pin-waits': 'Za dużo prób. Trzeba poczekać.',
      'recovery-wrong': 'To nie ten kod. Ma 16 znaków.',
      locked: 'Najpierw podaj obecny PIN.',
    },
    waits: (when) => `Następna próba ${when}.`,
    forgotten: 'Nie pamiętam PIN\u2011u',
    recovery: 'Kod zapisany przy ustawianiu PIN\u2011u',
    openByRecovery: 'Otwórz kodem',
    bothLost:
      'Nie ma też kodu? Usuń dane tej strony w\u00a0ustawieniach przeglądarki. Aplikacja zacznie od nowa i\u00a0listy trzeba będzie pobrać jeszcze raz.',
    staffTitle: 'Czy jesteś z\u00a0obsługi?',
    staffLead: 'Dalej są listy i\u00a0ustawienia tego urządzenia.',
    staff: 'Tak, jestem z\u00a0obsługi',
  },
  enrolment: {
    title: 'Ustawienia od\u00a0operatora',
    lead: 'Operator chce ustawić na tym urządzeniu:',
    reading: 'Sprawdzam podpis…',
    language: 'Język',
    policies: 'Ulgi do sprawdzania',
    unknownPolicy: (id) => `${id} (nie ma na listach)`,
    ownPolicies: 'Własne ulgi, w\u00a0miejsce obecnych',
    noOwnPolicies: 'żadne',
    returnAfter: 'Wynik znika po',
    kiosk: 'Kiosk',
    on: 'włączony',
    off: 'wyłączony',
    changes: 'Zmiany na urządzeniu',
    changesFixed: 'zablokowane',
    changesFree: 'dozwolone',
    signedBy: 'Podpisano kluczem',
    until: 'Można zastosować do',
    apply: 'Zastosuj',
    refused: 'Tych ustawień nie można użyć',
    failures: {
      'enrolment-malformed': {
        sentence: 'Link lub kod jest niekompletny.',
        nextStep: 'Poproś operatora o\u00a0nowy.',
      },
      'enrolment-wrong-type': {
        sentence: 'To inny dokument operatora, nie ustawienia urządzenia.',
        nextStep: 'Poproś operatora o\u00a0link z\u00a0ustawieniami.',
      },
      'enrolment-bad-signature': {
        sentence: 'To nie pochodzi od Twojego operatora.',
        nextStep:
          'Nic się nie zmieniło. Jeśli operator mówi inaczej, pobierz listy i\u00a0spróbuj jeszcze raz.',
      },
      'enrolment-other-operator': {
        sentence: 'Ten link miał zmienić operatora. Tego żaden link nie może.',
        nextStep: 'Nic się nie zmieniło. Powiadom operatora.',
      },
      'enrolment-unknown-member': {
        sentence: 'Te ustawienia są dla nowszej wersji aplikacji.',
        nextStep: 'Odśwież aplikację i\u00a0otwórz link jeszcze raz.',
      },
      'enrolment-too-early': {
        sentence: 'Według zegara urządzenia ten link powstanie dopiero później.',
        nextStep: 'Włącz czas automatyczny i\u00a0spróbuj jeszcze raz.',
      },
      'enrolment-expired': {
        sentence: 'Termin tego linku minął.',
        nextStep: 'Poproś operatora o\u00a0nowy.',
      },
      'enrolment-superseded': {
        sentence: 'Na urządzeniu są już nowsze ustawienia od operatora.',
        nextStep: 'Nic się nie zmieniło. Użyj najnowszego linku.',
      },
      'enrolment-unchecked': {
        sentence: 'Nie udało się sprawdzić podpisu.',
        nextStep: 'Zamknij aplikację, otwórz ją i\u00a0spróbuj jeszcze raz.',
      },
    },
    way: 'Ustawienia od\u00a0operatora',
    wayKiosk: 'W\u00a0kiosku aparat pomija kody operatora. Otwórz jego link albo wklej go tutaj.',
    wayNote: 'Otwórz link od operatora, zeskanuj jego kod albo wklej link tutaj.',
    link: 'Link z\u00a0ustawieniami',
    check: 'Sprawdź link',
  },
  reset: {
    title: 'Od nowa',
    note: 'Usuwa z\u00a0urządzenia ustawienia, PIN, zmianę z\u00a0zapisami i\u00a0listy.',
    ask: 'Wyczyść aplikację',
    sure: 'Wyczyścić aplikację?',
    sureNote:
      'Bez list nie sprawdzisz żadnej legitymacji. Do ich pobrania potrzebny jest internet.',
    once: 'Tak, wyczyść',
    last: 'Na pewno?',
    lastNote: 'Tego nie da się cofnąć.',
    confirm: 'Wyczyść teraz',
    cancel: 'Zostaw, jak jest',
  },
};
