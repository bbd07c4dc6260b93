/**
 * Ukrainian, all that is said after the camera is there: one part for each group of screens.
 */
import type { RestTexts } from '../texts.ts';
import { aboutUk } from './about.ts';
import { byEyeUk } from './by-eye.ts';
import { inputsUk } from './inputs.ts';
import { installUk } from './install.ts';
import { listsPageUk } from './lists-page.ts';
import { menuUk } from './menu.ts';
import { policiesUk } from './policies.ts';
import { settingsUk } from './settings.ts';
import { shiftUk } from './shift.ts';
import { trainingUk } from './training.ts';
import { verdictUk } from './verdict.ts';

/** All later texts in Ukrainian. */
export const restUk: RestTexts = {
  ...aboutUk,
  ...byEyeUk,
  ...inputsUk,
  ...installUk,
  ...listsPageUk,
  ...menuUk,
  ...policiesUk,
  ...settingsUk,
  ...shiftUk,
  ...trainingUk,
  ...verdictUk,
};
