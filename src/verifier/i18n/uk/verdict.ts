import { verdictPl } from '../pl/verdict.ts';
import type { VerdictTexts } from '../texts/verdict.ts';

/** Provisional. */
export const verdictUk: VerdictTexts = verdictPl;
