/**
 * Ukrainian: install.
 */
import type { InstallTexts } from '../texts/install.ts';

/** The texts of install in Ukrainian. */
export const installUk: InstallTexts = {
  install: { title: 'Install' },
};
