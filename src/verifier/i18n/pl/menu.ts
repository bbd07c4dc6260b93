/**
 * Polish: the menu.
 */
import type { MenuTexts } from '../texts/menu.ts';

/** The menu in Polish. */
export const menuPl: MenuTexts = {
  menu: {
    title: 'Menu',
    shift: 'Zmiana i zapisy',
    lists: 'Listy',
    policies: 'Ulgi',
    byEye: 'Ocena wzrokowa',
    inputs: 'Inne sposoby odczytu',
    training: 'Ćwiczenia',
    settings: 'Ustawienia',
    install: 'Instalacja',
    about: 'O aplikacji',
    language: 'Język',
  },
  back: 'Wróć do skanowania',
  backToMenu: 'Wróć do menu',
};
