/**
 * Ukrainian: the rest of the lists screen.
 */
import { makeFormats } from '../formats.ts';
import type { ListsPageTexts } from '../texts/lists-page.ts';

const formats = makeFormats('uk');

/** The lists screen in Ukrainian. */
export const listsPageUk: ListsPageTexts = {
  listsPage: {
    fetchRest: (kilobytes) => `Завантажити зараз (${kilobytes})`,
    entries: 'Картки у\u00a0списках',
    entriesAtMost: (count) => `до\u00a0${formats.count(count)}`,
    revoked: 'Анульовані',
    suspended: 'Призупинені',
    clock: 'Годинник пристрою',
    clockStates: {
      steady: 'точний',
      ahead: 'поспішає',
      behind: 'відстає',
      'set-back': 'переведено назад',
    },
    changes: 'Що змінилося',
    between: (from, to) => `Від випуску ${from} до ${to}`,
    unchanged: 'Без змін',
    issuersAdded: (count) => `Нові видавці: ${formats.count(count)}`,
    issuersRemoved: (count) => `Вилучені видавці: ${formats.count(count)}`,
    issuersChanged: (count) => `Видавці зі\u00a0зміненими даними: ${formats.count(count)}`,
    revokedChange: (difference) => `Анульовані: ${formats.change(difference)}`,
    suspendedChange: (difference) => `Призупинені: ${formats.change(difference)}`,
    policiesAdded: 'Нові пільги',
    policiesRemoved: 'Вилучені пільги',
    policiesChanged: 'Змінені пільги',
    extensionAdded: ({ from, to, newEnd }) =>
      `Картки зі строком від ${from} до ${to} продовжено до ${newEnd}`,
    extensionRemoved: ({ from, to, newEnd }) =>
      `Картки зі строком від ${from} до ${to} більше не продовжено до ${newEnd}`,
    rulesChanged: 'Змінилися правила перевірки',
    andMore: (count) => `і ще ${formats.count(count)}`,
    keepAdvice:
      'Коли бракує місця, браузер може видалити списки. Встановлений застосунок зберігає їх надійніше.',
    installHelp: 'Як встановити',
  },
};
