/**
 * The engine for where WebAssembly does not work: ZXing in JavaScript. It needs neither a document
 * nor a canvas, finds one code a picture, tells only of those that it reads, and is slower and less
 * forgiving than the other.
 */
import { BrowserQRCodeReader } from '@zxing/browser';
import {
  type Binarizer,
  BinaryBitmap,
  DecodeHintType,
  Exception,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  InvertedLuminanceSource,
  type LuminanceSource,
  type Result,
  RGBLuminanceSource,
} from '@zxing/library';
import type { Luma } from '../luma.ts';
import type { FoundCode, Point } from '../messages.ts';
import { halve, type View, viewWhole } from '../views.ts';
import type { Look, QrEngine } from './engine.ts';

/** Makes the engine; there is nothing to load. */
export function createZxingJsEngine(): QrEngine {
  const reader = new BrowserQRCodeReader(new Map([[DecodeHintType.TRY_HARDER, true]]));
  const moduleReader = new BrowserQRCodeReader(new Map([[DecodeHintType.PURE_BARCODE, true]]));

  return {
    name: 'zxing-js',
    find(luma, look) {
      // With 5 pixels a module or more it misses every second dense code, and finds it at half size.
      for (const view of [viewWhole(luma), halve(viewWhole(luma))]) {
        const result = findOne(reader, view, look);
        if (result) return [asFoundCode(result, view)];
      }
      return [];
    },
    decode(modules, side) {
      const source = asSource({ data: modules, width: side, height: side });
      return readOne(moduleReader, new GlobalHistogramBinarizer(source))?.getText() ?? null;
    },
  };
}

function findOne(reader: BrowserQRCodeReader, luma: Luma, look: Look): Result | null {
  const Threshold = look.oneThreshold ? GlobalHistogramBinarizer : HybridBinarizer;
  const source = asSource(luma);
  const found = readOne(reader, new Threshold(source));
  if (found || !look.inverted) return found;
  return readOne(reader, new Threshold(new InvertedLuminanceSource(source)));
}

const asSource = ({ data, width, height }: Luma): LuminanceSource =>
  new RGBLuminanceSource(
    new Uint8ClampedArray(data.buffer, data.byteOffset, width * height),
    width,
    height,
  );

function readOne(reader: BrowserQRCodeReader, binarizer: Binarizer): Result | null {
  try {
    return reader.decodeBitmap(new BinaryBitmap(binarizer));
  } catch (error) {
    // Its way to say that there is no code, or only something that looks like one.
    if (error instanceof Exception) return null;
    throw error;
  }
}

/** Its points are the centres of the finder patterns: lower left, upper left, upper right. */
function asFoundCode(result: Result, view: View): FoundCode {
  const [lowerLeft, upperLeft, upperRight] = result
    .getResultPoints()
    .map((point) => ({ x: point.getX() / view.scale, y: point.getY() / view.scale })) as [
    Point,
    Point,
    Point,
  ];
  const lowerRight = {
    x: lowerLeft.x + upperRight.x - upperLeft.x,
    y: lowerLeft.y + upperRight.y - upperLeft.y,
  };
  return {
    text: result.getText(),
    corners: [upperLeft, upperRight, lowerRight, lowerLeft],
    modules: null,
  };
}
