/**
 * Ukrainian: shift.
 */
import type { ShiftTexts } from '../texts/shift.ts';

/** The texts of shift in Ukrainian. */
export const shiftUk: ShiftTexts = {
  shift: { title: 'Shift' },
};
