/**
 * The engine for where WebAssembly does not work: ZXing in JavaScript. It needs neither a document
 * nor a canvas, finds one code a picture, and is slower and less forgiving than the other.
 */
import { BrowserQRCodeReader } from '@zxing/browser';
import {
  BinaryBitmap,
  DecodeHintType,
  Exception,
  HybridBinarizer,
  RGBLuminanceSource,
} from '@zxing/library';
import type { QrEngine } from './engine.ts';

/** Makes the engine; there is nothing to load. */
export function createZxingJsEngine(): QrEngine {
  const reader = new BrowserQRCodeReader(new Map([[DecodeHintType.TRY_HARDER, true]]));
  return {
    name: 'zxing-js',
    async read(luma, width, height) {
      const grey = new Uint8ClampedArray(luma.buffer, luma.byteOffset, width * height);
      const source = new RGBLuminanceSource(grey, width, height);
      try {
        return [reader.decodeBitmap(new BinaryBitmap(new HybridBinarizer(source))).getText()];
      } catch (error) {
        // Its way to say that there is no code, or only something that looks like one.
        if (error instanceof Exception) return [];
        throw error;
      }
    },
  };
}
