/**
 * The scanning pipeline of the app as an engine of the scan bench that lies beside this project
 * (`../shared/scan-bench`, `node bench.mjs --adapter …/tests/bench/scan-adapter.mjs`): a frame goes
 * through the reader that the decoding worker runs, with the wasm engine, and the first text that comes
 * out counts. The frames of a burst are read in order, and the reader remembers what it would remember
 * of a camera's; every other frame, the same one once more included, is met with nothing remembered.
 * Generating frames, timing and judging are the bench's. Node runs it as it is, from any folder.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));

let makeReader = null;
let reader = null;
let lastFrame = null;

/** The next frame of the same burst; its number is at the end of its name. */
const continues = (frame, last) =>
  last !== null &&
  frame.burst !== undefined &&
  frame.burst === last.burst &&
  numberOf(frame) > numberOf(last);

const numberOf = ({ id }) => Number(/\d+$/.exec(id)?.[0]);

// biome-ignore lint/style/noDefaultExport: the bench takes an adapter's default export.
export default {
  id: 'mlegitymacja',
  async init() {
    const load = (path) => tsImport(path, import.meta.url);
    const { createZxingWasmEngine } = await load('../../src/scan/engines/zxing-wasm-engine.ts');
    const { createFrameReader } = await load('../../src/scan/frame-reader.ts');
    const wasmBinary = new Uint8Array(readFileSync(wasmFile)).buffer;
    const engine = await createZxingWasmEngine({ wasmBinary });
    makeReader = () => createFrameReader(engine, () => performance.now());
  },
  prep: (frame) => ({
    frame: { id: frame.id, burst: frame.burst },
    luma: { data: frame.gray, width: frame.w, height: frame.h },
  }),
  async run({ frame, luma }) {
    if (!continues(frame, lastFrame)) reader = makeReader();
    lastFrame = frame;
    return reader.read(luma).codes.find(({ text }) => text !== null)?.text ?? null;
  },
};
