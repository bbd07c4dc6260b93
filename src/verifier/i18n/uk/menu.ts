/**
 * Ukrainian: the menu.
 */
import type { MenuTexts } from '../texts/menu.ts';

/** The menu in Ukrainian. */
export const menuUk: MenuTexts = {
  menu: {
    title: 'Меню',
    shift: 'Зміна і записи',
    lists: 'Списки',
    policies: 'Пільги',
    byEye: 'Візуальний огляд',
    inputs: 'Інші способи зчитування',
    training: 'Навчання',
    settings: 'Налашту\u00ADвання',
    install: 'Встановлення',
    about: 'Про застосунок',
    language: 'Мова',
  },
  back: 'Назад до сканування',
  backToMenu: 'Назад до меню',
};
