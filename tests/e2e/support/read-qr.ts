/**
 * Reads a QR code from a picture with zxing-wasm, apart from the app's own decoder: it tells
 * whether a scene is fair before the app is blamed for not reading it.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from './picture.ts';

const wasmPath = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

// Without its own file the package would ask a CDN.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasmPath)).buffer } });

/** Returns the text of the QR code in `picture`, or null when none can be read. */
export const readQr = async ({ width, height, luma }: Picture): Promise<string | null> => {
  // A greyscale PNM is a header and the bytes as they are.
  const file = Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), luma]);
  const [code] = await readBarcodes(new Uint8Array(file), {
    formats: ['QRCode'],
    maxNumberOfSymbols: 1,
    textMode: 'Plain',
    tryInvert: false,
  });
  return code?.isValid ? code.text : null;
};
