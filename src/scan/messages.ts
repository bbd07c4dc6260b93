/**
 * The words that the page and the decoding worker speak. Every message carries the version of this
 * file: a worker of an older build may outlive the page that started it, and must not be believed
 * by a newer page. What is said when is left to `worker-link.ts` and `decoder.worker.ts`.
 */

/** Raised with every change of the messages below. */
export const PROTOCOL_VERSION = 2;

/** The two engines that read codes, the preferred one first. */
export type EngineName = 'zxing-wasm' | 'zxing-js';

declare const scanned: unique symbol;

/** A text read from a code, and nothing more: nobody vouches for it. */
export type ScannedText = string & { readonly [scanned]: true };

/** A picture that can be handed over to a worker. */
export type Frame = VideoFrame | ImageBitmap;

/** A place in a picture, in its pixels, from the upper left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corners of a code: upper left, upper right, lower right, lower left, as the code is printed. */
export type Corners = readonly [Point, Point, Point, Point];

/** A code in a picture. */
export interface FoundCode {
  /** Null where a code was located and could not be read. */
  readonly text: string | null;
  readonly corners: Corners;
  /** Modules along one side, 4 · version + 17; null where the engine does not tell. */
  readonly modules: number | null;
}

/** An upright rectangle of a picture, in its pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a part of a picture is lit, in steps of brightness from 0 to 255. */
export interface Light {
  /** Nine tenths of it are brighter than this, */
  readonly dark: number;
  /** and nine tenths are darker than this. */
  readonly bright: number;
  /** The part of it, 0 to 1, that lies in burnt-out patches. */
  readonly burnt: number;
}

/** What one picture showed. */
export interface Reading {
  /** Pixels of the whole picture. */
  readonly width: number;
  readonly height: number;
  /** The codes in it, read or not, each once. */
  readonly codes: readonly FoundCode[];
  /** Where something looks like a code although none was located. */
  readonly suspect: Region | null;
  /** The light on the code, on the suspect, or on the whole picture, whichever there is. */
  readonly light: Light;
  /** A mark of the picture's content: two pictures of a living camera never have the same. */
  readonly print: number;
}

/** How hard to look: at a frame, which others follow, or at a picture that is all there is. */
export type Effort = 'frame' | 'picture';

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
    | {
        readonly kind: 'read';
        readonly id: number;
        readonly frame: Frame;
        readonly effort: Effort;
      }
    | { readonly kind: 'ping'; readonly id: number }
  );

/** What the worker says. */
export type FromWorker = Versioned &
  (
    | { readonly kind: 'ready' }
    | { readonly kind: 'reading'; readonly id: number; readonly reading: Reading }
    | { readonly kind: 'pong'; readonly id: number }
    | { readonly kind: 'failed'; readonly failure: WorkerFailure }
  );
