/**
 * English: the menu.
 */
import type { MenuTexts } from '../texts/menu.ts';

/** The menu in English. */
export const menuEn: MenuTexts = {
  menu: {
    title: 'Menu',
    shift: 'Shift and records',
    lists: 'Lists',
    policies: 'Discounts',
    byEye: 'Visual check',
    inputs: 'Other ways to scan',
    training: 'Training',
    settings: 'Settings',
    install: 'Install',
    about: 'About this app',
    language: 'Language',
  },
  back: 'Back to scanning',
  backToMenu: 'Back to the menu',
};
