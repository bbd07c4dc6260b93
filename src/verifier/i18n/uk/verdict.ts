/**
 * Ukrainian: the words of the verdict screen. The card is "картка", so verdicts are feminine. What the
 * law grants is a "пільга", what a venue grants a "знижка". What each reason says is in reasons.ts.
 */
import { makeFormats } from '../formats.ts';
import { makeShortAgo } from '../short-ago.ts';
import type { VerdictTexts } from '../texts/verdict.ts';
import { entitlementsUk, hintsUk, reasonsUk } from './reasons.ts';

const formats = makeFormats('uk');
const ago = makeShortAgo('uk');

/** Verdicts in Ukrainian. */
export const verdictUk: VerdictTexts = {
  headlines: {
    'granted-statutory': 'ПІЛЬГА',
    'granted-venue': 'ЗНИЖКА',
    'granted-validity': 'ДІЙСНА',
    'denied-statutory': 'БЕЗ ПІЛЬГИ',
    'denied-venue': 'БЕЗ ЗНИЖКИ',
    'denied-validity': 'ІНШИЙ ДОКУМЕНТ',
    'other-person': 'ІНША ОСОБА',
    'age-hidden': 'ВІК СХОВАНО',
    'no-portrait': 'БЕЗ ФОТО',
    'no-policy': 'ВИБЕРИ ПІЛЬГУ',
    rejected: 'НЕДІЙСНА',
    undecided: 'НЕМАЄ ПЕВНОСТІ',
    unreadable: 'НЕ ЗЧИТАНО',
  },
  reasons: reasonsUk,
  entitlements: entitlementsUk,
  hints: hintsUk,
  deeds: {
    compared: 'ПОРІВНЯНО З ДОКУМЕНТОМ',
    'other-person': 'ЦЕ ІНША ОСОБА',
    'same-person': 'УСЕ Ж ЦЯ ОСОБА',
    hold: 'ЗАТРИМАТИ',
    'show-passenger': 'ПОКАЗАТИ ПАСАЖИРУ',
    'by-eye': 'ОГЛЯД',
  },
  verdict: {
    grantedThrough: (gives, day) => `${gives} до\u00a0${day} включно`,
    granted: (gives) => gives,
    validityLine: 'перевірено лише дійсність',
    validityThrough: (day) => `Дійсна до\u00a0${day} включно`,
    overAge: ({ years, inclusive }) =>
      inclusive ? `Вік понад ${years}` : `Уже виповнилося ${formats.years(years)}`,
    underAge: (years) => `Ще не виповнилося ${formats.years(years)}`,
    staleCode: (when) => `Код картки змінюється що 15\u00a0секунд. Цей створено ${when}.`,
    codeFromFuture: (ahead) => `За годинником цього пристрою код буде створено ${ahead}.`,
    expiredOn: (day) => ({
      sentence: `Картка була дійсна до\u00a0${day}.`,
      nextStep: 'Попроси документ, дійсний сьогодні.',
    }),
    noPolicy: {
      sentence: 'Пільгу не вибрано, тож нема чого вирішувати.',
      nextStep: 'Вибери пільгу на екрані сканування.',
    },
    portraitNotShown: {
      sentence: 'Цей браузер не вміє показати підписане фото.',
      nextStep: 'Порівняй із посвідченням особи.',
    },
    compared: 'Порівняно з\u00a0документом.',
    otherPerson: {
      line: 'картка дійсна, пред’явник — ні',
      sentence: 'Помилку можна скасувати кнопкою нижче.',
      nextStep: 'Попроси документ пред’явника.',
    },
    validThrough: (day) => `дійсна до\u00a0${day}`,
    termThrough: (day) => `термін: ${day}`,
    ageHidden: 'вік сховано',
    nameHidden: 'прізвище сховано',
    nameStripped: 'із запису вилучено невидимі знаки',
    nameInFull: 'показати повністю',
    portraitAlt: 'Підписане фото з картки',
    portraitMissing: 'без фото',
    holdToEnlarge: 'утримуй, щоб збільшити',
    standings: { granted: 'так', denied: 'ні', undecided: 'невідомо' },
    policies: 'Перевірені пільги',
    seenBefore: (seconds) => `Перевірено ${ago(seconds)}`,
    listsOf: (when) => `списки: ${when}`,
    listsNone: 'без списків',
    record: (number) => `запис\u00a0${number}`,
    today: (time) => `сьогодні, ${time}`,
    yesterday: (time) => `учора, ${time}`,
    held: 'ЗАТРИМАНО',
    scanOn: 'СКАНУВАТИ ДАЛІ',
    specimen: 'ЗРАЗОК',
    details: 'Технічні подробиці',
    allReasons: 'Усі причини',
    schoolId: 'Номер університету або школи',
    generation: 'Випуск списків',
    listsAsOf: 'Списки станом на',
  },
};
