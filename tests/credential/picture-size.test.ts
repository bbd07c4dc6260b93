/** Rules of picture-size.ts: the dimensions that a picture's own header claims, whatever its bytes are. */
import { describe, expect, it } from 'vitest';
import { fromBinary, toBinary } from '../../src/base/bytes.ts';
import { hasCardSize } from '../../src/credential/picture-size.ts';
import { portrait } from '../fixtures/portrait.ts';

const number = (value: number): string => String.fromCharCode(0, 0, value >> 8, value & 0xff);

/** An `ispe` box behind its length. */
const ispe = (width: number, height: number): string =>
  `ispe\0\0\0\0${number(width)}${number(height)}`;

const isAvif = (binary: string): boolean => hasCardSize('image/avif', fromBinary(binary));
const isWebp = (binary: string): boolean => hasCardSize('image/webp', fromBinary(binary));

const start = '\0\0\0\x1cftypavif';

describe('an AVIF picture', () => {
  it('is of a card’s size where each image in it is', () => {
    expect(isAvif(toBinary(portrait))).toBe(true);
    expect(isAvif(`${start}${ispe(60, 80)}`)).toBe(true);
    expect(isAvif(`${start}${ispe(60, 80)}${ispe(60, 80)}`)).toBe(true);
    expect(isAvif(`${start}${ispe(60, 80)}${ispe(61, 80)}`)).toBe(false);
    expect(isAvif(`${start}${ispe(60, 8000)}${ispe(60, 80)}`)).toBe(false);
  });

  it('says its size', () => {
    expect(isAvif('')).toBe(false);
    expect(isAvif(start)).toBe(false);
    for (const [width, height] of [
      [60, 81],
      [59, 80],
      [80, 60],
      [60 + 256, 80],
    ] as const)
      expect(isAvif(`${start}${ispe(width, height)}`)).toBe(false);
  });

  it('begins with its brand', () => {
    for (const other of [
      '\0\0\0\x1cftypheic',
      '\0\0\0\x1cavifftyp',
      'ftypavif\0\0\0\0',
      '\0'.repeat(12),
    ])
      expect(isAvif(`${other}${ispe(60, 80)}`)).toBe(false);
  });

  it('says nothing by a box that is cut off', () => {
    for (const cut of ['ispe', ispe(61, 80).slice(0, 15)]) {
      expect(isAvif(`${start}${cut}`)).toBe(false);
      expect(isAvif(`${start}${ispe(60, 80)}${cut}`)).toBe(true);
    }
  });

  it('may lie within other bytes', () => {
    const whole = fromBinary(`xx${start}${ispe(60, 80)}x`);
    expect(hasCardSize('image/avif', whole.subarray(2, -1))).toBe(true);
  });
});

describe('a WebP picture', () => {
  const riff = (kind: string): string => `RIFF\0\0\0\0WEBP${kind}\0\0\0\0`;
  const pair = (low: number, high: number): string => String.fromCharCode(low, high);
  const lossy = (width: string, height: string, head = riff('VP8 ')): string =>
    `${head}\0\0\0\x9d\x01\x2a${width}${height}`;
  const [width, height] = [pair(60, 0), pair(80, 0)];

  /** RFC 9649 §3.4: fourteen bits each, one less than the size, then one bit for alpha and three of version. */
  function lossless(wide: number, high: number, behind = 0, head = riff('VP8L')): string {
    const packed = (wide - 1) | ((high - 1) << 14) | (behind << 28);
    const bytes = [0, 8, 16, 24].map((shift) => (packed >> shift) & 0xff);
    return `${head}\x2f${String.fromCharCode(...bytes)}\0\0\0\0\0`;
  }

  it('of lossy coding says its size, and how it is scaled', () => {
    expect(isWebp(lossy(width, height))).toBe(true);
    expect(isWebp(lossy(pair(60, 0x40), pair(80, 0xc0)))).toBe(true);
    expect(isWebp(lossy(pair(60, 1), height))).toBe(false);
    expect(isWebp(lossy(width, pair(80, 0x20)))).toBe(false);
    expect(isWebp(lossy(height, width))).toBe(false);
  });

  it('of lossless coding says its size, and whether it has alpha', () => {
    expect(isWebp(lossless(60, 80))).toBe(true);
    expect(isWebp(lossless(60, 80, 1))).toBe(true);
    expect(isWebp(lossless(60, 80, 8))).toBe(true);
    for (const [wide, high] of [
      [61, 80],
      [60, 81],
      [59, 79],
      [62, 82],
      [80, 60],
      [60 + 8192, 80],
      [60, 80 + 8192],
    ] as const)
      expect(isWebp(lossless(wide, high)), `${wide}×${high}`).toBe(false);
  });

  it('is no other kind', () => {
    expect(isWebp(lossy(width, height, riff('VP8X')))).toBe(false);
    expect(isWebp(lossless(60, 80, 0, riff('VP8X')))).toBe(false);
    expect(isWebp(lossy(width, height, riff('VP8L')))).toBe(false);
    expect(isWebp(lossless(60, 80, 0, riff('VP8 ')))).toBe(false);
  });

  it('lies in its container', () => {
    expect(isWebp(lossy(width, height).replace('RIFF', 'RIFX'))).toBe(false);
    expect(isWebp(lossy(width, height).replace('WEBP', 'WAVE'))).toBe(false);
    expect(isWebp(lossy(width, height).replace('RIFF', 'XXXX').replace('WEBP', 'XXXX'))).toBe(
      false,
    );
  });

  it('has 30 bytes', () => {
    expect(lossy(width, height)).toHaveLength(30);
    for (let length = 0; length < 30; length++) {
      expect(isWebp(lossy(width, height).slice(0, length))).toBe(false);
      expect(isWebp(lossless(60, 80).slice(0, length))).toBe(false);
    }
  });

  it('may lie within other bytes', () => {
    for (const picture of [lossy(width, height), lossless(60, 80)]) {
      const whole = fromBinary(`xx${picture}x`);
      expect(hasCardSize('image/webp', whole.subarray(2, -1))).toBe(true);
    }
  });
});
