/**
 * Finds what looks like a QR code from afar: a compact patch, as dark as it is light, full of edges
 * that run in no direction in particular. Lines of writing are lighter than that, stripes have one
 * direction, and what fills the picture is a carpet. The picture is cut into cells that are looked
 * at sparsely, so that this costs little beside an engine. Whether it is a code is left to engines.
 */
import type { Luma } from './luma.ts';
import type { Region } from './messages.ts';

/** Cells along the picture's longer side. */
const cellsAcross = 120;
/** No patch of fewer cells along a side is a code that anything could read. */
const fewestCells = 5;
/** Variance of brightness below which nothing can be told from an even surface, */
const leastVariance = 16;
/** and how many times that of the picture's evenest parts it must be, because those are noise. */
const aboveNoise = 2.5;
/** Energy of the edges to the variance: one lone edge has less. */
const leastBusyness = 0.3;
/** How far the edges may agree on a direction: 0 is not at all, 1 wholly. */
const mostCoherence = 0.6;
/** Skewness of the brightness: writing has far more paper than ink. */
const mostSkewness = 0.85;
/** Longer to shorter side of the patch's box: a code seen at 70 degrees. */
const mostElongation = 3.2;
/** The least part of its box that a patch fills: a square on its corner fills half. */
const leastFilling = 0.45;
/** The part of all marks that must be in one patch: what is busy everywhere is a fabric or a page. */
const leastShare = 0.4;

/** What is summed up in a cell: count, three powers of brightness, and the edges' tensor. */
const sums = 7;

interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Pixels along a cell's side. */
  readonly side: number;
}

/** Where something looks like a code, with a margin around it; null where nothing does. */
export function findSuspect(luma: Luma): Region | null {
  const side = Math.max(6, Math.round(Math.max(luma.width, luma.height) / cellsAcross));
  const columns = Math.floor((luma.width - 2) / side);
  const rows = Math.floor((luma.height - 2) / side);
  if (columns < fewestCells || rows < fewestCells) return null;
  const grid = { columns, rows, side };
  const patches = markBusyCells(sumUpCells(luma, grid), grid);
  const box = pickPatch(patches, grid);
  if (!box) return null;
  // Around the patch's own cells, for the cells at its edge are lost, and a code's margin is four modules.
  const margin = side + 0.06 * Math.max(box.width, box.height) * side;
  const x = Math.max(0, box.x * side - margin);
  const y = Math.max(0, box.y * side - margin);
  return {
    x,
    y,
    width: Math.min(luma.width, (box.x + box.width) * side + margin) - x,
    height: Math.min(luma.height, (box.y + box.height) * side + margin) - y,
  };
}

/** Looks at every other pixel of a third of the lines. */
function sumUpCells({ data, width }: Luma, { columns, rows, side }: Grid): Int32Array {
  const cells = new Int32Array(columns * rows * sums);
  // An odd step: screens and modules like even ones, and would show the same place of each module.
  const step = (side / 3) | 1;
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += sums) {
      let [n, first, second, third, xx, yy, xy] = [0, 0, 0, 0, 0, 0, 0];
      for (let line = step >> 1; line < side; line += step) {
        const from = (row * side + line + 1) * width + column * side + 1 + (line & 1);
        const to = from + side - 1;
        for (let at = from; at < to; at += 2) {
          const value = (data[at] as number) - 128;
          const x = (data[at + 1] as number) - (data[at - 1] as number);
          const y = (data[at + width] as number) - (data[at - width] as number);
          const square = value * value;
          n += 1;
          first += value;
          second += square;
          third += square * value;
          xx += x * x;
          yy += y * y;
          xy += x * y;
        }
      }
      cells[cell] = n;
      cells[cell + 1] = first;
      cells[cell + 2] = second;
      cells[cell + 3] = third;
      cells[cell + 4] = xx;
      cells[cell + 5] = yy;
      cells[cell + 6] = xy;
    }
  }
  return cells;
}

