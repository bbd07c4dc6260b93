/**
 * The worker that reads codes. It is started with one engine, gets one frame at a time, closes
 * each, and answers every request once. The first thing that goes wrong is reported by name, and is
 * its last word: the page replaces a failed worker and decides which engine the next one gets.
 */

import type { QrEngine } from './engines/engine.ts';
import { createZxingWasmEngine } from './engines/zxing-wasm-engine.ts';
import { createFrameReader, type FrameReader } from './frame-reader.ts';
import { createLumaReader, type Luma } from './luma.ts';
import {
  type Effort,
  type EngineName,
  type Frame,
  type FromWorker,
  PROTOCOL_VERSION,
  type ToWorker,
  type WorkerFailure,
} from './messages.ts';
import { readPicture } from './read-picture.ts';

type Unversioned<M> = M extends unknown ? Omit<M, 'version'> : never;

const lumaReader = createLumaReader();
let engine: QrEngine | null = null;
let frames: FrameReader | null = null;
const now = (): number => performance.now();

const say = (message: Unversioned<FromWorker>): void =>
  self.postMessage({ version: PROTOCOL_VERSION, ...message });

const report = (failure: WorkerFailure): void => say({ kind: 'failed', failure });

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.version !== PROTOCOL_VERSION) report('version-mismatch');
  else if (data.kind === 'start') void start(data.engine, data.wasmUrl);
  else if (data.kind === 'read') void read(data.id, data.frame, data.effort);
  else say({ kind: 'pong', id: data.id });
});

async function start(name: EngineName, wasmUrl: string): Promise<void> {
  try {
    engine = await loadEngine[name](wasmUrl);
    frames = createFrameReader(engine, now);
    say({ kind: 'ready' });
  } catch {
    report('engine-unloadable');
  }
}

const loadEngine: Readonly<Record<EngineName, (wasmUrl: string) => Promise<QrEngine>>> = {
  'zxing-wasm': (wasmUrl) => createZxingWasmEngine({ wasmUrl }),
  // Few devices ever need it: it is not in the way of the others' start.
  async 'zxing-js'() {
    const { createZxingJsEngine } = await import('./engines/zxing-js-engine.ts');
    return createZxingJsEngine();
  },
};

async function read(id: number, frame: Frame, effort: Effort): Promise<void> {
  const luma = await readLuma(frame);
  if (!luma) {
    report('frame-unreadable');
    return;
  }
  try {
    if (!engine || !frames) throw new Error('A frame came before the engine was ready');
    const reading = effort === 'frame' ? frames.read(luma) : readPicture(engine, luma, now);
    say({ kind: 'reading', id, reading });
  } catch {
    report('engine-crashed');
  }
}

async function readLuma(frame: Frame): Promise<Luma | null> {
  try {
    return await lumaReader.read(frame);
  } catch {
    return null;
  } finally {
    frame.close();
  }
}
