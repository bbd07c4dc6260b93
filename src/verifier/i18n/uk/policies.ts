/**
 * Ukrainian: choosing and making discounts. "Пільга" rests on law, "знижка" on a venue's own terms.
 */
import type { PoliciesTexts } from '../texts/policies.ts';

const plurals = new Intl.PluralRules('uk');

/** "від 21 року", "від 18 років": the genitive. */
const fromAge = (years: number): string =>
  `від ${years} ${plurals.select(years) === 'one' ? 'року' : 'років'}`;

/** Discounts in Ukrainian. */
export const policiesUk: PoliciesTexts = {
  policies: {
    title: 'Які пільги?',
    lead: 'Щонайбільше три одночасно. Вибір діє відразу.',
    fixed: 'Вибір установив оператор цього пристрою.',
    empty: 'Пільги надходять разом зі списками. Спершу завантаж списки.',
    getLists: 'Завантажити списки',
    chosen: 'Вибрані',
    orderNote: 'Якщо кілька пільг дають однаковий результат, головна перша.',
    putFirst: 'На початок',
    groups: { reviewed: 'Пільги зі списків', own: 'Власні знижки', unreviewed: 'Для перевірки' },
    unreviewed: 'для перевірки',
    unreviewedNote: 'Перш ніж вибрати, звір із чинними правилами.',
    ownNone: 'Власних знижок тут іще немає.',
    ownBasis: 'Правила цього закладу',
    add: 'Додати власну знижку',
    edit: 'Змінити',
    adapt: 'Під свої правила',
    refusals: {
      'too-many': 'Щонайбільше три пільги одночасно. Спершу зніми позначку з однієї.',
      'last-one': 'Одна пільга має залишитися. Спершу познач іншу.',
    },
  },
  ownPolicy: {
    newTitle: 'Нова власна знижка',
    editTitle: 'Власна знижка',
    name: 'Назва',
    nameHint: 'Її видно на екрані сканування.',
    gives: 'Що дає',
    givesHint: 'Наприклад: квиток за 10 злотих.',
    documents: 'Який документ',
    documentChoices: {
      student: 'Картка студента',
      pupil: 'Картка учня',
      any: 'Будь-яка картка',
    },
    ages: 'Вік',
    minimumAge: 'Від якого віку',
    maximumAge: 'До якого віку',
    ageHint: 'Порожнє поле: без обмеження.',
    isIncluded: (years) => `Чи вік ${years} ще враховується?`,
    included: (years) => `Включно: до дня перед ${years + 1}-м днем народження.`,
    notIncluded: (years) => `Ні: до дня перед ${years}-м днем народження.`,
    portrait: 'Вимагати фото',
    portraitHint: 'Без фото в коді знижки немає, доки не порівняєш із документом.',
    forWhom: 'Для кого',
    fromAge,
    untilBirthday: (years) => `до дня перед ${years}-м днем народження`,
    anyAge: 'у будь-якому віці',
    exampleThrough: (born, through) =>
      `Приклад: хто має дату народження ${born}, отримує знижку до ${through} включно.`,
    exampleFrom: (born, from) =>
      `Приклад: хто має дату народження ${born}, отримує знижку від ${from}.`,
    exampleBetween: (born, from, through) =>
      `Приклад: хто має дату народження ${born}, отримує знижку від ${from} до ${through} включно.`,
    problems: {
      'name-missing': 'Впиши назву.',
      'name-taken': 'Така назва вже є. Впиши іншу.',
      'gives-missing': 'Впиши, що дає знижка.',
      'minimum-age-unfit': 'Впиши число від 1 до 120 або залиш порожнім.',
      'maximum-age-unfit': 'Впиши число від 1 до 120 або залиш порожнім.',
      'ages-crossed': 'Ніхто не вкладається в ці межі віку.',
    },
    save: 'Зберегти знижку',
    remove: 'Видалити знижку',
    removeAsk: 'Видалити цю знижку з пристрою?',
    removeYes: 'Видалити',
    removeNo: 'Залишити',
    back: 'Назад до пільг',
  },
};
