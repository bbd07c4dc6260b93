/**
 * The scanner: camera and decoder joined by a loop that hands over one frame at a time, always the
 * newest. Every text of every frame is reported; whether it was seen before, and what it means, is
 * left to the caller, and so is keeping the screen awake.
 */
import {
  type CameraAbilities,
  type CameraFacing,
  type CameraFailure,
  type CameraMemory,
  type CameraState,
  openCamera,
} from './camera.ts';
import { createDecoder, type DecoderOptions } from './decoder.ts';
import { createOutlook, type Outlook } from './hints.ts';
import type { EngineName, Frame, Reading, ScannedText } from './messages.ts';
import { createPace } from './pace.ts';

/** Why nothing can be scanned. */
export type ScanFailure = CameraFailure | 'decoder-failed';

/** What the scanner does at present. */
export type ScannerState =
  | { readonly name: 'starting' }
  | { readonly name: 'live'; readonly engine: EngineName; readonly abilities: CameraAbilities }
  | { readonly name: 'failed'; readonly failure: ScanFailure };

/** What a scanner needs; the worker runs `decoder.worker.ts`. */
export interface ScannerOptions extends DecoderOptions {
  readonly video: HTMLVideoElement;
  readonly cameraMemory: CameraMemory;
  readonly facing?: CameraFacing;
  readonly onState: (state: ScannerState) => void;
  readonly onText: (text: ScannedText) => void;
  /** After each frame: what would help, if anything. */
  readonly onOutlook: (outlook: Outlook) => void;
}

/** A running scanner. */
export interface Scanner {
  /** Begins anew after a failure. */
  retry(): void;
  /** Gives camera and worker back for good. */
  stop(): void;
  switchCamera(): void;
  setTorch(on: boolean): void;
  setZoom(value: number): void;
  /** The texts of the codes in a picture, which is closed; null when no engine is left. */
  readPicture(picture: ImageBitmap): Promise<readonly ScannedText[] | null>;
}

/** Milliseconds after which an engine is tried again when none is left. */
const revivalPause = 10_000;
/** Frames in a row that could not be taken until that is said. */
const mostFramesLost = 60;

/** Starts scanning; the first state is `starting`. */
export function startScanner(options: ScannerOptions): Scanner {
  const { video, cameraMemory, onState, onText, onOutlook } = options;
  const page = video.ownerDocument;
  const pace = createPace();
  const outlook = createOutlook();
  let stopped = false;
  let decoder = createDecoder(options);
  let shownEngine = decoder.engine;
  let camera: CameraState = { name: 'starting' };
  let busy = false;
  let picturesInWork = 0;
  let framesLost = 0;
  let revival: ReturnType<typeof setTimeout> | undefined;

  const openedCamera = openCamera({
    video,
    mediaDevices: navigator.mediaDevices,
    memory: cameraMemory,
    ...(options.facing ? { facing: options.facing } : {}),
    onState(state) {
      camera = state;
      report();
    },
  });

  function report(): void {
    shownEngine = decoder.engine;
    clearTimeout(revival);
    if (!shownEngine && !stopped && !page.hidden) revival = setTimeout(revive, revivalPause);
    if (camera.name !== 'live') onState(camera);
    else if (!shownEngine) onState({ name: 'failed', failure: 'decoder-failed' });
    else onState({ name: 'live', engine: shownEngine, abilities: camera.abilities });
  }

  async function readFrame(): Promise<void> {
    busy = true;
    try {
      const frame = await captureFrame(video);
      noteCapture(frame !== null);
      const reading = frame && (await decoder.decode(frame, 'frame'));
      if (stopped) return;
      if (reading) take(reading);
      if (decoder.engine !== shownEngine) report();
    } finally {
      busy = false;
    }
  }

  /** A camera may be live and give nothing that can be taken. */
  function noteCapture(isTaken: boolean): void {
    framesLost = isTaken ? 0 : framesLost + 1;
    if (framesLost < mostFramesLost || camera.name !== 'live') return;
    camera = { name: 'failed', failure: 'camera-failed' };
    report();
  }

  /** When both engines were given up, whatever broke them may have gone. */
  function revive(): void {
    if (stopped || decoder.engine) return;
    decoder = createDecoder(options);
    report();
  }

  function take(reading: Reading): void {
    const now = performance.now();
    pace.note(reading, now);
    openedCamera.notePicture(reading.print);
    onOutlook(outlook.note(reading, now));
    for (const text of listTexts(reading)) onText(text);
  }

  function followVideo(now: number): void {
    callback = video.requestVideoFrameCallback(followVideo);
    if (
      stopped ||
      busy ||
      picturesInWork > 0 ||
      camera.name !== 'live' ||
      !shownEngine ||
      !pace.isDue(now)
    )
      return;
    void readFrame();
  }

  /** A hidden page has no camera: its worker would only hold memory. */
  function followVisibility(): void {
    decoder.close();
    clearTimeout(revival);
    if (page.hidden) return;
    outlook.reset();
    framesLost = 0;
    decoder = createDecoder(options);
    report();
  }

  let callback = video.requestVideoFrameCallback(followVideo);
  page.addEventListener('visibilitychange', followVisibility);

  return {
    retry() {
      if (stopped) return;
      if (!decoder.engine) decoder = createDecoder(options);
      framesLost = 0;
      openedCamera.restart();
    },
    stop() {
      stopped = true;
      page.removeEventListener('visibilitychange', followVisibility);
      video.cancelVideoFrameCallback(callback);
      clearTimeout(revival);
      openedCamera.stop();
      decoder.close();
    },
    switchCamera: () => openedCamera.switchCamera(),
    setTorch: (on) => openedCamera.setTorch(on),
    setZoom: (value) => openedCamera.setZoom(value),
    async readPicture(picture) {
      // A frame would wait behind the picture, and be taken for one that hangs.
      picturesInWork += 1;
      try {
        const reading = await decoder.decode(picture, 'picture');
        return reading && listTexts(reading);
      } finally {
        picturesInWork -= 1;
      }
    },
  };
}

const listTexts = ({ codes }: Reading): readonly ScannedText[] =>
  codes.flatMap(({ text }) => (text === null ? [] : [text as ScannedText]));

/** The picture on the screen; null while there is none. */
async function captureFrame(video: HTMLVideoElement): Promise<Frame | null> {
  try {
    if ('VideoFrame' in globalThis) return new VideoFrame(video);
  } catch {
    // Some browsers have it and cannot make one of a camera's video.
  }
  // Null: the stream was exchanged between the callback and now.
  return createImageBitmap(video).catch(() => null);
}
