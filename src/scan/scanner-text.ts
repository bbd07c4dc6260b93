/**
 * What a hardware scanner sends for one code, and the text that was in the code: scanners can be set
 * to add something before and behind it. How the characters arrive is left to `wedge.ts` and
 * `serial-scanner.ts`, what they mean to whoever gets the text.
 */
import type { ScannedText } from './messages.ts';

/** What the scanners of this device are set to add, as it is printed; empty for nothing. */
export interface WedgeSettings {
  readonly prefix: string;
  readonly suffix: string;
}

/** Whether a text begins as a card's does, in capitals or small letters: Caps Lock turns them round. */
export type BeginsAsCard = (text: string) => boolean;

/** No code holds more than the 7,089 digits of the largest QR code; what is added comes on top. */
export const longestScan = 8192;

/** Anything shorter is the rest of a scan that was cut, or a slip of the hand. */
const shortestScan = 6;

/**
 * The code's text; null for rubbish. A scanner that adds nothing is a scanner, too: what is not there
 * is not missed, and a card that begins with the same letters keeps them. Control characters at either
 * end (STX, ETX, tab) never belong to a card; spaces do.
 */
export function unwrapText(
  sent: string,
  { prefix, suffix }: WedgeSettings,
  beginsAsCard: BeginsAsCard,
): ScannedText | null {
  if (sent.length > longestScan) return null;
  let text = stripControls(sent);
  if (text.startsWith(prefix) && !beginsAsCard(text)) text = text.slice(prefix.length);
  if (text.endsWith(suffix)) text = text.slice(0, text.length - suffix.length);
  text = stripControls(text);
  return text.length < shortestScan ? null : (text as ScannedText);
}

const stripControls = (text: string): string => text.replace(/^\p{Cc}+|\p{Cc}+$/gu, '');
