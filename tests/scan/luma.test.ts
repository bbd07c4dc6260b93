import { expect, it } from 'vitest';
import { closeGaps, writeBrightness } from '../../src/scan/luma.ts';

it('closes the gaps between rows', () => {
  const plane = Uint8Array.of(1, 2, 0, 3, 4, 0, 5, 6, 0);
  expect([...closeGaps(plane, 3, 2, 3)]).toEqual([1, 2, 3, 4, 5, 6]);
});

it('leaves rows without gaps as they are', () => {
  expect([...closeGaps(Uint8Array.of(1, 2, 3, 4), 2, 2, 2)]).toEqual([1, 2, 3, 4]);
});

it('weighs green more than red, and red more than blue', () => {
  const pixels = [255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255];
  const rgba = pixels.flatMap((value, index) => (index % 3 === 2 ? [value, 255] : [value]));
  const grey = new Uint8Array(5);
  writeBrightness(Uint8ClampedArray.from(rgba), grey);
  expect([...grey]).toEqual([255, 0, 76, 149, 28]);
});
