/** The wasm engine as tests load it: from the package's own file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { QrEngine } from '../../src/scan/engines/engine.ts';
import { createZxingWasmEngine } from '../../src/scan/engines/zxing-wasm-engine.ts';

const wasmPath = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** The bytes of the wasm module. */
export const wasmBinary = (): ArrayBuffer => new Uint8Array(readFileSync(wasmPath)).buffer;

/** Loads the engine. */
export const loadWasmEngine = (): Promise<QrEngine> =>
  createZxingWasmEngine({ wasmBinary: wasmBinary() });
