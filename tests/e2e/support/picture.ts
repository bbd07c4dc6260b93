/**
 * A greyscale picture, the currency of the test camera, and two ways to get one: drawn from a QR
 * text, or read from a PNG such as a screenshot of the card page.
 * Placing it before a camera is left to scene.ts.
 */

import sharp from 'sharp';
import { encode } from 'uqr';

/** A greyscale picture: one byte a pixel, row by row, 0 is black. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

const QUIET_ZONE_MODULES = 4;

/**
 * Draws `text` as the card page does: level L, never boosted, four modules of quiet zone, in `minVersion`
 * or the next larger that it needs. uqr takes alphanumeric mode whenever all characters allow it, as those of a card's text do.
 */
export const pictureOfQr = (
  text: string,
  { modulePixels, minVersion = 1 }: { readonly modulePixels: number; readonly minVersion?: number },
): Picture => {
  const { data } = encode(text, {
    ecc: 'L',
    boostEcc: false,
    border: QUIET_ZONE_MODULES,
    minVersion,
  });
  const width = data.length * modulePixels;
  const luma = new Uint8Array(width * width).fill(255);
  data.forEach((row, moduleY) => {
    row.forEach((dark, moduleX) => {
      if (!dark) return;
      for (let line = 0; line < modulePixels; line++) {
        const start = (moduleY * modulePixels + line) * width + moduleX * modulePixels;
        luma.fill(0, start, start + modulePixels);
      }
    });
  });
  return { width, height: width, luma };
};

/** Reads a PNG as greyscale, transparent parts as white; rejects bytes that are no picture. */
export const pictureOfPng = async (png: Uint8Array): Promise<Picture> => {
  const { data, info } = await sharp(png)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, luma: new Uint8Array(data) };
};
