import { describe, expect, it } from 'vitest';
import {
  fitPerspective,
  type Perspective,
  project,
  solveSymmetric,
} from '../../../src/scan/modules/perspective.ts';

const tilted: Perspective = [3.1, 0.4, 120, -0.3, 2.7, 90, 0.0011, -0.0007];
const places = [0, 40, 97].flatMap((y) => [0, 55, 97].map((x) => ({ x, y })));

describe('a fitted perspective', () => {
  it('puts every place where the true one does', () => {
    const matches = places.map((module) => ({ module, pixel: project(tilted, module) }));
    const fitted = fitPerspective(matches);
    expect(fitted).not.toBeNull();
    for (const { module, pixel } of matches) {
      const { x, y } = project(fitted as Perspective, module);
      expect(x).toBeCloseTo(pixel.x, 4);
      expect(y).toBeCloseTo(pixel.y, 4);
    }
  });

  it('is none for places in a line', () => {
    const line = [0, 1, 2, 3].map((at) => ({ module: { x: at, y: at }, pixel: { x: at, y: at } }));
    expect(fitPerspective(line)).toBeNull();
  });
});

describe('a system of equations', () => {
  it('is solved where it has one solution', () => {
    const solved = solveSymmetric(Float64Array.of(4, 2, 2, 3), Float64Array.of(10, 9));
    expect(solved?.[0]).toBeCloseTo(1.5);
    expect(solved?.[1]).toBeCloseTo(2);
  });

  it('is given up where it has none', () => {
    expect(solveSymmetric(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2))).toBeNull();
  });
});
