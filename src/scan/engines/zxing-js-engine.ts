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

  function readOne(luma: Uint8ClampedArray, width: number, height: number): string | null {
    const source = new RGBLuminanceSource(luma, width, height);
    try {
      return reader.decodeBitmap(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (error) {
      // Its way to say that there is no code, or only something that looks like one.
      if (error instanceof Exception) return null;
      throw error;
    }
  }

  return {
    name: 'zxing-js',
    async read(luma, width, height) {
      const grey = new Uint8ClampedArray(luma.buffer, luma.byteOffset, width * height);
      // With 5 pixels a module or more it misses every second dense code, and finds it at half size.
      const text =
        readOne(grey, width, height) ??
        readOne(halve(grey, width, height), width >> 1, height >> 1);
      return text === null ? [] : [text];
    },
  };
}

function halve(luma: Uint8ClampedArray, width: number, height: number): Uint8ClampedArray {
  const halfWidth = width >> 1;
  const halfHeight = height >> 1;
  const half = new Uint8ClampedArray(halfWidth * halfHeight);
  for (let y = 0, to = 0; y < halfHeight; y += 1) {
    for (let x = 0; x < halfWidth; x += 1, to += 1) {
      const from = 2 * y * width + 2 * x;
      const upper = (luma[from] ?? 0) + (luma[from + 1] ?? 0);
      const lower = (luma[from + width] ?? 0) + (luma[from + width + 1] ?? 0);
      half[to] = (upper + lower) >> 2;
    }
  }
  return half;
}
