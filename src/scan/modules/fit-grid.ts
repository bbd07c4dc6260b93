/**
 * Lays a code's grid of modules over a picture: begins with roughly known corners, looks for the
 * finder and alignment patterns around where they should be, and fits the perspective to where they
 * are.
 */
import type { Luma } from '../luma.ts';
import type { Corners, Point } from '../messages.ts';
import type { FunctionPatterns } from './function-patterns.ts';
import { fitPerspective, type Match, type Perspective, project } from './perspective.ts';
import { rectify, type Upright } from './rectify.ts';

/** A grid and how well the patterns under it can be told, 0 to 1. */
export interface Grid {
  readonly perspective: Perspective;
  readonly agreement: number;
}

const density = 3;
/** Modules by which a pattern may be off in each round. */
const rounds = [2, 1, 0.67] as const;
const margin = 3;
/** Below this likeness a pattern counts as not seen. */
const leastLikeness = 0.35;

/** Fits the grid; null where too few of the patterns are to be seen. */
export function fitGrid(luma: Luma, corners: Corners, patterns: FunctionPatterns): Grid | null {
  const { side, finders, alignments } = patterns;
  let perspective = fitPerspective(
    corners.map((pixel, index) => ({
      module: { x: index === 1 || index === 2 ? side : 0, y: index > 1 ? side : 0 },
      pixel,
    })),
  );
  let agreement = 0;
  for (const reach of rounds) {
    if (!perspective) return null;
    const upright = rectify(luma, perspective, side, density, margin);
    const found: (Match & { likeness: number })[] = [];
    for (const [centres, template] of [
      [finders, finderTemplate],
      [alignments, alignmentTemplate],
    ] as const)
      for (const module of centres) {
        const seen = locate(upright, module, template, reach);
        if (seen.likeness < leastLikeness) continue;
        found.push({ module, pixel: project(perspective, seen.at), likeness: seen.likeness });
      }
    if (found.length < 4) return null;
    agreement =
      found.reduce((sum, { likeness }) => sum + likeness, 0) / (finders.length + alignments.length);
    perspective = fitPerspective(withoutOutliers(found)) ?? perspective;
  }
  return perspective && { perspective, agreement };
}

/** Points around a pattern's centre with the colour that they should have. */
interface Template {
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  readonly sign: Float32Array;
}

function makeTemplate(rings: readonly number[]): Template {
  const reach = rings.length - 1;
  const points: [number, number, number][] = [];
  for (let y = -reach; y <= reach; y += 1)
    for (let x = -reach; x <= reach; x += 1)
      points.push([x * density, y * density, rings[Math.max(Math.abs(x), Math.abs(y))] ?? 0]);
  const mean = points.reduce((sum, [, , sign]) => sum + sign, 0) / points.length;
  return {
    dx: Int16Array.from(points, ([x]) => x),
    dy: Int16Array.from(points, ([, y]) => y),
    sign: Float32Array.from(points, ([, , sign]) => sign - mean),
  };
}

const alignmentTemplate = makeTemplate([-1, 1, -1]);
const finderTemplate = makeTemplate([-1, -1, 1, -1, 1]);

/** Looks for a pattern around its place: the best normalised correlation, to a part of a point. */
function locate(
  upright: Upright,
  centre: Point,
  template: Template,
  reach: number,
): { readonly at: Point; readonly likeness: number } {
  const { points } = upright;
  const toPoint = (modules: number): number => Math.floor((modules + margin) * density);
  const [column, row] = [toPoint(centre.x), toPoint(centre.y)];
  const most = Math.round(reach * density);
  const wide = 2 * most + 1;
  const scores = new Float32Array(wide * wide);
  let best = 0;
  for (let dy = -most, index = 0; dy <= most; dy += 1)
    for (let dx = -most; dx <= most; dx += 1, index += 1) {
      scores[index] = correlate(upright, (row + dy) * points + column + dx, template);
      if ((scores[index] as number) > (scores[best] as number)) best = index;
    }
  const [bestX, bestY] = [best % wide, Math.floor(best / wide)];
  const score = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= wide || y >= wide ? Number.NaN : (scores[y * wide + x] as number);
  const top = score(bestX, bestY);
  const shiftX = peakShift(score(bestX - 1, bestY), top, score(bestX + 1, bestY));
  const shiftY = peakShift(score(bestX, bestY - 1), top, score(bestX, bestY + 1));
  return {
    at: {
      x: centre.x + (bestX - most + shiftX) / density,
      y: centre.y + (bestY - most + shiftY) / density,
    },
    likeness: top,
  };
}

function correlate({ values, points }: Upright, from: number, template: Template): number {
  const { dx, dy, sign } = template;
  let product = 0;
  let sum = 0;
  let squares = 0;
  let signs = 0;
  for (let i = 0; i < sign.length; i += 1) {
    const value = values[from + (dy[i] as number) * points + (dx[i] as number)] ?? 0;
    const each = sign[i] as number;
    product += each * value;
    signs += each * each;
    sum += value;
    squares += value * value;
  }
  const variance = squares - (sum * sum) / sign.length;
  return variance < 1 ? 0 : product / Math.sqrt(variance * signs);
}

/** Where between its neighbours a peak lies, by the parabola through the three. */
function peakShift(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
}

/** Leaves out the patterns that disagree with where all the others put them. */
function withoutOutliers(found: readonly Match[]): readonly Match[] {
  const perspective = fitPerspective(found);
  if (!perspective) return found;
  const off = found.map(({ module, pixel }) => {
    const expected = project(perspective, module);
    return Math.hypot(expected.x - pixel.x, expected.y - pixel.y);
  });
  const middle = [...off].sort((one, other) => one - other)[off.length >> 1] ?? 0;
  const kept = found.filter((_, index) => (off[index] as number) <= Math.max(3 * middle, 0.3));
  return kept.length >= 4 ? kept : found;
}
