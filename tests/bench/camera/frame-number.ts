/**
 * A number in the upper left corner of every frame, as squares that are bright or dark: the page reads
 * from it which frame of the video it sees. So the moment of the first frame with a code is known even
 * to a page that was too busy to look at that frame. Written in Node, read in the page.
 */

/** Pixels of a square's side, and squares in the row. */
const side = 16;
const bits = 6;
const bright = 225;
const dark = 30;

/** How many frames have a number of their own. */
export const numberedFrames = 2 ** bits;

/** Writes a number into a frame, in place. */
export function writeFrameNumber(luma: Uint8Array, width: number, number: number): void {
  if (number >= numberedFrames)
    throw new Error('a video is longer than its frames can be numbered');
  for (let bit = 0; bit < bits; bit += 1)
    for (let y = 0; y < side; y += 1) {
      const start = y * width + bit * side;
      luma.fill((number >> bit) & 1 ? bright : dark, start, start + side);
    }
}

/** Makes a function that gives the number of the frame that a video shows. */
export function createNumberReader(): (video: HTMLVideoElement) => number {
  const canvas = new OffscreenCanvas(bits, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('the canvas has no 2d context');
  return (video) => {
    context.drawImage(video, 0, 0, bits * side, side, 0, 0, bits, 1);
    const { data } = context.getImageData(0, 0, bits, 1);
    return Array.from({ length: bits }, (_, bit) =>
      (data[4 * bit] ?? 0) > 128 ? 1 << bit : 0,
    ).reduce((sum, value) => sum + value, 0);
  };
}
