/** Grey pictures of QR codes for tests. */
import { encode } from 'uqr';
import type { Luma } from '../../src/scan/luma.ts';

/** A white picture with one code per text, side by side, each with a quiet zone of 4 modules. */
export function drawCodes(texts: readonly string[], minVersion: number, scale = 4): Luma {
  const codes = texts.map((text) => encode(text, { minVersion, ecc: 'M', border: 4 }).data);
  const size = Math.max(...codes.map((modules) => modules.length)) * scale;
  const picture = drawBlank(size * codes.length, size);
  codes.forEach((modules, index) => {
    for (const [y, row] of modules.entries())
      for (const [x, dark] of row.entries())
        if (dark) fillSquare(picture, index * size + x * scale, y * scale, scale);
  });
  return picture;
}

/** A white picture. */
export const drawBlank = (width: number, height: number): Luma => ({
  data: new Uint8Array(width * height).fill(255),
  width,
  height,
});

function fillSquare({ data, width }: Luma, left: number, top: number, side: number): void {
  for (let y = top; y < top + side; y += 1) data.fill(0, y * width + left, y * width + left + side);
}