/** 1 for each cell whose surroundings look like a part of a code and that has such neighbours. */
function markBusyCells(cells: Int32Array, { columns, rows }: Grid): Uint8Array {
  const count = columns * rows;
  const variances = new Float32Array(count);
  for (let cell = 0; cell < count; cell += 1) {
    const at = cell * sums;
    variances[cell] = varianceOf(
      cells[at] as number,
      cells[at + 1] as number,
      cells[at + 2] as number,
    );
  }
  const threshold = leastVariance + aboveNoise * estimateNoise(variances);
  const busy = new Uint8Array(count);
  for (let row = 1; row < rows - 1; row += 1)
    for (let cell = row * columns + 1; cell < (row + 1) * columns - 1; cell += 1)
      if ((variances[cell] as number) >= threshold && looksLikeCode(cells, cell, columns))
        busy[cell] = 1;
  const marked = new Uint8Array(count);
  for (let cell = columns + 1; cell < count - columns - 1; cell += 1)
    if (busy[cell] === 1 && countNeighbours(busy, cell, columns) >= 4) marked[cell] = 1;
  return marked;
}

const varianceOf = (n: number, first: number, second: number): number =>
  second / n - (first / n) ** 2;

/** The variance in the evenest parts, one in ten. */
function estimateNoise(variances: Float32Array): number {
  const some = variances.filter((_, cell) => cell % 5 === 0).sort();
  return some[Math.floor(some.length / 10)] ?? 0;
}

/** Judges a cell together with its eight neighbours. */
function looksLikeCode(cells: Int32Array, cell: number, columns: number): boolean {
  let [n, first, second, third, xx, yy, xy] = [0, 0, 0, 0, 0, 0, 0];
  for (let row = cell - columns; row <= cell + columns; row += columns)
    for (let at = (row - 1) * sums, end = at + 3 * sums; at < end; at += sums) {
      n += cells[at] as number;
      first += cells[at + 1] as number;
      second += cells[at + 2] as number;
      third += cells[at + 3] as number;
      xx += cells[at + 4] as number;
      yy += cells[at + 5] as number;
      xy += cells[at + 6] as number;
    }
  const mean = first / n;
  const variance = varianceOf(n, first, second);
  const energy = xx + yy;
  if (energy < leastBusyness * variance * n) return false;
  if ((xx - yy) ** 2 + 4 * xy * xy > (mostCoherence * energy) ** 2) return false;
  const skewed = third / n - 3 * mean * (second / n) + 2 * mean ** 3;
  return Math.abs(skewed) < mostSkewness * variance ** 1.5;
}

const countNeighbours = (marks: Uint8Array, cell: number, columns: number): number => {
  let count = -1;
  for (let above = cell - columns; above <= cell + columns; above += columns)
    count += (marks[above - 1] as number) + (marks[above] as number) + (marks[above + 1] as number);
  return count;
};

/** The box, in cells, of the largest patch that could be a code; eats the marks up. */
function pickPatch(marks: Uint8Array, grid: Grid): Region | null {
  let best: Region | null = null;
  let [most, all] = [0, 0];
  const stack = new Int32Array(marks.length);
  for (let cell = 0; cell < marks.length; cell += 1) {
    if (marks[cell] !== 1) continue;
    const { area, box } = takePatch(marks, cell, grid.columns, stack);
    all += area;
    if (area <= most || !hasShapeOfCode(box, area, grid)) continue;
    most = area;
    best = box;
  }
  return most >= leastShare * all ? best : null;
}

function takePatch(
  marks: Uint8Array,
  start: number,
  columns: number,
  stack: Int32Array,
): { readonly area: number; readonly box: Region } {
  let [area, held] = [0, 0];
  let [left, right, upper, lower] = [columns, 0, marks.length, 0];
  const hold = (cell: number): void => {
    if (marks[cell] !== 1) return;
    marks[cell] = 0;
    stack[held] = cell;
    held += 1;
  };
  hold(start);
  while (held > 0) {
    held -= 1;
    const cell = stack[held] as number;
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    area += 1;
    left = Math.min(left, x);
    right = Math.max(right, x);
    upper = Math.min(upper, y);
    lower = Math.max(lower, y);
    // Marks never touch the picture's edge.
    hold(cell - 1);
    hold(cell + 1);
    hold(cell - columns);
    hold(cell + columns);
  }
  return { area, box: { x: left, y: upper, width: right - left + 1, height: lower - upper + 1 } };
}

function hasShapeOfCode({ width, height }: Region, area: number, grid: Grid): boolean {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  return (
    longer >= fewestCells &&
    shorter >= 4 &&
    longer <= mostElongation * shorter &&
    area >= leastFilling * width * height &&
    // Marks stop short of the edge: this patch goes on beyond it on two sides.
    width < grid.columns - 3 &&
    height < grid.rows - 3
  );
}
