/**
 * Takes the grey picture out of a frame. Most cameras deliver brightness and colour apart, so that
 * the brightness is copied as it is; everything else is painted on a canvas and read back. Closing
 * the frame is left to the caller.
 */
import type { Frame } from './messages.ts';

/** A grey picture: one byte a pixel, 0 is black, rows without gaps. */
export interface Luma {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Reads frames one after the other; a picture is valid until the next is read. */
export interface LumaReader {
  read(frame: Frame): Promise<Luma>;
}

// Their first plane is the brightness at full size, with 8 bits a pixel.
const formatsWithLuma: ReadonlySet<string | null> = new Set([
  'I420',
  'I420A',
  'I422',
  'I422A',
  'I444',
  'I444A',
  'NV12',
]);

/** Makes a reader that keeps its buffers from frame to frame. */
export function createLumaReader(): LumaReader {
  let planes = new Uint8Array(0);
  let grey = new Uint8Array(0);
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });

  async function copyBrightness(frame: VideoFrame): Promise<Luma> {
    const width = frame.visibleRect?.width ?? frame.codedWidth;
    const height = frame.visibleRect?.height ?? frame.codedHeight;
    const size = frame.allocationSize();
    if (planes.length < size) planes = new Uint8Array(size);
    const [plane] = await frame.copyTo(planes);
    if (!plane) throw new Error('The frame has no planes');
    const data = planes.subarray(plane.offset, plane.offset + plane.stride * height);
    return { data: closeGaps(data, plane.stride, width, height), width, height };
  }

  function paint(frame: Frame): Luma {
    if (!context) throw new Error('The canvas has no 2d context');
    const isBitmap = 'width' in frame;
    const width = isBitmap ? frame.width : frame.displayWidth;
    const height = isBitmap ? frame.height : frame.displayHeight;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.drawImage(frame, 0, 0, width, height);
    const pixels = context.getImageData(0, 0, width, height).data;
    if (grey.length !== width * height) grey = new Uint8Array(width * height);
    writeBrightness(pixels, grey);
    return { data: grey, width, height };
  }

  return {
    async read(frame) {
      if ('copyTo' in frame && formatsWithLuma.has(frame.format)) {
        const copied = await copyBrightness(frame).catch(() => null);
        if (copied) return copied;
      }
      return paint(frame);
    },
  };
}

/** Moves rows that lie `stride` bytes apart together, in place. */
export function closeGaps(
  plane: Uint8Array,
  stride: number,
  width: number,
  height: number,
): Uint8Array {
  if (stride !== width)
    for (let row = 1; row < height; row += 1)
      plane.copyWithin(row * width, row * stride, row * stride + width);
  return plane.subarray(0, width * height);
}

/** Brightness of RGBA pixels by the weights of ITU-R BT.601, in 1/256. */
export function writeBrightness(pixels: Uint8ClampedArray, grey: Uint8Array): void {
  for (let from = 0, to = 0; to < grey.length; from += 4, to += 1) {
    const [red = 0, green = 0, blue = 0] = [pixels[from], pixels[from + 1], pixels[from + 2]];
    grey[to] = (77 * red + 150 * green + 29 * blue) >> 8;
  }
}
