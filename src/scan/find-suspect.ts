/**
 * Finds what looks like a QR code from afar: a compact patch, as dark as it is light, full of edges
 * that run in no direction in particular. Lines of writing are lighter than that, stripes have one
 * direction, and what fills the picture is a carpet. The picture is cut into cells that are looked
 * at sparsely, so that this costs little beside an engine. Whether it is a code is left to engines.
 * Its steps share one grid and one set of limits that hold only together, hence one long file.
 */
import type { Luma } from './luma.ts';
import type { Region } from './messages.ts';
import { halve, viewWhole } from './views.ts';

/** How a picture is searched. */
interface Search {
  /** Cells along the picture's longer side. */
  readonly cellsAcross: number;
  /** The part of the picture that is taken for even: its variance is noise. */
  readonly evenPart: number;
  /** The least variance of a code: what even surfaces have, and so many times the noise. */
  readonly leastVariance: number;
  readonly aboveNoise: number;
  /** The part of that which each cell must have by itself. */
  readonly byItself: number;
  /** How many of its eight neighbours must look like a code, too. */
  readonly neighbours: number;
}

const finely: Search = {
  cellsAcross: 120,
  evenPart: 0.1,
  leastVariance: 16,
  aboveNoise: 2.5,
  byItself: 1,
  neighbours: 4,
};

// Noise is less in what is black, so that the evenest parts would not tell of all of it.
const coarsely: Search = {
  cellsAcross: 80,
  evenPart: 0.5,
  leastVariance: 8,
  aboveNoise: 1.4,
  byItself: 0.5,
  neighbours: 6,
};

/** The variance of noise from which on a coarse search may find more. */
const coarseNoise = 12;
/** No patch of fewer cells along a side is a code that anything could read. */
const fewestCells = 5;
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
/** The part of the picture that its box may take. */
const mostOfPicture = 0.6;
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
  const { box, noise } = search(luma, finely);
  if (box || noise < coarseNoise) return box;
  // In the dark the noise is as strong as the code: the means of four pixels have half of it.
  const half = search(halve(viewWhole(luma)), coarsely).box;
  return half && { x: 2 * half.x, y: 2 * half.y, width: 2 * half.width, height: 2 * half.height };
}

interface Found {
  readonly box: Region | null;
  /** The variance of what should be even. */
  readonly noise: number;
}

function search(luma: Luma, how: Search): Found {
  const side = Math.max(5, Math.round(Math.max(luma.width, luma.height) / how.cellsAcross));
  const columns = Math.floor((luma.width - 2) / side);
  const rows = Math.floor((luma.height - 2) / side);
  if (columns < fewestCells || rows < fewestCells) return { box: null, noise: 0 };
  const grid = { columns, rows, side };
  const cells = sumUpCells(luma, grid);
  const variances = measureVariances(cells);
  const noise = estimateNoise(variances, how.evenPart);
  const marks = dropLoners(markBusyCells(cells, variances, noise, how, grid), how, grid);
  const patch = pickPatch(marks, grid);
  return { box: patch && surround(patch, luma, side), noise };
}

/** In pixels, with what belongs to the code: the cells at its edge, and a margin of four modules. */
function surround({ x, y, width, height }: Region, luma: Luma, side: number): Region {
  const margin = side + 0.06 * Math.max(width, height) * side;
  const [left, upper] = [Math.max(0, x * side - margin), Math.max(0, y * side - margin)];
  return {
    x: left,
    y: upper,
    width: Math.min(luma.width, (x + width) * side + margin) - left,
    height: Math.min(luma.height, (y + height) * side + margin) - upper,
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

function measureVariances(cells: Int32Array): Float32Array {
  const variances = new Float32Array(cells.length / sums);
  for (let cell = 0, at = 0; cell < variances.length; cell += 1, at += sums)
    variances[cell] = varianceOf(
      cells[at] as number,
      cells[at + 1] as number,
      cells[at + 2] as number,
    );
  return variances;
}

/** 1 for each cell that looks like a part of a code. */
function markBusyCells(
  cells: Int32Array,
  variances: Float32Array,
  noise: number,
  { leastVariance, aboveNoise, byItself }: Search,
  { columns, rows }: Grid,
): Uint8Array {
  const threshold = leastVariance + aboveNoise * noise;
  const busy = new Uint8Array(variances.length);
  for (let row = 1; row < rows - 1; row += 1)
    for (let cell = row * columns + 1; cell < (row + 1) * columns - 1; cell += 1)
      if ((variances[cell] as number) >= byItself * threshold)
        busy[cell] = looksLikeCode(cells, cell, columns, threshold) ? 1 : 0;
  return busy;
}

/** Keeps the marks that have enough of the like around them. */
function dropLoners(busy: Uint8Array, { neighbours }: Search, { columns }: Grid): Uint8Array {
  const marks = new Uint8Array(busy.length);
  for (let cell = columns + 1; cell < busy.length - columns - 1; cell += 1)
    if (busy[cell] === 1 && countNeighbours(busy, cell, columns) >= neighbours) marks[cell] = 1;
  return marks;
}

const varianceOf = (n: number, first: number, second: number): number =>
  second / n - (first / n) ** 2;

/** The highest variance in the evenest part. */
function estimateNoise(variances: Float32Array, evenPart: number): number {
  const some = variances.filter((_, cell) => cell % 5 === 0).sort();
  return some[Math.floor(evenPart * some.length)] ?? 0;
}

/** Judges a cell together with its eight neighbours. */
function looksLikeCode(
  cells: Int32Array,
  cell: number,
  columns: number,
  threshold: number,
): boolean {
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
  if (variance < threshold) return false;
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
    width * height <= mostOfPicture * grid.columns * grid.rows
  );
}
