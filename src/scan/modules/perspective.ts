/**
 * The map from a code's own plane, measured in modules from its upper left corner, to a picture's
 * pixels: a plane projective transform with eight unknowns.
 */
import type { Point } from '../messages.ts';

/** x = (a·u + b·v + c) / (g·u + h·v + 1), y = (d·u + e·v + f) / (g·u + h·v + 1). */
export type Perspective = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
];

/** A place in the code and where it is in the picture. */
export interface Match {
  readonly module: Point;
  readonly pixel: Point;
}

/** Where a place in the code is in the picture. */
export function project([a, b, c, d, e, f, g, h]: Perspective, { x: u, y: v }: Point): Point {
  const depth = g * u + h * v + 1;
  return { x: (a * u + b * v + c) / depth, y: (d * u + e * v + f) / depth };
}

/** The map that fits at least four matches best, by least squares; null where they lie in a line. */
export function fitPerspective(matches: readonly Match[]): Perspective | null {
  const normal = new Float64Array(8 * 8);
  const right = new Float64Array(8);
  const add = (row: readonly number[], value: number): void => {
    for (let i = 0; i < 8; i += 1) {
      const each = row[i] ?? 0;
      if (each === 0) continue;
      right[i] = (right[i] ?? 0) + each * value;
      for (let j = 0; j < 8; j += 1)
        normal[8 * i + j] = (normal[8 * i + j] ?? 0) + each * (row[j] ?? 0);
    }
  };
  // Coordinates near 1 keep the sums of squares well conditioned.
  const span = Math.max(...matches.map(({ module }) => Math.max(module.x, module.y)), 1);
  const size = Math.max(...matches.map(({ pixel }) => Math.max(pixel.x, pixel.y)), 1);
  for (const { module, pixel } of matches) {
    const [u, v, x, y] = [module.x / span, module.y / span, pixel.x / size, pixel.y / size];
    add([u, v, 1, 0, 0, 0, -u * x, -v * x], x);
    add([0, 0, 0, u, v, 1, -u * y, -v * y], y);
  }
  const solved = solveSymmetric(normal, right);
  if (!solved) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  const [across, along] = [size / span, 1 / span];
  return [a * across, b * across, c * size, d * across, e * across, f * size, g * along, h * along];
}

/**
 * Solves a symmetric positive definite system by Cholesky's decomposition. `matrix` is row by row and
 * is used up; null where it is singular.
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length;
  const at = (i: number, j: number): number => matrix[i * size + j] ?? 0;
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      if (i > j) matrix[i * size + j] = sum / at(j, j);
      else if (sum > 1e-12) matrix[i * size + j] = Math.sqrt(sum);
      else return null;
    }
  }
  const solved = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let sum = solved[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= at(i, k) * (solved[k] ?? 0);
    solved[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = solved[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= at(k, i) * (solved[k] ?? 0);
    solved[i] = sum / at(i, i);
  }
  return solved;
}
