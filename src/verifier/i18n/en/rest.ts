/**
 * English, all that is said after the camera is there: one part for each group of screens.
 */
import type { RestTexts } from '../texts.ts';
import { aboutEn } from './about.ts';
import { byEyeEn } from './by-eye.ts';
import { inputsEn } from './inputs.ts';
import { installEn } from './install.ts';
import { listsPageEn } from './lists-page.ts';
import { menuEn } from './menu.ts';
import { policiesEn } from './policies.ts';
import { settingsEn } from './settings.ts';
import { shiftEn } from './shift.ts';
import { trainingEn } from './training.ts';
import { verdictEn } from './verdict.ts';

/** All later texts in English. */
export const restEn: RestTexts = {
  ...aboutEn,
  ...byEyeEn,
  ...inputsEn,
  ...installEn,
  ...listsPageEn,
  ...menuEn,
  ...policiesEn,
  ...settingsEn,
  ...shiftEn,
  ...trainingEn,
  ...verdictEn,
};
