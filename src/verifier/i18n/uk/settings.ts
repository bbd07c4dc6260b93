/**
 * Ukrainian: settings.
 */
import type { SettingsTexts } from '../texts/settings.ts';

/** The texts of settings in Ukrainian. */
export const settingsUk: SettingsTexts = {
  settings: { title: 'Settings' },
};
