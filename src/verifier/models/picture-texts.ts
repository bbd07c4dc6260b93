/**
 * From a picture that somebody brought in to the text of the code in it: decodes the picture upright,
 * makes it smaller where it is larger than any camera's frame needs, and chooses among several codes.
 * Nothing of it is kept. Looking for codes is the scanner's work.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { identifyCredential } from '../../credential/identify.ts';
import type { Scanner } from '../../scan/scanner.ts';
import type { InputFailure } from './app-state.ts';

/** Pixels up to which a picture is read as it is. */
const mostPixels = 12_000_000;

type PictureFailure = Extract<
  InputFailure,
  'picture-without-code' | 'picture-unreadable' | 'decoder-failed'
>;

/** The text of the code in a picture, a card's before others. */
export async function readPictureText(
  picture: Blob,
  scanner: Pick<Scanner, 'readPicture'>,
): Promise<Result<string, PictureFailure>> {
  const bitmap = await decodePicture(picture);
  if (!bitmap) return fail('picture-unreadable');
  const texts = await scanner.readPicture(bitmap);
  if (!texts) return fail('decoder-failed');
  const text = chooseText(texts);
  return text === null ? fail('picture-without-code') : ok(text);
}

/** The text to check among those of one picture: a readable card's, or else the first; null without any. */
export const chooseText = (texts: readonly string[]): string | null =>
  texts.find((text) => identifyCredential(text) !== null) ?? texts[0] ?? null;

async function decodePicture(picture: Blob): Promise<ImageBitmap | null> {
  try {
    const whole = await createImageBitmap(picture, { imageOrientation: 'from-image' });
    const excess = (whole.width * whole.height) / mostPixels;
    if (excess <= 1) return whole;
    const resizeWidth = Math.floor(whole.width / Math.sqrt(excess));
    try {
      return await createImageBitmap(whole, { resizeWidth, resizeQuality: 'medium' });
    } finally {
      whole.close();
    }
  } catch {
    // Not a picture, or one that this browser cannot decode.
    return null;
  }
}
