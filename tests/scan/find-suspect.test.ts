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
  drawPhone,
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
    ['moving', { motion: { x: 5, y: 0 } }],
    ['before a room', { backdrop: drawRoom(3) }],
    ['before a timetable', { backdrop: drawTimetable(2) }],
  ])('finds a code %s', (_, options) => {
    const region = seek(code, options);
    const { x, y } = { ...still, ...options }.shift;
    expect(holds(region, frameSize.width / 2 + x, frameSize.height / 2 + y)).toBe(true);
  });

  /** Whether the code of `still` lies in the region and takes at least a third of it. */
  function fits(region: Region | null): boolean {
    const side = 0.25 * frameSize.width * (1 - 8 / modules);
    const [x, y] = [frameSize.width / 2 + still.shift.x, frameSize.height / 2 + still.shift.y];
    return (
      !!region &&
      holds(region, x - side / 2, y - side / 2) &&
      holds(region, x + side / 2, y + side / 2) &&
      region.width * region.height < 3 * side * side
    );
  }

  it.each([0, 3, 4, 5, 6, 8, 12])(
    'gives a box with the whole code in it, and not much more, in noise of %i',
    (noise) => expect(fits(seek(code, { noise, backdrop: drawBrightRoom(1) }))).toBe(true),
  );

  it('gives such a box of a code on a phone before nine of ten rooms', () => {
    const phone = drawPhone(code, 255, 1);
    // The code is a little above the middle of the phone.
    const above = (phone.height / 2 - Math.round(phone.height * 0.22) - code.height / 2) / 6;
    const perModule = (0.25 * frameSize.width) / modules;
    const boxes = Array.from({ length: 10 }, (_, seed) =>
      seek(phone, {
        share: (0.25 * phone.width) / code.width,
        shift: { x: still.shift.x, y: still.shift.y + above * perModule },
        backdrop: drawRoom(seed),
      }),
    );
    expect(boxes.filter(fits).length).toBeGreaterThanOrEqual(9);
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

  it.each([3, 4, 5, 6, 8, 15])('finds nothing in noise (standard deviation %i)', (noise) => {
    expect(seek(drawSheet(1, 1, 255), { share: 1e-3, noise })).toBeNull();
  });

  it('finds nothing in a quilt, whose few edges run both ways', () => {
    const quilt = drawSheet(400, 400, 255);
    for (let at = 0; at < quilt.luma.length; at += 1)
      if (((at % 400) / 25 + Math.floor(at / 10_000)) & 1) quilt.luma[at] = 0;
    expect(seek(quilt, { share: 400 / frameSize.width, blur: 5 })).toBeNull();
  });

  it.each([0, 1, 2, 3])('finds a code whose modules are as wide as its steps (from %i)', (from) => {
    const sharp = pictureOfQr(drawSampleText(1000), { modulePixels: 4 });
    const [width, height] = [1920, 1080];
    const data = new Uint8Array(width * height).fill(255);
    for (let y = 0; y < sharp.height; y += 1)
      data.set(
        sharp.luma.subarray(y * sharp.width, (y + 1) * sharp.width),
        (y + 320 + from) * width + 640 + from,
      );
    const region = findSuspect({ data, width, height });
    expect(holds(region, 640 + sharp.width / 2, 320 + sharp.width / 2)).toBe(true);
  });

  it('finds nothing in a picture too small for a code', () => {
    expect(findSuspect({ data: new Uint8Array(400), width: 20, height: 20 })).toBeNull();
  });
});
