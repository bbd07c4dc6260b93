import { describe, expect, it } from 'vitest';
import type { Luma } from '../../src/scan/luma.ts';
import {
  clip,
  crop,
  double,
  grow,
  halve,
  placeInPicture,
  sharpen,
  smooth,
  viewWhole,
} from '../../src/scan/views.ts';

/** Its brightness tells the column and the row. */
function drawSlope(width: number, height: number): Luma {
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return 3 * x + 2 * y;
  });
  return { data, width, height };
}

const drawEven = (value: number): Luma => ({
  data: new Uint8Array(12 * 10).fill(value),
  width: 12,
  height: 10,
});

describe('a part of a picture', () => {
  const slope = drawSlope(20, 16);

  it('holds the pixels of its region', () => {
    const part = crop(slope, { x: 4, y: 5, width: 3, height: 2 });
    expect([...part.data]).toEqual([22, 25, 28, 24, 27, 30]);
  });

  it('ends where the picture ends', () => {
    const region = { x: -3.5, y: 12.2, width: 8, height: 100 };
    expect(clip(region, slope)).toEqual({ x: 0, y: 12, width: 5, height: 4 });
  });

  it('is empty beside the picture', () => {
    const { width, data } = crop(slope, { x: 30, y: 0, width: 5, height: 5 });
    expect([width, data.length]).toEqual([0, 0]);
  });

  it('knows where its places are in the picture, at each size', () => {
    const part = crop(slope, { x: 4, y: 6, width: 8, height: 8 });
    const place = { x: 2, y: 4 };
    expect(placeInPicture(part, place)).toEqual({ x: 6, y: 10 });
    expect(placeInPicture(halve(part), place)).toEqual({ x: 8, y: 14 });
    expect(placeInPicture(double(smooth(part)), place)).toEqual({ x: 5, y: 8 });
  });
});

describe('a view', () => {
  it.each([
    ['halved', halve],
    ['doubled', double],
    ['smoothed', smooth],
    ['sharpened', sharpen],
  ] as const)('%s leaves an even picture even', (_name, prepare) => {
    for (const value of [0, 1, 127, 254, 255])
      expect(new Set(prepare(viewWhole(drawEven(value))).data)).toEqual(new Set([value]));
  });

  it('halved has the mean of four pixels in each', () => {
    expect([...halve(viewWhole(drawSlope(4, 2))).data]).toEqual([3, 9]);
  });

  it('halved leaves out an odd last row and column', () => {
    const { width, height } = halve(viewWhole(drawSlope(7, 5)));
    expect([width, height]).toEqual([3, 2]);
  });

  it('doubled lies between the old pixels', () => {
    const { data } = double(viewWhole({ data: Uint8Array.of(0, 160), width: 2, height: 1 }));
    expect([...data]).toEqual([0, 40, 120, 160, 0, 40, 120, 160]);
  });

  it('smoothed spreads a point, sharpened draws it out', () => {
    const point = drawEven(100);
    point.data[5 * 12 + 6] = 160;
    const at = 5 * 12 + 6;
    expect(smooth(viewWhole(point)).data[at]).toBe(108);
    expect(sharpen(viewWhole(point)).data[at]).toBe(255);
    expect(sharpen(viewWhole(point)).data[at + 1]).toBeLessThan(100);
  });
});

it('a region grows on all sides', () => {
  const region = { x: 10, y: 20, width: 10, height: 20 };
  expect(grow(region, 0.5)).toEqual({ x: 5, y: 10, width: 20, height: 40 });
});
