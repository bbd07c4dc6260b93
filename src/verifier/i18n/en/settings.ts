/**
 * English: settings.
 */
import type { SettingsTexts } from '../texts/settings.ts';

/** The texts of settings in English. */
export const settingsEn: SettingsTexts = {
  settings: { title: 'Settings' },
};
