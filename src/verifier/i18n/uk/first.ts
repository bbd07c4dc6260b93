/**
 * Ukrainian: what the app says as soon as it opens. What it says of lists is in lists.ts; the other
 * screens have files of their own beside this one. The document is "картка", and so feminine.
 */
import type { FirstTexts } from '../first-texts.ts';
import { makeFormats } from '../formats.ts';
import { listsUk, syncFailuresUk } from './lists.ts';

const plural = new Intl.PluralRules('uk');

/** A count with its noun in the accusative, which `Intl` does not give for ones. */
function count(value: number, one: string, few: string, many: string): string {
  const form = plural.select(value);
  return `${value}\u00a0${form === 'one' ? one : form === 'few' ? few : many}`;
}

/** Minutes in words, in the accusative; from two hours on hours, from two days on days. */
function formatMinutes(minutes: number): string {
  const hours = Math.round(minutes / 60);
  if (minutes < 120) return count(minutes, 'хвилину', 'хвилини', 'хвилин');
  if (hours < 48) return count(hours, 'годину', 'години', 'годин');
  return count(Math.round(hours / 24), 'день', 'дні', 'днів');
}

const setClock = 'Увімкни автоматичний час.';

/** What Ukrainian says first. */
export const firstUk: FirstTexts = {
  language: 'uk',
  formats: makeFormats('uk'),
  appTitle: 'Перевірка студентських карток',
  cameraFailures: {
    'camera-refused': {
      sentence: 'Камеру заблоковано для цієї сторінки.',
      nextStep: 'Дозволь камеру в налаштуваннях браузера.',
    },
    'camera-missing': {
      sentence: 'Камеру не знайдено.',
      nextStep: 'Під’єднай камеру або візьми інший пристрій.',
    },
    'camera-busy': {
      sentence: 'Камеру використовує інший застосунок.',
      nextStep: 'Закрий інші застосунки з камерою.',
    },
    'camera-lost': {
      sentence: 'Зображення з камери зникло.',
      nextStep: 'Перевір, чи камеру під’єднано й дозволено.',
    },
    'camera-failed': {
      sentence: 'Камера не вмикається.',
      nextStep: 'Якщо це повторюється, перезапусти пристрій.',
    },
    'decoder-failed': {
      sentence: 'Зчитування кодів не запускається.',
      nextStep: 'Закрий інші сторінки та відкрий застосунок знову.',
    },
  },
  inputFailures: {
    'picture-without-code': {
      sentence: 'На\u00a0цьому знімку не вдалося зчитати код.',
      nextStep: 'Зніми весь код зблизька, без відблисків.',
    },
    'picture-unreadable': {
      sentence: 'Цей файл не відкривається як знімок.',
      nextStep: 'Вибери знімок JPEG або\u00a0PNG.',
    },
    'decoder-failed': {
      sentence: 'Зчитування кодів не запускається.',
      nextStep: 'Закрий інші сторінки та відкрий застосунок знову.',
    },
    'file-unknown': {
      sentence: 'Це не знімок і не файл зі списками.',
      nextStep: 'Перетягни сюди знімок коду або файл listy-….zip.',
    },
    'share-lost': {
      sentence: 'Те, чим поділилися, не надійшло.',
      nextStep: 'Поділися ще раз.',
    },
    'check-failed': {
      sentence: 'Пристрій не завершив перевірку. Результату немає.',
      nextStep: 'Закрий застосунок і\u00a0відкрий його знову.',
    },
  },
  syncFailures: syncFailuresUk,
  missingCapabilities: {
    'indexed-db': {
      sentence: 'Немає пам’яті для списків (IndexedDB).',
      nextStep: 'Вимкни приватний режим.',
    },
    'service-worker': {
      sentence: 'Немає роботи без інтернету (service worker).',
      nextStep: 'Вимкни приватний режим і відкрий сторінку через HTTPS.',
    },
    camera: {
      sentence: 'Немає доступу до камери (getUserMedia).',
      nextStep: 'Відкрий сторінку через HTTPS у самому браузері, не всередині іншого застосунку.',
    },
    'web-crypto': {
      sentence: 'Немає перевірки підписів (WebCrypto).',
      nextStep: 'Відкрий сторінку через HTTPS.',
    },
    'web-worker': {
      sentence: 'Немає фонового зчитування кодів (WebAssembly, Web Worker).',
      nextStep: 'Вимкни режим блокування або розширення, які цьому заважають.',
    },
  },
  scan: {
    title: 'Сканування картки',
    aim: 'Наведи камеру на код картки',
    starting: 'Вмикаю камеру…',
    startingHint: 'Якщо браузер запитає, дозволь камеру.',
    policy: 'Пільга',
    noPolicy: 'Вибери пільгу',
    lists: 'Списки',
    listsChip: (state, when) =>
      ({ opening: '…', missing: 'немає', expired: 'застаріли', ageing: when, fresh: when })[
        state
      ] ?? 'немає',
    listsOffline: 'Списки · офлайн',
    specimen: 'ЗРАЗОК · лише пробні списки',
    listsMissing: 'Списків немає. Увімкни інтернет і\u00a0завантаж їх.',
    listsLost: 'Збережені списки непридатні. Завантаж їх знову.',
    listsExpired: 'Строк списків минув. Увімкни інтернет і\u00a0завантаж нові.',
    listsAgeing: (until) => `Списки старіють. Чинні до: ${until}.`,
    clock: {
      ahead: (minutes) =>
        `Годинник поспішає приблизно на\u00a0${formatMinutes(minutes)}. ${setClock}`,
      behind: (minutes) =>
        `Годинник відстає приблизно на\u00a0${formatMinutes(minutes)}. ${setClock}`,
      'set-back': (minutes) =>
        `Годинник переведено назад на\u00a0${formatMinutes(minutes)}. ${setClock}`,
    },
    hints: {
      'too-far': 'Ближче',
      'too-dark': 'Зроби екран яскравішим',
      'too-slanted': 'Нахили телефон',
      glare: 'Екран відблискує. Нахили телефон',
    },
    torchGlare: 'Вимкни ліхтарик',
    torch: 'Ліхтарик',
    switchCamera: 'Інша камера',
    zoom: 'Наближення',
    byEye: 'Огляд',
    menu: 'Меню',
    staff: 'Персонал',
    retryCamera: 'Спробувати ще раз',
    cameraCode: (code) => code,
    updateReady: 'Нова версія готова',
    update: 'Оновити',
    changePolicy: 'Змінити',
    policyBar: 'Швидкий вибір пільги',
    together: 'Разом',
    newShift: 'Нова зміна',
    confirmShift: 'Підтвердити',
    appEnds: (day) => `З ${day} ця версія нічого не вирішує. Онови її.`,
    appEnded: 'Ця версія вже нічого не вирішує. Онови її.',
  },
  lists: listsUk,
  notices: {
    reading: 'Шукаю код на\u00a0знімку…',
    awaitingLists: 'Чекаю на\u00a0списки. Потім перевірю цей код.',
    dismiss: 'Закрити',
  },
  unsupported: {
    title: 'Цього браузера замало',
    lead: 'Щоб перевіряти картки без інтернету, бракує:',
    remedy: 'Можна також відкрити сторінку в актуальному Chrome, Edge, Firefox або Safari.',
  },
};
