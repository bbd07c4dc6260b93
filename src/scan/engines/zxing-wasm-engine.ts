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
} from 'zxing-wasm/reader';
import type { QrEngine } from './engine.ts';

/** Where the module is: an address on the page's own origin, or its bytes. */
export type WasmSource = { readonly wasmUrl: string } | { readonly wasmBinary: ArrayBuffer };

const options: ZXingReaderOptions = {
  ...defaultReaderOptions,
  formats: encodeFormats(['QRCode']),
  binarizer: binarizers.indexOf('LocalAverage'),
  characterSet: characterSets.indexOf('Unknown'),
  eanAddOnSymbol: eanAddOnSymbols.indexOf('Ignore'),
  // The other modes rewrite control characters or what looks like a format of its own.
  textMode: textModes.indexOf('Plain'),
  tryHarder: true,
  tryDownscale: true,
  downscaleFactor: 2,
  // QR codes are found at any angle as it is, and a card is never light on dark.
  tryRotate: false,
  tryInvert: false,
  maxNumberOfSymbols: 4,
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

  return {
    name: 'zxing-wasm',
    async read(luma, width, height) {
      const size = width * height;
      reserve(size);
      zxing.HEAPU8.set(luma.subarray(0, size), input);
      const found = zxing.readBarcodesFromPixmap(input, width, height, options);
      try {
        const results = Array.from({ length: found.size() }, (_, index) => found.get(index));
        return results.flatMap((result) => (result?.isValid ? [result.text] : []));
      } finally {
        // The vector lives in the module's memory and is not collected; its type does not say so.
        (found as typeof found & { delete(): void }).delete();
      }
    },
  };
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The wasm module answered with status ${response.status}`);
  return response.arrayBuffer();
}
