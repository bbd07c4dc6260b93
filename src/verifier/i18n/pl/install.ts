/**
 * Polish: install.
 */
import type { InstallTexts } from '../texts/install.ts';

/** The texts of install in Polish. */
export const installPl: InstallTexts = {
  install: { title: 'Install' },
};
