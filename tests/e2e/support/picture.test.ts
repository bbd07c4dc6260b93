import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureOfPng, pictureOfQr } from './picture.ts';
import { readQr } from './read-qr.ts';
import { CAPACITY, drawSampleText } from './sample-text.ts';

const countModules = (version: number): number => 17 + 4 * version + 8;

describe('pictureOfQr', () => {
  it.each([22, 23, 24, 25] as const)('fills version %i: level L, alphanumeric mode', (version) => {
    const full = pictureOfQr(drawSampleText(CAPACITY[version]), { modulePixels: 3 });
    expect(full.width).toBe(3 * countModules(version));
    const over = pictureOfQr(drawSampleText(CAPACITY[version] + 1), { modulePixels: 3 });
    expect(over.width).toBe(3 * countModules(version + 1));
  });

  it('leaves four light modules around the code', () => {
    const { width, luma } = pictureOfQr(drawSampleText(100), { modulePixels: 2 });
    expect(luma.subarray(0, 8 * width).every((value) => value === 255)).toBe(true);
    expect(luma[8 * width + 7]).toBe(255);
    expect(luma[8 * width + 8]).toBe(0);
  });

  it('is read back', async () => {
    const text = drawSampleText(CAPACITY[25]);
    expect(await readQr(pictureOfQr(text, { modulePixels: 3 }))).toBe(text);
  });
});

describe('pictureOfPng', () => {
  it('keeps the luma of grey pixels and shows white where the picture is transparent', async () => {
    const raw = { width: 3, height: 1, channels: 4 } as const;
    const pixels = Buffer.from([0, 0, 0, 255, 100, 100, 100, 255, 0, 0, 0, 0]);
    const png = await sharp(pixels, { raw }).png().toBuffer();
    const picture = await pictureOfPng(png);
    expect(picture).toEqual({ width: 3, height: 1, luma: new Uint8Array([0, 100, 255]) });
  });

  it('rejects bytes that are no picture', async () => {
    await expect(pictureOfPng(new Uint8Array([1, 2, 3]))).rejects.toThrow();
  });
});
