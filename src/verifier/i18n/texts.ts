/**
 * All texts of one language: those that are there first, and those of the screens that are loaded
 * after the camera. Each screen's part has a file of its own in texts/, and one in each language's
 * folder; a language with a missing text does not compile.
 */
import type { FirstTexts } from './first-texts.ts';
import type { AboutTexts } from './texts/about.ts';
import type { ByEyeTexts } from './texts/by-eye.ts';
import type { InputsTexts } from './texts/inputs.ts';
import type { InstallTexts } from './texts/install.ts';
import type { ListsPageTexts } from './texts/lists-page.ts';
import type { MenuTexts } from './texts/menu.ts';
import type { PoliciesTexts } from './texts/policies.ts';
import type { SettingsTexts } from './texts/settings.ts';
import type { ShiftTexts } from './texts/shift.ts';
import type { TrainingTexts } from './texts/training.ts';
import type { VerdictTexts } from './texts/verdict.ts';

/** The texts that come with the other screens. */
export interface RestTexts
  extends AboutTexts,
    ByEyeTexts,
    InputsTexts,
    InstallTexts,
    ListsPageTexts,
    MenuTexts,
    PoliciesTexts,
    SettingsTexts,
    ShiftTexts,
    TrainingTexts,
    VerdictTexts {}

/** All texts of one language. */
export type Texts = FirstTexts & RestTexts;
