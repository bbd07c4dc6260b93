/**
 * Polish: settings.
 */
import type { SettingsTexts } from '../texts/settings.ts';

/** The texts of settings in Polish. */
export const settingsPl: SettingsTexts = {
  settings: { title: 'Settings' },
};
