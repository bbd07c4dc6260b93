/**
 * Reads codes from frames, whatever becomes of the workers that do it. A dead worker is replaced at
 * once, and the frame that it had reads as empty. The wasm engine is given up when it does not load
 * or its worker crashed twice; the JavaScript engine when its worker crashed twice without reading
 * a frame in between. Then there is no engine left, and the caller has to say so.
 */
import type { EngineName, Frame, ScannedText } from './messages.ts';
import { type Death, openWorkerLink, type WorkerLink } from './worker-link.ts';

/** Reads one frame at a time. */
export interface Decoder {
  /** The engine of the present worker; null when all engines were given up. */
  readonly engine: EngineName | null;
  /** The texts of the codes in a frame, which is closed in any case. */
  decode(frame: Frame): Promise<readonly ScannedText[]>;
  close(): void;
}

/** What a decoder needs: a fresh worker whenever asked, and the address of the wasm module. */
export interface DecoderOptions {
  readonly createWorker: () => Worker;
  readonly wasmUrl: string;
}

const crashLimit = 2;

/** Starts the first worker, so that it is ready when the camera is. */
export function createDecoder({ createWorker, wasmUrl }: DecoderOptions): Decoder {
  let engine: EngineName | null = 'zxing-wasm';
  let crashes = 0;
  let link: WorkerLink | null = open(engine);

  function open(engine: EngineName): WorkerLink {
    return openWorkerLink({ worker: createWorker(), engine, wasmUrl, onDeath: replace });
  }

  function replace(death: Death): void {
    crashes += 1;
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
    async decode(frame) {
      if (!link) {
        frame.close();
        return [];
      }
      const texts = await link.read(frame);
      if (texts && engine === 'zxing-js') crashes = 0;
      return (texts ?? []) as readonly ScannedText[];
    },
    close() {
      link?.close();
      link = null;
    },
  };
}
