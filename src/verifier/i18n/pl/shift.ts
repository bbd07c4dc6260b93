/**
 * Polish: the shift, its records, and what the passenger is shown.
 */
import type { ShiftTexts } from '../texts/shift.ts';

const plural = new Intl.PluralRules('pl');
const checks = { one: 'kontrola', few: 'kontrole', many: 'kontroli', other: 'kontroli' } as const;
const count = new Intl.NumberFormat('pl');

/** The texts of the shift in Polish. */
export const shiftPl: ShiftTexts = {
  shift: {
    title: 'Zmiana',
    none: 'Żadna zmiana nie trwa. Kontrole są liczone, odkąd ją zaczniesz.',
    since: (moment) => `Trwa od: ${moment}`,
    until: (from, until) => `Zakończona. Od: ${from}. Do: ${until}.`,
    begin: 'Zacznij zmianę',
    under: (names) => `Następna zmiana sprawdza: ${names}.`,
    beginNext: 'Zacznij nową zmianę',
    end: 'Zakończ zmianę',
    resume: 'Wznów tę zmianę',
    checks: (number) =>
      `${count.format(number)} ${checks[plural.select(number) as keyof typeof checks]}`,
    outcomes: {
      granted: 'Ulga',
      denied: 'Bez ulgi',
      rejected: 'Nieważna',
      undecided: 'Brak pewności',
      unreadable: 'Nie odczytano',
      'other-person': 'Inna osoba',
    },
    byHour: 'Kontrole według godzin',
    day: 'Dzień',
    hour: 'Godzina',
    sum: 'Razem',
    saveTable: 'Zapisz tabelę (CSV)',
    fileName: (day) => `zmiana-${day}.csv`,
    records: 'Zapisy kontroli',
    recordsNote: 'Na wypadek sporu. Każdy znika 10 minut po kontroli.',
    noRecords: 'Teraz nie ma żadnego.',
  },
  record: {
    title: 'Zapis kontroli',
    note: 'Wpisz numer na wezwaniu. W\u00a0zapisie nie ma nic o\u00a0okazicielu.',
    number: 'Numer zapisu',
    checkedAt: 'Kontrola',
    outcome: 'Wynik',
    reason: 'Powód',
    entitlement: 'Uprawnienie',
    policies: 'Sprawdzane ulgi',
    version: (version) => `wersja\u00a0${version}`,
    generation: 'Wydanie list',
    listsAsOf: 'Listy z\u00a0chwili',
    build: 'Aplikacja z\u00a0chwili',
    none: 'brak',
    keptUntil: (time) => `Zniknie z\u00a0urządzenia o\u00a0${time}.`,
    gone: 'Tego zapisu już nie ma. Zapisy znikają 10 minut po kontroli.',
    picture: 'Ten zapis jako kod QR',
    copy: 'Kopiuj zapis',
    copied: 'Skopiowano.',
    all: 'Wszystkie zapisy',
  },
  passenger: {
    title: 'Wynik kontroli',
    number: (number) => `Zapis ${number}`,
    back: 'WRÓĆ DO KONTROLI',
    deeds: {
      nothing: 'Wszystko się zgadza.',
      'other-discount': 'Proszę zapytać, czy należy się inna ulga.',
      'show-age': 'Proszę pokazać w\u00a0legitymacji datę urodzenia.',
      'show-identity': 'Proszę pokazać dokument ze zdjęciem.',
      'own-card': 'Proszę pokazać własną legitymację.',
      'live-code': 'Proszę otworzyć legitymację w\u00a0aplikacji i\u00a0pokazać jej kod.',
      brighter: 'Proszę rozjaśnić ekran i\u00a0pokazać kod jeszcze raz.',
      'our-device':
        'Tego nie rozstrzyga urządzenie kontroli. Jeśli jest plastik, proszę go pokazać.',
      'own-clock': 'Proszę ustawić w\u00a0telefonie datę i\u00a0godzinę automatycznie.',
      refresh: 'Proszę odświeżyć legitymację w\u00a0aplikacji albo pokazać plastik.',
      'new-copy': 'Proszę pobrać nową kopię legitymacji albo pokazać plastik.',
      'other-document': 'Proszę pokazać plastikową legitymację albo inny dokument.',
    },
  },
};
