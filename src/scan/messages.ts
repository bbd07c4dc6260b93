/**
 * The words that the page and the decoding worker speak. Every message carries the version of this
 * file: a worker of an older build may outlive the page that started it, and must not be believed
 * by a newer page. What is said when is left to `worker-link.ts` and `decoder.worker.ts`.
 */

/** Raised with every change of the messages below. */
export const PROTOCOL_VERSION = 1;

/** The two engines that read codes, the preferred one first. */
export type EngineName = 'zxing-wasm' | 'zxing-js';

declare const scanned: unique symbol;

/** A text read from a code, and nothing more: nobody vouches for it. */
export type ScannedText = string & { readonly [scanned]: true };

/** A picture that can be handed over to a worker. */
export type Frame = VideoFrame | ImageBitmap;

/** Why a worker could not do its work. */
export type WorkerFailure =
  | 'engine-unloadable'
  | 'engine-crashed'
  | 'frame-unreadable'
  | 'version-mismatch';

interface Versioned {
  readonly version: number;
}

/** What the page says; `id` names a request, which is to be answered once. */
export type ToWorker = Versioned &
  (
    | { readonly kind: 'start'; readonly engine: EngineName; readonly wasmUrl: string }
    | { readonly kind: 'read'; readonly id: number; readonly frame: Frame }
    | { readonly kind: 'ping'; readonly id: number }
  );

/** What the worker says; `width` and `height` are the pixels that were looked at. */
export type FromWorker = Versioned &
  (
    | { readonly kind: 'ready' }
    | {
        readonly kind: 'texts';
        readonly id: number;
        readonly texts: readonly string[];
        readonly width: number;
        readonly height: number;
      }
    | { readonly kind: 'pong'; readonly id: number }
    | { readonly kind: 'failed'; readonly failure: WorkerFailure }
  );
