/**
 * Ukrainian: pictures, hardware scanners and whatever else is brought in besides holding it before
 * the camera.
 */
import type { InputsTexts } from '../texts/inputs.ts';

/** The screen of the other ways in Ukrainian. */
export const inputsUk: InputsTexts = {
  inputs: {
    title: 'Інші способи зчитування',
    picture: 'Знімок',
    choosePicture: 'Вибрати знімок із\u00a0кодом',
    pictureNote:
      'Знімок можна також вставити, перетягнути на сторінку або надіслати встановленому застосунку.',
    scanner: 'Сканер кодів',
    scannerNote: 'Сканер, який працює як клавіатура, можна використати на кожному екрані.',
    prefix: 'Префікс',
    suffix: 'Суфікс',
    affixNote: 'Знаки, які сканер додає перед кодом і\u00a0після нього. Зазвичай жодних.',
    lastScan: (time) => `Останнє зчитування сканером: ${time}`,
    noScan: 'Зчитай код на\u00a0пробу.',
    connectSerial: 'Під’єднати сканер',
    serial: {
      unloadable: 'Не вдалося завантажити підтримку сканера. Натисни «Під’єднати сканер».',
      none: 'Тут можна під’єднати сканер із\u00a0послідовним портом.',
      connecting: 'Під’єдную сканер…',
      connected: 'Сканер під’єднано.',
      lost: 'Сканер від’єднався. Під’єднай його знову.',
      refused: 'Браузер не дав доступу до\u00a0порту.',
      busy: 'Цей сканер використовує інша сторінка або застосунок.',
    },
  },
};
