/**
 * Polish: shift.
 */
import type { ShiftTexts } from '../texts/shift.ts';

/** The texts of shift in Polish. */
export const shiftPl: ShiftTexts = {
  shift: { title: 'Shift' },
};
