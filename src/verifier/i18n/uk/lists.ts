/**
 * Ukrainian: what is said of lists as soon as the app opens, and why lists could not be had.
 */
import type { FirstTexts } from '../first-texts.ts';
import { makeFormats } from '../formats.ts';

const plural = new Intl.PluralRules('uk');
const formats = makeFormats('uk');

/** Why lists could not be had, in Ukrainian. */
export const syncFailuresUk: FirstTexts['syncFailures'] = {
  'feed-unreachable': {
    sentence: 'Сервер списків не відповідає.',
    nextStep: 'Увімкни інтернет і\u00a0завантаж ще раз.',
  },
  'feed-truncated': {
    sentence: 'Завантаження обірвалося.',
    nextStep: 'Завантаж ще раз там, де кращий зв’язок.',
  },
  'feed-wrong-type': {
    sentence: 'Це не списки. Можливо, це сторінка входу до\u00a0Wi-Fi.',
    nextStep: 'Увійди в мережу або вибери іншу й завантаж ще раз.',
  },
  'feed-bad-signature': {
    sentence: 'Підпис цих списків не збігається, тому їх не прийнято.',
    nextStep: 'Зміни мережу й завантаж ще раз. Якщо повторюється, повідом оператора.',
  },
  'feed-rolled-back': {
    sentence: 'Ці списки старіші за наявні, тому їх не прийнято.',
    nextStep: 'Завантаж пізніше. Якщо повторюється, повідом оператора.',
  },
  'feed-expired': {
    sentence: 'Строк цих списків уже минув, тому їх не прийнято.',
    nextStep: 'Перевір дату на пристрої. Якщо вона правильна, повідом оператора.',
  },
  'feed-malformed': {
    sentence: 'Ці списки неможливо прочитати.',
    nextStep: 'Онови застосунок. Якщо повторюється, повідом оператора.',
  },
  'feed-too-large': {
    sentence: 'Ці списки більші, ніж допускає застосунок.',
    nextStep: 'Онови застосунок. Якщо повторюється, повідом оператора.',
  },
  'storage-failed': {
    sentence: 'Не вдалося зберегти списки на пристрої.',
    nextStep: 'Закрий застосунок, відкрий його знову та завантаж ще раз.',
  },
  'storage-full': {
    sentence: 'На пристрої бракує місця для списків.',
    nextStep: 'Звільни місце й завантаж ще раз.',
  },
  'storage-blocked': {
    sentence: 'Пам’ять списків зайнята старішою версією застосунку.',
    nextStep: 'Закрий інші вікна із цим застосунком і завантаж ще раз.',
  },
  'sync-crashed': {
    sentence: 'Застосунок перервав роботу зі списками.',
    nextStep: 'Завантаж ще раз. Якщо повторюється, відкрий застосунок знову.',
  },
};

/** Lists in Ukrainian. */
export const listsUk: FirstTexts['lists'] = {
  titles: {
    opening: 'Відкриваю списки…',
    fresh: 'Списки актуальні',
    ageing: 'Списки старіють',
    expired: 'Строк списків минув',
    missing: 'Списків немає',
  },
  daysOld: (days) => {
    const form = plural.select(days);
    const noun = form === 'one' ? 'день' : form === 'few' ? 'дні' : 'днів';
    return `Спискам ${days} ${noun}`;
  },
  leads: {
    opening: 'Перевіряю списки з пам’яті пристрою.',
    fresh: 'Перевіряти можна й без інтернету.',
    ageing: 'Вони ще чинні. Завантаж нові, коли буде інтернет.',
    expired: 'Завантаж нові перед наступною перевіркою.',
    missing: 'Без списків не можна перевірити жодної картки.',
  },
  lost: 'Вони були на цьому пристрої, але тепер непридатні. Завантаж їх знову.',
  asOf: 'Станом на',
  freshUntil: 'Актуальні до',
  decidesUntil: 'Чинні до',
  issuers: 'Видавці',
  generation: 'Номер випуску',
  lastSync: 'Отримано',
  syncIdle: 'ще ні',
  syncRunning: 'зараз',
  syncDone: (when) => when,
  progress: ({ phase, filesDone, filesTotal, bytesDone, bytesTotal }) =>
    phase === 'fetching'
      ? `Файл\u00a0${Math.min(filesDone + 1, filesTotal)} з\u00a0${filesTotal} · ${formats.kilobytes(bytesDone)} з\u00a0${formats.kilobytes(bytesTotal)}`
      : { asking: 'Запитую сервер про нові списки.', checking: 'Перевіряю і\u00a0зберігаю.' }[
          phase
        ],
  waiting: (kept) =>
    kept ? 'Сервер мовчить. Чекаю. Наявні списки працюють далі.' : 'Сервер мовчить. Чекаю.',
  restsUntil: (when) => `Після кількох помилок наступна спроба: ${when}. Можна й раніше.`,
  upToDate: 'без змін',
  readDone: (when) => `з\u00a0файлу: ${when}`,
  askForFile: 'Попроси новий файл listy-….zip і\u00a0відкрий його.',
  syncFailed: (when) => `невдало: ${when}`,
  none: 'немає',
  kept: 'Наявні списки залишаються.',
  offline: 'Пристрій без інтернету. Списки завантажаться після підключення.',
  timeLeft: 'Час, що лишився спискам',
  fetch: 'Завантажити',
  fetchNow: 'Завантажити зараз',
  fetching: 'Завантажую…',
  importFile: 'Відкрити з\u00a0файлу',
  exportFile: 'Зберегти у\u00a0файл',
  persistence: 'Пам’ять списків',
  persistent: 'постійна',
  notPersistent: 'без гарантії',
};
