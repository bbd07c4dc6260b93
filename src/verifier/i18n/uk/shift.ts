/**
 * Ukrainian: the shift, its records, and what the passenger is shown.
 */
import type { ShiftTexts } from '../texts/shift.ts';

const plural = new Intl.PluralRules('uk');
const checks = {
  one: 'перевірка',
  few: 'перевірки',
  many: 'перевірок',
  other: 'перевірки',
} as const;
const count = new Intl.NumberFormat('uk');

/** The texts of the shift in Ukrainian. */
export const shiftUk: ShiftTexts = {
  shift: {
    title: 'Робоча зміна',
    none: 'Зміна не триває. Перевірки рахуються від її початку.',
    since: (moment) => `Триває від: ${moment}`,
    until: (from, until) => `Завершено. Від: ${from}. До: ${until}.`,
    begin: 'Почати зміну',
    under: (names) => `Наступна зміна перевіряє: ${names}.`,
    beginNext: 'Почати нову зміну',
    end: 'Завершити зміну',
    resume: 'Продовжити цю зміну',
    checks: (number) =>
      `${count.format(number)} ${checks[plural.select(number) as keyof typeof checks]}`,
    outcomes: {
      granted: 'Пільга або знижка',
      denied: 'Без пільги',
      rejected: 'Недійсна',
      undecided: 'Немає певності',
      unreadable: 'Не зчитано',
      'other-person': 'Інша особа',
    },
    byHour: 'Перевірки за годинами',
    day: 'День',
    hour: 'Година',
    sum: 'Разом',
    saveTable: 'Зберегти таблицю (CSV)',
    fileName: (day) => `zmina-${day}.csv`,
    records: 'Записи перевірок',
    recordsNote: 'На випадок суперечки. Кожен зникає через 10 хвилин після перевірки.',
    noRecords: 'Зараз немає жодного.',
  },
  record: {
    title: 'Запис перевірки',
    note: 'Впиши номер у вимогу про доплату. У записі немає нічого про власника картки.',
    number: 'Номер запису',
    checkedAt: 'Перевірено',
    outcome: 'Результат',
    reason: 'Причина',
    entitlement: 'Право на пільгу',
    policies: 'Перевірені пільги',
    version: (version) => `версія\u00a0${version}`,
    generation: 'Випуск списків',
    listsAsOf: 'Списки станом на',
    build: 'Застосунок зібрано',
    none: 'немає',
    keptUntil: (time) => `Зникне з\u00a0пристрою о\u00a0${time}.`,
    gone: 'Цього запису вже немає. Записи зникають через 10 хвилин після перевірки.',
    picture: 'Цей запис як код QR',
    copy: 'Скопіювати запис',
    copied: 'Скопійовано.',
    all: 'Усі записи',
  },
  passenger: {
    title: 'Результат перевірки',
    number: (number) => `Запис ${number}`,
    back: 'НАЗАД ДО ПЕРЕВІРКИ',
    deeds: {
      nothing: 'Усе гаразд.',
      'other-discount': 'Запитайте, будь ласка, чи є інша пільга.',
      'show-age': 'Покажіть, будь ласка, дату народження в\u00a0картці.',
      'show-identity': 'Покажіть, будь ласка, документ із фотографією.',
      'own-card': 'Покажіть, будь ласка, власну картку.',
      'live-code': 'Відкрийте, будь ласка, картку в\u00a0застосунку і\u00a0покажіть її код.',
      brighter: 'Зробіть, будь ласка, екран яскравішим і\u00a0покажіть код ще раз.',
      'our-device':
        'Пристрій перевірки не може цього вирішити. Якщо маєте пластикову картку, покажіть її.',
      'own-clock': 'Увімкніть, будь ласка, автоматичну дату й\u00a0час у\u00a0телефоні.',
      refresh: 'Оновіть, будь ласка, картку в\u00a0застосунку або покажіть пластикову.',
      'new-copy': 'Завантажте, будь ласка, нову копію картки або покажіть пластикову.',
      'other-document': 'Покажіть, будь ласка, пластикову картку або інший документ.',
    },
  },
};
