import { describe, expect, it } from 'vitest';
import { measureLight } from '../../src/scan/light.ts';
import type { Luma } from '../../src/scan/luma.ts';
import type { Region } from '../../src/scan/messages.ts';
import { seedRandom } from '../e2e/support/random.ts';

const size = 400;
const codeBox: Region = { x: 50, y: 50, width: 300, height: 300 };

/** A page with 75 × 75 modules of 4 pixels in the middle. */
function drawCode(black: number, white: number): Luma {
  const data = new Uint8Array(size * size).fill(white);
  const random = seedRandom(1);
  for (let y = 50; y < 350; y += 4)
    for (let x = 50; x < 350; x += 4)
      if (random() % 2 > 0) fillBox(data, { x, y, width: 4, height: 4 }, black);
  return { data, width: size, height: size };
}

function fillBox(data: Uint8Array, { x, y, width, height }: Region, value: number): void {
  for (let row = y; row < y + height; row += 1)
    data.fill(value, row * size + x, row * size + x + width);
}

function burn(luma: Luma, x: number, y: number, side: number): Luma {
  fillBox(luma.data, { x, y, width: side, height: side }, 255);
  return luma;
}

describe('measureLight', () => {
  it('gives the black and the white of a code', () => {
    expect(measureLight(drawCode(40, 210), codeBox)).toEqual({ dark: 40, bright: 210, burnt: 0 });
  });

  it('gives the brightness above and below which a tenth lies', () => {
    const data = Uint8Array.from({ length: size * size }, (_, at) => (at % size) / 2);
    const whole = { x: 0, y: 0, width: size, height: size };
    const { dark, bright } = measureLight({ data, width: size, height: size }, whole);
    expect(Math.abs(dark - 20)).toBeLessThanOrEqual(2);
    expect(Math.abs(bright - 180)).toBeLessThanOrEqual(2);
    const right = measureLight(
      { data, width: size, height: size },
      { x: 200, y: 0, width: 200, height: size },
    );
    expect(right.dark).toBeGreaterThan(100);
  });

  it('looks at the region only', () => {
    const luma = drawCode(40, 210);
    fillBox(luma.data, { x: 0, y: 0, width: size, height: 50 }, 0);
    expect(measureLight(luma, { x: 0, y: 0, width: size, height: 45 })).toEqual({
      dark: 0,
      bright: 0,
      burnt: 0,
    });
  });

  it('takes what reaches beyond the picture for its edge', () => {
    const beyond = { x: -900, y: -900, width: 800, height: 800 };
    expect(measureLight(drawCode(40, 210), beyond)).toMatchObject({ dark: 210, bright: 210 });
  });

  it.each([
    ['the middle', 165, 165],
    ['a corner', 60, 60],
  ])('tells how much a reflection in %s burns out', (_, x, y) => {
    const { burnt } = measureLight(burn(drawCode(40, 210), x, y, 75), codeBox);
    expect(burnt).toBeGreaterThan(0.03);
    expect(burnt).toBeLessThan(0.0625);
  });

  it('does not take a white page that is burnt out for a reflection', () => {
    const turned = { x: 0, y: 0, width: size, height: size };
    expect(measureLight(drawCode(40, 255), turned).burnt).toBe(0);
  });

  it('tells a reflection on a code whose white is burnt out, too', () => {
    const { burnt } = measureLight(burn(drawCode(40, 255), 150, 150, 90), codeBox);
    expect(burnt).toBeGreaterThan(0.1);
  });

  it('does not take single white modules for a reflection', () => {
    expect(measureLight(drawCode(40, 255), codeBox).burnt).toBe(0);
  });
});
