/**
 * The decoder's worker and wasm module for the pages of the camera bench, built and found as the app
 * builds and finds its own.
 */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { DecoderOptions } from '../../../src/scan/decoder.ts';
import workerUrl from '../../../src/scan/decoder.worker.ts?worker&url';

/** What a decoder needs. */
export const decoderParts: DecoderOptions = {
  createWorker: () => new Worker(new URL(workerUrl, document.baseURI), { type: 'module' }),
  wasmUrl: new URL(wasmUrl, document.baseURI).href,
};
