/**
 * The scanner: camera and decoder joined by a loop that hands over one frame at a time, always the
 * newest. Every text of every frame is reported; whether it was seen before, and what it means, is
 * left to the caller, and so is keeping the screen awake.
 */
import { type CameraFailure, type CameraState, openCamera } from './camera.ts';
import { createDecoder, type DecoderOptions } from './decoder.ts';
import type { EngineName, Frame, ScannedText } from './messages.ts';

/** Why nothing can be scanned. */
export type ScanFailure = CameraFailure | 'decoder-failed';

/** What the scanner does at present. */
export type ScannerState =
  | { readonly name: 'starting' }
  | { readonly name: 'live'; readonly engine: EngineName }
  | { readonly name: 'failed'; readonly failure: ScanFailure };

/** What a scanner needs; the worker runs `decoder.worker.ts`. */
export interface ScannerOptions extends DecoderOptions {
  readonly video: HTMLVideoElement;
  readonly onState: (state: ScannerState) => void;
  readonly onText: (text: ScannedText) => void;
}

/** A running scanner. */
export interface Scanner {
  /** Begins anew after a failure. */
  retry(): void;
  /** Gives camera and worker back for good. */
  stop(): void;
}

/** Milliseconds between two frames: 15 a second, which leaves phones cool. */
const frameInterval = 66;

/** Starts scanning; the first state is `starting`. */
export function startScanner(options: ScannerOptions): Scanner {
  const { video, onState, onText } = options;
  let stopped = false;
  let decoder = createDecoder(options);
  let shownEngine = decoder.engine;
  let camera: CameraState = { name: 'starting' };
  let busy = false;
  let lastFrameAt = 0;

  const openedCamera = openCamera({
    video,
    mediaDevices: navigator.mediaDevices,
    onState(state) {
      camera = state;
      report();
    },
  });

  function report(): void {
    shownEngine = decoder.engine;
    if (camera.name !== 'live') onState(camera);
    else if (shownEngine) onState({ name: 'live', engine: shownEngine });
    else onState({ name: 'failed', failure: 'decoder-failed' });
  }

  async function readFrame(): Promise<void> {
    busy = true;
    try {
      const frame = await captureFrame(video);
      const texts = frame ? await decoder.decode(frame) : [];
      if (stopped) return;
      for (const text of texts) onText(text);
      if (decoder.engine !== shownEngine) report();
    } finally {
      busy = false;
    }
  }

  function followVideo(now: number): void {
    callback = video.requestVideoFrameCallback(followVideo);
    if (stopped || busy || camera.name !== 'live' || !shownEngine) return;
    if (now - lastFrameAt < frameInterval) return;
    lastFrameAt = now;
    void readFrame();
  }

  let callback = video.requestVideoFrameCallback(followVideo);

  return {
    retry() {
      if (stopped) return;
      if (!decoder.engine) decoder = createDecoder(options);
      openedCamera.restart();
    },
    stop() {
      stopped = true;
      video.cancelVideoFrameCallback(callback);
      openedCamera.stop();
      decoder.close();
    },
  };
}

/** The picture on the screen; null while there is none. */
async function captureFrame(video: HTMLVideoElement): Promise<Frame | null> {
  try {
    return 'VideoFrame' in globalThis ? new VideoFrame(video) : await createImageBitmap(video);
  } catch {
    // The stream was exchanged between the callback and now.
    return null;
  }
}
