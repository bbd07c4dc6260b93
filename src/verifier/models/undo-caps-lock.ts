/**
 * Caps Lock on a computer turns the letters of a hardware scanner round. A card's text has capitals
 * only, so that turning them back loses nothing.
 */
import { anyTextPrefix } from '../../credential/container.ts';

/** The text as it is in the code, where it is a card's with all its letters turned round. */
export function undoCapsLock(text: string): string {
  const turned = text.toUpperCase();
  return !/[A-Z]/.test(text) && anyTextPrefix.test(turned) ? turned : text;
}
