/**
 * Tells dark modules from light ones in a blurred code. A lens out of focus, a moving hand and a
 * screen's glow mix each module with its neighbours; how they are mixed can be learned from the
 * modules that are known beforehand, and undone: a linear equaliser with two taps a module, trained by
 * least squares on the function patterns.
 */
import type { FunctionPatterns } from './function-patterns.ts';
import { solveSymmetric } from './perspective.ts';
import type { Upright } from './rectify.ts';

/** Points to a module that the equaliser needs, and modules around the code. */
export const equalizerDensity = 2;
export const equalizerMargin = 2;

/** Taps along a side of the window: a module and a quarter to each side of a module's middle. */
const window = 6;
const taps = window * window;
/** Keeps taps small where the training says little of them; in parts of the mean square of a tap. */
const ridge = 0.01;
/** Modules over which the picture is taken to be lit evenly. */
const evenlyLit = 11;

/** Each module's brightness, evened out: dark near -1, light near 1. */
export function equalize(upright: Upright, { side, known }: FunctionPatterns): Float32Array {
  const flat = flatten(upright, side);
  return apply(upright, flat, learn(upright, flat, known, side) ?? plainWeights, side);
}

/** What a module is before anything is learned: the mean of the four points within it. */
const plainWeights = Float64Array.from({ length: taps }, (_, tap) => {
  const [x, y] = [tap % window, Math.floor(tap / window)];
  return (x === 2 || x === 3) && (y === 2 || y === 3) ? 0.25 : 0;
});

/** Takes the light out: each point against the mean and the spread of its surroundings. */
function flatten({ values, points, density, margin }: Upright, side: number): Float32Array {
  const first = margin * density;
  const last = first + side * density;
  const wide = points + 1;
  const sums = new Float64Array(wide * wide);
  const squares = new Float64Array(wide * wide);
  for (let y = 0; y < points; y += 1) {
    let sum = 0;
    let square = 0;
    for (let x = 0; x < points; x += 1) {
      const value = values[y * points + x] as number;
      sum += value;
      square += value * value;
      const at = (y + 1) * wide + x + 1;
      sums[at] = (sums[at - wide] as number) + sum;
      squares[at] = (squares[at - wide] as number) + square;
    }
  }
  const reach = Math.round((evenlyLit * density) / 2);
  const flat = new Float32Array(values.length);
  for (let y = 0; y < points; y += 1) {
    const upper = wide * Math.max(first, Math.min(y, last - 1) - reach);
    const lower = wide * Math.min(last, Math.max(y, first) + reach + 1);
    for (let x = 0; x < points; x += 1) {
      const left = Math.max(first, Math.min(x, last - 1) - reach);
      const right = Math.min(last, Math.max(x, first) + reach + 1);
      const count = ((lower - upper) / wide) * (right - left);
      const mean = sumInBox(sums, upper, lower, left, right) / count;
      const square = sumInBox(squares, upper, lower, left, right) / count;
      const spread = Math.sqrt(Math.max(square - mean * mean, 4));
      flat[y * points + x] = ((values[y * points + x] as number) - mean) / spread;
    }
  }
  return flat;
}

/** The sum over a box from a table of sums over all boxes that begin at the upper left. */
const sumInBox = (
  table: Float64Array,
  upper: number,
  lower: number,
  left: number,
  right: number,
): number =>
  (table[lower + right] as number) -
  (table[upper + right] as number) -
  (table[lower + left] as number) +
  (table[upper + left] as number);

/** The point at the upper left of the window around the module in a column and row. */
function windowStart(upright: Upright, column: number, row: number): number {
  const { points, density, margin } = upright;
  return ((row + margin) * density - 2) * points + (column + margin) * density - 2;
}

function learn(
  upright: Upright,
  flat: Float32Array,
  known: Int8Array,
  side: number,
): Float64Array | null {
  const { points } = upright;
  const matrix = new Float64Array(taps * taps);
  const right = new Float64Array(taps);
  const seen = new Float64Array(taps);
  let count = 0;
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const wanted = known[row * side + column] as number;
      if (wanted === 0) continue;
      count += 1;
      let from = windowStart(upright, column, row);
      for (let y = 0, tap = 0; y < window; y += 1, from += points)
        for (let x = 0; x < window; x += 1, tap += 1) seen[tap] = flat[from + x] as number;
      for (let i = 0; i < taps; i += 1) {
        const each = seen[i] as number;
        right[i] = (right[i] as number) + each * wanted;
        for (let j = 0, to = i * taps; j <= i; j += 1, to += 1)
          matrix[to] = (matrix[to] as number) + each * (seen[j] as number);
      }
    }
  const strength = ridge * count;
  for (let i = 0; i < taps; i += 1) {
    matrix[i * taps + i] = (matrix[i * taps + i] as number) + strength;
    right[i] = (right[i] as number) + strength * (plainWeights[i] as number);
  }
  return solveSymmetric(matrix, right);
}

function apply(
  upright: Upright,
  flat: Float32Array,
  weights: Float64Array,
  side: number,
): Float32Array {
  const { points } = upright;
  const modules = new Float32Array(side * side);
  for (let row = 0, at = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1, at += 1) {
      let from = windowStart(upright, column, row);
      let sum = 0;
      for (let y = 0, tap = 0; y < window; y += 1, from += points)
        for (let x = 0; x < window; x += 1, tap += 1)
          sum += (weights[tap] as number) * (flat[from + x] as number);
      modules[at] = sum;
    }
  return modules;
}
