/**
 * Caps Lock on a computer turns the letters of a hardware scanner round. A card's text has capitals
 * only, so that turning them back loses nothing, and its beginning is known in either case.
 */
import { anyTextPrefix } from '../../credential/container.ts';

/** Whether a text begins as a card's does, in capitals or small letters. */
export const beginsAsCard = (text: string): boolean => anyTextPrefix.test(text.toUpperCase());

/** The text as it is in the code, where it is a card's with all its letters turned round. */
export const undoCapsLock = (text: string): string =>
  !/[A-Z]/.test(text) && beginsAsCard(text) ? text.toUpperCase() : text;
