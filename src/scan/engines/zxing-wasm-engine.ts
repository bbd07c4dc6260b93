/**
 * The preferred engine: ZXing-C++ as WebAssembly. The grey picture goes straight into the module's
 * memory; the package's own `readBarcodes` would make colours of it and grey again. The package's
 * default of fetching the module from a public server is never used: the caller says where it is.
 */
/// <reference types="emscripten" />
import {
  binarizers,
  characterSets,
  defaultReaderOptions,
  eanAddOnSymbols,
  encodeFormats,
  prepareZXingModule,
  purgeZXingModule,
  textModes,
  type ZXingReaderOptions,
  type ZXingReadResult,
  type ZXingVector,
} from 'zxing-wasm/reader';
import type { Luma } from '../luma.ts';
import type { FoundCode } from '../messages.ts';
import type { QrEngine } from './engine.ts';

/** Where the module is: an address on the page's own origin, or its bytes. */
export type WasmSource = { readonly wasmUrl: string } | { readonly wasmBinary: ArrayBuffer };

const options: ZXingReaderOptions = {
  ...defaultReaderOptions,
  formats: encodeFormats(['QRCodeModel2']),
  binarizer: binarizers.indexOf('LocalAverage'),
  characterSet: characterSets.indexOf('Unknown'),
  eanAddOnSymbol: eanAddOnSymbols.indexOf('Ignore'),
  // The other modes rewrite control characters or what looks like a format of its own.
  textMode: textModes.indexOf('Plain'),
  tryHarder: true,
  // Sizes are chosen by the caller, who knows what was found at the others.
  tryDownscale: false,
  // QR codes are found at any angle as it is.
  tryRotate: false,
  tryInvert: false,
  returnErrors: true,
  maxNumberOfSymbols: 8,
};

const modulesOptions: ZXingReaderOptions = {
  ...options,
  // The engine knows pure pictures by the family's name only.
  formats: encodeFormats(['QRCode']),
  binarizer: binarizers.indexOf('FixedThreshold'),
  isPure: true,
  returnErrors: false,
  maxNumberOfSymbols: 1,
};

/** Loads the engine; rejects where the module cannot be fetched or instantiated. */
export async function createZxingWasmEngine(source: WasmSource): Promise<QrEngine> {
  const wasmBinary = 'wasmBinary' in source ? source.wasmBinary : await fetchBytes(source.wasmUrl);
  // A failed attempt would otherwise be remembered and handed out again.
  purgeZXingModule();
  const zxing = await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  let input = 0;
  let capacity = 0;

  function reserve(size: number): void {
    if (size <= capacity) return;
    if (input !== 0) zxing._free(input);
    capacity = 0;
    input = zxing._malloc(size);
    if (input === 0) throw new Error('The wasm module has no memory left for a picture');
    capacity = size;
  }

  function read({ data, width, height }: Luma, how: ZXingReaderOptions): readonly FoundCode[] {
    const size = width * height;
    reserve(size);
    zxing.HEAPU8.set(data.subarray(0, size), input);
    const found = zxing.readBarcodesFromPixmap(input, width, height, how);
    try {
      return listResults(found).map(asFoundCode);
    } finally {
      forgetResults(found as ResultVector);
      // The vector lives in the module's memory and is not collected.
      (found as ResultVector).delete();
    }
  }

  return {
    name: 'zxing-wasm',
    find: (luma, { inverted, oneThreshold }) =>
      read(luma, {
        ...options,
        tryInvert: inverted,
        binarizer: binarizers.indexOf(oneThreshold ? 'GlobalHistogram' : 'LocalAverage'),
      }),
    decode: (modules, side) =>
      read({ data: modules, width: side, height: side }, modulesOptions)[0]?.text ?? null,
  };
}

/** What a vector can do beyond what its type says. */
interface ResultVector extends ZXingVector<ZXingReadResult> {
  set(index: number, result: ZXingReadResult): boolean;
  delete(): void;
}

/**
 * The package's binding holds on to the result that it gave out last, text and all, until it gives out
 * another one: it is made to give out an empty one.
 */
function forgetResults(found: ResultVector): void {
  const result = found.get(0);
  if (!result) return;
  const nothing = new Uint8Array(0);
  const symbol = { data: new Uint8ClampedArray(0), width: 0, height: 0 };
  found.set(0, { ...result, text: '', bytes: nothing, bytesECI: nothing, symbol });
  found.get(0);
}

function listResults(found: ZXingVector<ZXingReadResult>): readonly ZXingReadResult[] {
  const results = Array.from({ length: found.size() }, (_, index) => found.get(index));
  return results.filter((result) => result !== undefined);
}

function asFoundCode({ isValid, text, position, symbol }: ZXingReadResult): FoundCode {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  return {
    text: isValid ? text : null,
    corners: [topLeft, topRight, bottomRight, bottomLeft],
    modules: symbol.width > 0 ? symbol.width : null,
  };
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The wasm module answered with status ${response.status}`);
  return response.arrayBuffer();
}
