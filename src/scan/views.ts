/**
 * Other views of a picture: a part of it, at half or twice the size, smoothed or sharpened. Each knows
 * where it lies in the picture that it was made from.
 */
import type { Luma } from './luma.ts';
import type { Point, Region } from './messages.ts';

/** A picture made from another. */
export interface View extends Luma {
  /** Where its upper left corner is in the first picture. */
  readonly origin: Point;
  /** Its pixels to one of the first picture's. */
  readonly scale: number;
}

/** A picture as it is. */
export const viewWhole = ({ data, width, height }: Luma): View => ({
  data,
  width,
  height,
  origin: { x: 0, y: 0 },
  scale: 1,
});

/** Where a place in a view is in the first picture. */
export const placeInPicture = ({ origin, scale }: View, { x, y }: Point): Point => ({
  x: origin.x + x / scale,
  y: origin.y + y / scale,
});

/** The part of a region that lies in a picture, in whole pixels. */
export function clip({ x, y, width, height }: Region, picture: Luma): Region {
  const left = Math.max(0, Math.floor(x));
  const upper = Math.max(0, Math.floor(y));
  return {
    x: left,
    y: upper,
    width: Math.max(0, Math.min(picture.width, Math.ceil(x + width)) - left),
    height: Math.max(0, Math.min(picture.height, Math.ceil(y + height)) - upper),
  };
}

/** A region with so much of its size added on each side. */
export const grow = ({ x, y, width, height }: Region, by: number): Region => ({
  x: x - by * width,
  y: y - by * height,
  width: (1 + 2 * by) * width,
  height: (1 + 2 * by) * height,
});

/** A part of a picture. */
export function crop(luma: Luma, region: Region): View {
  const { x, y, width, height } = clip(region, luma);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (y + row) * luma.width + x;
    data.set(luma.data.subarray(from, from + width), row * width);
  }
  return { data, width, height, origin: { x, y }, scale: 1 };
}

/** Half the size; each pixel is the mean of four. */
export function halve(view: View): View {
  const { data, width } = view;
  const halfWidth = width >> 1;
  const halfHeight = view.height >> 1;
  const half = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0, to = 0; y < halfHeight; y += 1)
    for (let x = 0, from = 2 * y * width; x < halfWidth; x += 1, from += 2, to += 1)
      half[to] =
        ((data[from] as number) +
          (data[from + 1] as number) +
          (data[from + width] as number) +
          (data[from + width + 1] as number) +
          2) >>
        2;
  return { ...view, data: half, width: halfWidth, height: halfHeight, scale: view.scale / 2 };
}

/** Without what is finer than a pixel or two: noise, and the beat of a screen's grid. */
export const smooth = (view: View): View => ({ ...view, data: blur(view) });

/** How much of what a blur takes is added. */
const sharpening = 2;

/** With edges drawn out, so that modules of a pixel and a half come apart. */
export function sharpen(view: View): View {
  const { data } = view;
  const sharp = blur(view);
  for (let at = 0; at < sharp.length; at += 1) {
    const value = data[at] as number;
    const drawn = value + sharpening * (value - (sharp[at] as number));
    sharp[at] = drawn < 0 ? 0 : drawn > 255 ? 255 : drawn;
  }
  return { ...view, data: sharp };
}

/** Twice the size; each new pixel lies a quarter of a pixel off an old one, and is mixed of four. */
export function double(view: View): View {
  const { data, width, height } = view;
  const wide = 2 * width;
  const twice = new Uint8Array(4 * width * height);
  const upper = new Uint16Array(wide);
  const lower = new Uint16Array(wide);
  const stretch = (y: number, into: Uint16Array): void => {
    const from = Math.max(0, Math.min(height - 1, y)) * width;
    for (let x = 0; x < width; x += 1) {
      const here = 3 * (data[from + x] as number);
      into[2 * x] = here + (data[x === 0 ? from : from + x - 1] as number);
      into[2 * x + 1] = here + (data[x === width - 1 ? from + x : from + x + 1] as number);
    }
  };
  let above = upper;
  let below = lower;
  stretch(-1, above);
  for (let y = 0; y <= height; y += 1) {
    stretch(y, below);
    const before = (2 * y - 1) * wide;
    if (y > 0)
      for (let x = 0; x < wide; x += 1)
        twice[before + x] = (3 * (above[x] as number) + (below[x] as number) + 8) >> 4;
    if (y < height)
      for (let x = 0, to = before + wide; x < wide; x += 1, to += 1)
        twice[to] = ((above[x] as number) + 3 * (below[x] as number) + 8) >> 4;
    [above, below] = [below, above];
  }
  return { ...view, data: twice, width: wide, height: 2 * height, scale: 2 * view.scale };
}

/** The binomial blur of five by five pixels; the outermost two pixels stay as they are. */
function blur({ data, width, height }: Luma): Uint8Array {
  const size = width * height;
  const across = new Uint16Array(size);
  for (let y = 0; y < height; y += 1) {
    const end = (y + 1) * width - 2;
    for (let at = y * width + 2; at < end; at += 1)
      across[at] =
        (data[at - 2] as number) +
        (data[at + 2] as number) +
        4 * ((data[at - 1] as number) + (data[at + 1] as number)) +
        6 * (data[at] as number);
  }
  const soft = data.slice(0, size);
  for (let y = 2; y < height - 2; y += 1) {
    const end = (y + 1) * width - 2;
    for (let at = y * width + 2; at < end; at += 1)
      soft[at] =
        ((across[at - 2 * width] as number) +
          (across[at + 2 * width] as number) +
          4 * ((across[at - width] as number) + (across[at + width] as number)) +
          6 * (across[at] as number) +
          128) >>
        8;
  }
  return soft;
}
