/**
 * Reads codes from frames, whatever becomes of the workers that do it. A dead worker is replaced at
 * once, and the frame that it had is lost. The wasm engine is given up when it does not load or its
 * worker crashed twice within some hundred frames; the JavaScript engine when its worker crashed twice
 * without reading a frame in between. Then there is no engine left, and the caller has to say so. A
 * frame that takes too long is no crash: it would take the other engine longer.
 */
import type { Effort, EngineName, Frame, Reading } from './messages.ts';
import { type Death, openWorkerLink, type WorkerLink } from './worker-link.ts';

/** Reads one frame at a time. */
export interface Decoder {
  /** The engine of the present worker; null when all engines were given up. */
  readonly engine: EngineName | null;
  /** What a frame shows, which is closed in any case; null when it was lost. */
  decode(frame: Frame, effort: Effort): Promise<Reading | null>;
  close(): void;
}

/** What a decoder needs: a fresh worker whenever asked, and the address of the wasm module. */
export interface DecoderOptions {
  readonly createWorker: () => Worker;
  readonly wasmUrl: string;
}

const crashLimit = 2;
/** After so many readings in a row a crash is forgiven: a shift is long, and one bad frame is no fault. */
const readingsToForgive = { 'zxing-wasm': 300, 'zxing-js': 1 } as const;

/** Starts the first worker, so that it is ready when the camera is. */
export function createDecoder({ createWorker, wasmUrl }: DecoderOptions): Decoder {
  let engine: EngineName | null = 'zxing-wasm';
  let crashes = 0;
  let readings = 0;
  let link: WorkerLink | null = open(engine);

  function open(engine: EngineName): WorkerLink {
    return openWorkerLink({ worker: createWorker(), engine, wasmUrl, onDeath: replace });
  }

  function replace(death: Death): void {
    // What takes one engine too long takes the other longer: the frame is to blame.
    if (death !== 'hung') crashes += 1;
    readings = 0;
    if (death === 'unloadable' || crashes >= crashLimit) {
      engine = engine === 'zxing-wasm' ? 'zxing-js' : null;
      crashes = 0;
    }
    link = engine && open(engine);
  }

  return {
    get engine() {
      return engine;
    },
    async decode(frame, effort) {
      if (!link) {
        frame.close();
        return null;
      }
      const reading = await link.read(frame, effort);
      if (reading) readings += 1;
      if (engine && readings >= readingsToForgive[engine]) crashes = 0;
      return reading;
    },
    close() {
      link?.close();
      link = null;
    },
  };
}
