/**
 * Polish, all that is said after the camera is there: one part for each group of screens.
 */
import type { RestTexts } from '../texts.ts';
import { aboutPl } from './about.ts';
import { byEyePl } from './by-eye.ts';
import { inputsPl } from './inputs.ts';
import { installPl } from './install.ts';
import { listsPagePl } from './lists-page.ts';
import { menuPl } from './menu.ts';
import { policiesPl } from './policies.ts';
import { settingsPl } from './settings.ts';
import { shiftPl } from './shift.ts';
import { trainingPl } from './training.ts';
import { verdictPl } from './verdict.ts';

/** All later texts in Polish. */
export const restPl: RestTexts = {
  ...aboutPl,
  ...byEyePl,
  ...inputsPl,
  ...installPl,
  ...listsPagePl,
  ...menuPl,
  ...policiesPl,
  ...settingsPl,
  ...shiftPl,
  ...trainingPl,
  ...verdictPl,
};
