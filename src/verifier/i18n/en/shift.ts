/**
 * English: shift.
 */
import type { ShiftTexts } from '../texts/shift.ts';

/** The texts of shift in English. */
export const shiftEn: ShiftTexts = {
  shift: { title: 'Shift' },
};
