/**
 * Turns a code in a picture upright: samples it in its own plane, some points to each module, with a
 * margin around it. Of a picture with many pixels a module the mean of each point's surroundings is
 * taken, so that a screen's own grid does not beat with the samples.
 */
import type { Luma } from '../luma.ts';
import type { Perspective } from './perspective.ts';

/** A code seen from straight above. */
export interface Upright {
  /** Brightness from 0 to 255, row by row. */
  readonly values: Float32Array;
  /** Points along a side. */
  readonly points: number;
  /** Points to a module. */
  readonly density: number;
  /** Modules around the code that were sampled, too. */
  readonly margin: number;
}

/** Samples a code of `side` modules. */
export function rectify(
  luma: Luma,
  perspective: Perspective,
  side: number,
  density: number,
  margin: number,
): Upright {
  const [a, b, c, d, e, f, g, h] = perspective;
  const { data, width, height } = luma;
  const points = Math.round((side + 2 * margin) * density);
  const values = new Float32Array(points * points);
  const step = 1 / density;
  for (let row = 0, to = 0; row < points; row += 1) {
    const v = (row + 0.5) * step - margin;
    for (let column = 0; column < points; column += 1, to += 1) {
      const u = (column + 0.5) * step - margin;
      const depth = g * u + h * v + 1;
      // A pixel's value stands for its middle.
      const x = Math.min(Math.max((a * u + b * v + c) / depth - 0.5, 0), width - 1.001);
      const y = Math.min(Math.max((d * u + e * v + f) / depth - 0.5, 0), height - 1.001);
      const left = x | 0;
      const upper = y | 0;
      const right = x - left;
      const lower = y - upper;
      const from = upper * width + left;
      const above = (data[from] as number) * (1 - right) + (data[from + 1] as number) * right;
      const below =
        (data[from + width] as number) * (1 - right) + (data[from + width + 1] as number) * right;
      values[to] = above * (1 - lower) + below * lower;
    }
  }
  return { values, points, density, margin };
}
