import { policiesPl } from '../pl/policies.ts';
import type { PoliciesTexts } from '../texts/policies.ts';

/** Provisional. */
export const policiesEn: PoliciesTexts = policiesPl;
