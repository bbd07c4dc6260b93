import { inputsPl } from '../pl/inputs.ts';
import type { InputsTexts } from '../texts/inputs.ts';

/** Provisional. */
export const inputsEn: InputsTexts = inputsPl;
