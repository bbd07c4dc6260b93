import { describe, expect, it } from 'vitest';
import type { Picture } from './picture.ts';
import { pictureOfQr } from './picture.ts';
import { readQr } from './read-qr.ts';
import { CAPACITY, drawSampleText } from './sample-text.ts';
import { renderScene, type SceneOptions } from './scene.ts';

const HD = { width: 1280, height: 720 } as const;
const FULL_HD = { width: 1920, height: 1080 } as const;
const FOUR_TO_THREE = { width: 1280, height: 960 } as const;

const STILL: SceneOptions = {
  ...HD,
  share: 0.5,
  tilt: 0,
  roll: 0,
  blur: 0,
  noise: 0,
  shift: { x: 0, y: 0 },
  seed: 1,
};

const HAND_HELD: SceneOptions = { ...STILL, tilt: 12, roll: 6, blur: 0.8, noise: 5 };

const texts = {
  shortest: drawSampleText(1454),
  22: drawSampleText(CAPACITY[22]),
  25: drawSampleText(CAPACITY[25]),
} as const;

const sheet = (luma: number): Picture => ({
  width: 100,
  height: 100,
  luma: new Uint8Array(10_000).fill(luma),
});

const measureBrightRow = ({ width, luma }: Picture, y: number): number =>
  luma.subarray(y * width, (y + 1) * width).filter((value) => value > 200).length;

const readSeeds = async (text: string, options: SceneOptions): Promise<number> => {
  const picture = pictureOfQr(text, { modulePixels: 6 });
  let read = 0;
  for (const seed of [1, 2, 3]) {
    const seen = await readQr(renderScene(picture, { ...options, seed }));
    if (seen === text) read += 1;
    else expect(seen).toBeNull();
  }
  return read;
};

describe('renderScene', () => {
  it('gives the picture its share of the width', () => {
    const frame = renderScene(sheet(255), STILL);
    expect(measureBrightRow(frame, 360)).toBe(640);
  });

  it('shows a far edge shorter than a near one', () => {
    const frame = renderScene(sheet(255), { ...STILL, share: 0.4, tilt: 30 });
    expect(measureBrightRow(frame, 200)).toBeLessThan(measureBrightRow(frame, 360) - 20);
    expect(measureBrightRow(frame, 520)).toBeGreaterThan(measureBrightRow(frame, 360) + 20);
  });

  it('shows the right edge shorter than the left when turned about the upright axis', () => {
    const { luma } = renderScene(sheet(255), { ...STILL, share: 0.4, turn: 30 });
    const measureColumn = (x: number): number =>
      Array.from({ length: HD.height }, (_, y) => luma[y * HD.width + x] ?? 0).filter(
        (value) => value > 200,
      ).length;
    expect(measureColumn(480)).toBeGreaterThan(measureColumn(640) + 20);
    expect(measureColumn(800)).toBeLessThan(measureColumn(640) - 20);
  });

  it('dims all but the reflections', () => {
    const options = { ...STILL, light: 0.5 };
    const middle = 360 * HD.width + 640;
    expect(renderScene(sheet(255), options).luma[middle]).toBe(115);
    const glare = [{ x: 0, y: 0, radius: 40, strength: 100 }];
    const { luma } = renderScene(sheet(255), { ...options, glare });
    expect(luma[middle]).toBe(215);
    expect(luma[middle + 20]).toBeGreaterThan(200);
    expect(luma[middle + 100]).toBe(115);
  });

  it('smears across what moves', () => {
    const { luma } = renderScene(sheet(255), { ...STILL, motion: { x: 9, y: 0 } });
    const edge = luma.subarray(360 * HD.width + 310, 360 * HD.width + 330);
    expect(edge.filter((value) => value > 100 && value < 225).length).toBe(8);
  });

  it('shows the backdrop where the picture is not', () => {
    const backdrop = { ...HD, luma: new Uint8Array(HD.width * HD.height).fill(77) };
    const { luma } = renderScene(sheet(255), { ...STILL, backdrop });
    expect([luma[0], luma[360 * HD.width + 640]]).toEqual([77, 230]);
  });

  it('turns clockwise and moves by the shift', () => {
    const bar: Picture = { width: 100, height: 10, luma: new Uint8Array(1000).fill(255) };
    const frame = renderScene(bar, { ...STILL, roll: 90, shift: { x: 100, y: 0 } });
    expect(measureBrightRow(frame, 100)).toBe(64);
    expect(frame.luma[100 * HD.width + 740]).toBeGreaterThan(200);
  });

  it('adds noise of the wished standard deviation', () => {
    const { luma } = renderScene(sheet(128), {
      ...STILL,
      width: 400,
      height: 400,
      share: 1,
      noise: 8,
    });
    const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
    const variance = luma.reduce((sum, value) => sum + (value - mean) ** 2, 0) / luma.length;
    expect(Math.sqrt(variance)).toBeCloseTo(8, 0);
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    const render = (seed: number) =>
      Buffer.from(renderScene(sheet(255), { ...HAND_HELD, seed }).luma);
    expect(render(1).equals(render(1))).toBe(true);
    expect(render(1).equals(render(2))).toBe(false);
  });
});

describe('a card in the scene', () => {
  it.each([
    { text: 'shortest', frame: HD, shares: [0.25, 0.35, 0.48] },
    { text: '22', frame: HD, shares: [0.25, 0.35, 0.48] },
    { text: '25', frame: HD, shares: [0.27, 0.35, 0.48] },
    { text: '22', frame: FULL_HD, shares: [0.25, 0.48] },
    { text: '25', frame: FULL_HD, shares: [0.25, 0.48] },
    { text: '25', frame: FOUR_TO_THREE, shares: [0.27, 0.6] },
  ] as const)('$text is read at $shares of $frame.width×$frame.height', async (row) => {
    for (const share of row.shares) {
      expect(
        await readSeeds(texts[row.text], { ...HAND_HELD, ...row.frame, share }),
        `${share}`,
      ).toBe(3);
    }
  });

  it.each([
    { pixels: 2.5, blur: 0.8, read: 3 },
    { pixels: 3, blur: 1, read: 3 },
    { pixels: 4, blur: 1.3, read: 3 },
    { pixels: 4.5, blur: 1.6, read: 3 },
    { pixels: 1.6, blur: 0.8, read: 0 },
    { pixels: 2, blur: 1.3, read: 0 },
    { pixels: 3, blur: 2, read: 0 },
  ])('version 22, blur $blur, $pixels px a module: $read of 3 frames read', async (row) => {
    const share = (row.pixels * 113) / HD.width;
    const options = { ...HAND_HELD, share, blur: row.blur };
    expect(await readSeeds(texts[22], options)).toBe(row.read);
  });

  it('is cut off above 0.56 of a 16:9 frame, where a square no longer fits', async () => {
    expect(await readSeeds(texts[22], { ...STILL, share: 0.56 })).toBe(3);
    expect(await readSeeds(texts[22], { ...STILL, share: 0.64 })).toBe(0);
  });
});
