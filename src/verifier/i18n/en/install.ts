/**
 * English: install.
 */
import type { InstallTexts } from '../texts/install.ts';

/** The texts of install in English. */
export const installEn: InstallTexts = {
  install: { title: 'Install' },
};
