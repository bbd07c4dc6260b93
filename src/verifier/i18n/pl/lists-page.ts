/**
 * Polish: the rest of the lists screen.
 */
import { makeFormats } from '../formats.ts';
import type { ListsPageTexts } from '../texts/lists-page.ts';

const formats = makeFormats('pl');

/** The lists screen in Polish. */
export const listsPagePl: ListsPageTexts = {
  listsPage: {
    fetchRest: (kilobytes) => `Pobierz teraz (${kilobytes})`,
    entries: 'Legitymacje na\u00a0listach',
    entriesAtMost: (count) => `do\u00a0${formats.count(count)}`,
    revoked: 'Unieważnione',
    suspended: 'Zawieszone',
    clock: 'Zegar urządzenia',
    clockStates: {
      steady: 'zgodny',
      ahead: 'śpieszy się',
      behind: 'spóźnia się',
      'set-back': 'cofnięty',
    },
    changes: 'Co się zmieniło',
    between: (from, to) => `Od wydania ${from} do ${to}`,
    unchanged: 'Bez zmian',
    issuersAdded: (count) => `Nowi wystawcy: ${formats.count(count)}`,
    issuersRemoved: (count) => `Usunięci wystawcy: ${formats.count(count)}`,
    issuersChanged: (count) => `Zmienione dane wystawców: ${formats.count(count)}`,
    revokedChange: (difference) => `Unieważnione: ${formats.change(difference)}`,
    suspendedChange: (difference) => `Zawieszone: ${formats.change(difference)}`,
    policiesAdded: 'Nowe ulgi',
    policiesRemoved: 'Usunięte ulgi',
    policiesChanged: 'Zmienione ulgi',
    extensionAdded: ({ from, to, newEnd }) =>
      `Przedłużono do ${newEnd} legitymacje z terminem od ${from} do ${to}`,
    extensionRemoved: ({ from, to, newEnd }) =>
      `Cofnięto przedłużenie do ${newEnd} legitymacji z terminem od ${from} do ${to}`,
    rulesChanged: 'Zmieniły się zasady sprawdzania',
    andMore: (count) => `i jeszcze ${formats.count(count)}`,
    keepAdvice:
      'Gdy zabraknie miejsca, przeglądarka może usunąć listy. Zainstalowana aplikacja trzyma je pewniej.',
    installHelp: 'Jak zainstalować',
  },
};
