/**
 * The page for what is measured while nothing happens: shows the camera only, or scans as the app does,
 * or decodes every frame that comes with the same decoder; and reads thousands of frames in a row, as
 * fast as the worker answers. Counting processor time and memory is left to whoever drives it.
 */
import { createDecoder, type Decoder } from '../../../src/scan/decoder.ts';
import { type ScannerState, startScanner } from '../../../src/scan/scanner.ts';
import { decoderParts } from './decoder-parts.ts';
import { placeVideo } from './ready-made.ts';

/** What the page may do with its camera. */
export type SteadyTask = 'show' | 'scan' | 'decode every frame';

/** A stored frame: its brightness plane is fetched by this name. */
export interface StoredFrame {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

const stage = {
  container: document.getElementById('stage') as HTMLElement,
  onText(): void {
    throw new Error('nothing was to be read');
  },
};

/** Resolves when the camera is live. */
async function start(task: SteadyTask): Promise<void> {
  const video = placeVideo(stage);
  if (task === 'scan') {
    await new Promise<void>((resolve, reject) => {
      const onState = ({ name }: ScannerState): void => {
        if (name === 'live') resolve();
        if (name === 'failed') reject(new Error('no camera'));
      };
      const cameraMemory = { read: () => null, write: () => undefined };
      const { onText } = stage;
      startScanner({
        ...decoderParts,
        video,
        cameraMemory,
        onState,
        onText,
        onOutlook: () => undefined,
      });
    });
    return;
  }
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: size });
  await video.play();
  if (task === 'decode every frame') decodeEveryFrame(video);
}

function decodeEveryFrame(video: HTMLVideoElement): void {
  const decoder = createDecoder(decoderParts);
  let busy = false;
  const follow = async (): Promise<void> => {
    video.requestVideoFrameCallback(() => void follow());
    if (busy) return;
    busy = true;
    const reading = await decoder.decode(new VideoFrame(video), 'frame');
    busy = false;
    if (!reading) throw new Error('a frame was lost');
  };
  video.requestVideoFrameCallback(() => void follow());
}

let decoder: Decoder | null = null;
let planes: readonly { readonly data: Uint8Array<ArrayBuffer>; readonly frame: StoredFrame }[] = [];
let order: readonly number[] = [];
let next = 0;

/** Fetches the frames; `round` is the order in which they come, by their places, again and again. */
async function load(frames: readonly StoredFrame[], round: readonly number[]): Promise<void> {
  order = round;
  planes = await Promise.all(
    frames.map(async (frame) => {
      const brightness = new Uint8Array(await (await fetch(frame.file)).arrayBuffer());
      const data = new Uint8Array((brightness.length * 3) / 2).fill(128);
      data.set(brightness);
      return { data, frame };
    }),
  );
  decoder = createDecoder(decoderParts);
}

/** Decodes stored frames, one after the other in rounds; gives how many codes were read. */
async function decodeFrames(count: number): Promise<number> {
  let texts = 0;
  for (let done = 0; done < count; done += 1) {
    const plane = planes[order[next % order.length] ?? 0];
    if (!plane || !decoder) throw new Error('nothing to decode');
    const { width: codedWidth, height: codedHeight } = plane.frame;
    const timestamp = next * 33_333;
    const frame = new VideoFrame(plane.data, {
      format: 'I420',
      codedWidth,
      codedHeight,
      timestamp,
    });
    const reading = await decoder.decode(frame, 'frame');
    if (!reading || decoder.engine !== 'zxing-wasm') throw new Error('a frame was lost');
    texts += reading.codes.filter(({ text }) => text !== null).length;
    next += 1;
  }
  return texts;
}

Object.assign(globalThis, { bench: { start, load, decodeFrames } });
