/**
 * What a camera sees beside codes: rooms, pages, timetables, and the phone that a code is shown on.
 * Drawn, never photographed, so that the same seed gives the same picture everywhere. Placing a
 * phone before a camera is left to scene.ts.
 */
import type { Picture } from '../../e2e/support/picture.ts';
import { type RandomBits, seedRandom } from '../../e2e/support/random.ts';

/** The size of all frames here. */
export const frameSize = { width: 1280, height: 720 } as const;

/** A drawing of a frame's size. */
export type Draw = (seed: number) => Picture;

/** From `least` to `most`, evenly. */
export const drawBetween = (random: RandomBits, least: number, most: number): number =>
  least + (random() / 0xffffffff) * (most - least);

/** One even area. */
export const drawSheet = (width: number, height: number, value: number): Picture => ({
  width,
  height,
  luma: new Uint8Array(width * height).fill(value),
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function fillBox({ luma, width, height }: Picture, box: Box, value: number): void {
  const [left, right] = [Math.max(0, Math.round(box.x)), Math.round(box.x + box.width)];
  const lower = Math.min(height, Math.round(box.y + box.height));
  for (let y = Math.max(0, Math.round(box.y)); y < lower; y += 1)
    luma.fill(value, y * width + left, y * width + Math.min(width, right));
}

/** Lines of letters made of strokes, with gaps between words and at the lines' ends. */
function fillWriting(picture: Picture, box: Box, size: number, ink: number, seed: number): void {
  const random = seedRandom(seed);
  const stroke = Math.max(1, size / 6);
  for (let y = box.y; y + size <= box.y + box.height; y += 1.7 * size) {
    const end = box.x + box.width * drawBetween(random, 0.6, 1);
    for (let x = box.x; x + size <= end; x += 0.7 * size) {
      const bits = random();
      if (bits % 6 === 0) continue;
      const upright = { width: stroke, height: size };
      if (bits & 64) fillBox(picture, { x, y, ...upright }, ink);
      if (bits & 128) fillBox(picture, { x: x + 0.4 * size, y, ...upright }, ink);
      const level = { x, width: 0.5 * size, height: stroke };
      for (const line of [0, 1, 2])
        if (bits & (256 << line)) fillBox(picture, { ...level, y: y + line * 0.42 * size }, ink);
    }
  }
}

/** A room: walls that are not evenly lit, furniture, blinds. */
export const drawRoom: Draw = (seed) => {
  const random = seedRandom(seed);
  const { width, height } = frameSize;
  const room = drawSheet(width, height, 0);
  const [slopeX, slopeY] = [drawBetween(random, -60, 60), drawBetween(random, -60, 60)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      room.luma[y * width + x] = 120 + slopeX * (x / width) + slopeY * (y / height);
  for (let thing = 0; thing < 14; thing += 1) {
    const box = {
      x: drawBetween(random, -50, width),
      y: drawBetween(random, -50, height),
      width: drawBetween(random, 20, 300),
      height: drawBetween(random, 20, 250),
    };
    const value = Math.round(drawBetween(random, 20, 235));
    fillBox(room, box, value);
    if (thing % 3 > 0) continue;
    const slats = Math.round(drawBetween(random, 4, 12));
    for (let x = 0; x < box.width; x += 2 * slats)
      fillBox(room, { ...box, x: box.x + x, width: slats }, value ^ 64);
  }
  return room;
};

/** The same, by day beside a window. */
export const drawBrightRoom: Draw = (seed) => {
  const room = drawRoom(seed);
  fillBox(room, { x: 60, y: 0, width: 240, height: 400 }, 255);
  return { ...room, luma: room.luma.map((value) => Math.min(255, value + 60)) };
};

/** A printed page. */
export const drawPage: Draw = (seed) => {
  const page = drawSheet(frameSize.width, frameSize.height, 225);
  const size = 10 + 4 * (seed % 5);
  fillWriting(page, { x: 120, y: 40, width: 1040, height: 640 }, size, 40, seed);
  return page;
};

/** A timetable: ruled columns of short entries. */
export const drawTimetable: Draw = (seed) => {
  const sheet = drawSheet(frameSize.width, frameSize.height, 215);
  const [columns, rows] = [6 + (seed % 4), 14];
  const [width, height] = [1160 / columns, 640 / rows];
  for (let column = 0; column <= columns; column += 1)
    fillBox(sheet, { x: 60 + column * width, y: 40, width: 2, height: 640 }, 60);
  for (let row = 0; row <= rows; row += 1)
    fillBox(sheet, { x: 60, y: 40 + row * height, width: 1160, height: 2 }, 60);
  for (let column = 0; column < columns; column += 1)
    for (let row = 0; row < rows; row += 1)
      fillWriting(
        sheet,
        { x: 68 + column * width, y: 54 + row * height, width: width - 16, height: 16 },
        14,
        50,
        100 * seed + 20 * column + row,
      );
  return sheet;
};

/** A phone that shows a picture, with a heading above and writing below. */
export function drawPhone(shown: Picture, page: number, seed: number): Picture {
  const rim = Math.round(shown.width * 0.04);
  const width = shown.width + 4 * rim;
  const phone = drawSheet(width, Math.round(width * 1.9), 5);
  const [left, ink] = [2 * rim, page > 128 ? 40 : 220];
  fillBox(phone, { x: rim, y: rim, width: width - 2 * rim, height: phone.height - 2 * rim }, page);
  const upper = Math.round(phone.height * 0.22);
  const line = { x: left, width: shown.width };
  const size = shown.width / 22;
  fillWriting(phone, { ...line, y: 3 * rim, height: upper - 5 * rim }, 1.4 * size, ink, seed);
  for (let y = 0; y < shown.height; y += 1)
    phone.luma.set(
      shown.luma.subarray(y * shown.width, (y + 1) * shown.width),
      (upper + y) * width + left,
    );
  const below = upper + shown.height + 2 * rim;
  fillWriting(
    phone,
    { ...line, y: below, height: phone.height - below - 3 * rim },
    size,
    ink,
    seed,
  );
  return phone;
}

/**
 * Takes every other module, by chance, from another code of the same version: what all codes of it have
 * in common stays, and the text is lost.
 */
export function mixModules(
  code: Picture,
  other: Picture,
  { modulePixels, seed }: { readonly modulePixels: number; readonly seed: number },
): Picture {
  const random = seedRandom(seed);
  const mixed = { ...code, luma: Uint8Array.from(code.luma) };
  for (let y = 0; y < code.height; y += modulePixels)
    for (let x = 0; x < code.width; x += modulePixels)
      if (random() % 2 > 0)
        fillBox(
          mixed,
          { x, y, width: modulePixels, height: modulePixels },
          other.luma[y * code.width + x] as number,
        );
  return mixed;
}
