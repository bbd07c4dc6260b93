import { describe, expect, it } from 'vitest';
import { findSuspect } from '../../src/scan/find-suspect.ts';
import type { Region } from '../../src/scan/messages.ts';
import { type Picture, pictureOfQr } from '../e2e/support/picture.ts';
import { drawSampleText } from '../e2e/support/sample-text.ts';
import { renderScene, type SceneOptions } from '../e2e/support/scene.ts';
import {
  type Draw,
  drawBrightRoom,
  drawPage,
  drawRoom,
  drawSheet,
  drawTimetable,
  frameSize,
} from './seen/drawings.ts';

const code = pictureOfQr(drawSampleText(1000), { modulePixels: 6 });
const modules = code.width / 6;

const still: SceneOptions = {
  ...frameSize,
  share: 0.25,
  tilt: 0,
  roll: 0,
  blur: 0.6,
  noise: 3,
  shift: { x: 120, y: -60 },
  seed: 1,
};

function seek(picture: Picture, options: Partial<SceneOptions>): Region | null {
  const { luma, width, height } = renderScene(picture, { ...still, ...options });
  return findSuspect({ data: luma, width, height });
}

const holds = (region: Region | null, x: number, y: number): boolean =>
  !!region &&
  x >= region.x &&
  x <= region.x + region.width &&
  y >= region.y &&
  y <= region.y + region.height;

describe('findSuspect', () => {
  it.each([
    ['far away', { share: (1 * modules) / frameSize.width }],
    ['near', { share: (5 * modules) / frameSize.width, shift: { x: 120, y: 0 } }],
    ['on its corner', { roll: 45 }],
    ['seen at 65 degrees', { tilt: 65 }],
    ['out of focus', { share: 0.4, blur: 2, shift: { x: 0, y: 0 } }],
    ['in a dim light', { light: 0.2, noise: 6 }],
    ['in the dark', { light: 0.12, noise: 8 }],
    ['moving', { motion: 5 }],
    ['before a room', { backdrop: drawRoom(3) }],
    ['before a timetable', { backdrop: drawTimetable(2) }],
  ])('finds a code %s', (_, options) => {
    const region = seek(code, options);
    const { x, y } = { ...still, ...options }.shift;
    expect(holds(region, frameSize.width / 2 + x, frameSize.height / 2 + y)).toBe(true);
  });

  it('gives a box with the whole code in it, and not much more', () => {
    const region = seek(code, {});
    if (!region) throw new Error('Nothing was found');
    const half = (0.25 * frameSize.width * (1 - 8 / modules)) / 2;
    for (const side of [-half, half])
      expect(holds(region, frameSize.width / 2 + 120 + side, 300 + side)).toBe(true);
    expect(region.width).toBeLessThan(3 * half);
    expect(region.height).toBeLessThan(3 * half);
  });

  it('gives a box within the picture', () => {
    const region = seek(code, { shift: { x: -480, y: -200 } });
    expect(region?.x).toBeGreaterThanOrEqual(0);
    expect(region?.y).toBeGreaterThanOrEqual(0);
  });

  const draws: readonly (readonly [string, Draw])[] = [
    ['a room', drawRoom],
    ['a bright room', drawBrightRoom],
    ['a page', drawPage],
    ['a timetable', drawTimetable],
  ];

  it.each(draws)('finds nothing in %s, in nine of ten', (_, draw) => {
    const found = Array.from({ length: 10 }, (_, seed) =>
      seek(drawSheet(1, 1, 255), { share: 1e-3, backdrop: draw(seed), seed }),
    );
    expect(found.filter((region) => region !== null).length).toBeLessThanOrEqual(1);
  });

  it.each([0, 90, 45])('finds nothing in stripes (turned by %i degrees)', (roll) => {
    const stripes = drawSheet(300, 300, 255);
    for (let at = 0; at < stripes.luma.length; at += 1) if (at % 6 < 3) stripes.luma[at] = 0;
    expect(seek(stripes, { roll })).toBeNull();
  });

  it('finds nothing in noise', () => {
    expect(seek(drawSheet(1, 1, 255), { share: 1e-3, noise: 15 })).toBeNull();
  });

  it('finds nothing in a picture too small for a code', () => {
    expect(findSuspect({ data: new Uint8Array(400), width: 20, height: 20 })).toBeNull();
  });
});
