/**
 * The modules of a QR code that are the same whatever it says: finder, separator, timing and
 * alignment patterns and the version (ISO/IEC 18004 §6.3, §7.10, annexes D and E). They are what a
 * code's grid is fitted to and its blur is learned from.
 */
import type { Point } from '../messages.ts';

/** What is known of one size of code. */
export interface FunctionPatterns {
  /** Modules along a side. */
  readonly side: number;
  /** `side` × `side` modules, row by row: 1 light, -1 dark, 0 depends on the text. */
  readonly known: Int8Array;
  /** Centres of the finder patterns: upper left, upper right, lower left. In modules. */
  readonly finders: readonly Point[];
  /** Centres of the alignment patterns, in modules. */
  readonly alignments: readonly Point[];
}

const known = new Map<number, FunctionPatterns | null>();

/** The patterns of a code with so many modules a side; null where no code has that many. */
export function functionPatterns(side: number): FunctionPatterns | null {
  const made = known.get(side);
  if (made !== undefined) return made;
  const patterns =
    Number.isInteger((side - 17) / 4) && side >= 21 && side <= 177 ? make(side) : null;
  known.set(side, patterns);
  return patterns;
}

function make(side: number): FunctionPatterns {
  const version = (side - 17) / 4;
  const modules = new Int8Array(side * side);
  const set = (x: number, y: number, isDark: boolean): void => {
    if (x >= 0 && y >= 0 && x < side && y < side) modules[y * side + x] = isDark ? -1 : 1;
  };

  for (let at = 8; at < side - 8; at += 1) {
    set(at, 6, at % 2 === 0);
    set(6, at, at % 2 === 0);
  }

  const places = alignmentPlaces(version, side);
  const last = places.length - 1;
  const alignments = places.flatMap((y, row) =>
    places.flatMap((x, column) => {
      const isFinder =
        (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      return isFinder ? [] : [{ x: x + 0.5, y: y + 0.5 }];
    }),
  );
  for (const { x, y } of alignments)
    for (let dy = -2; dy <= 2; dy += 1)
      for (let dx = -2; dx <= 2; dx += 1)
        set(Math.floor(x) + dx, Math.floor(y) + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);

  const far = side - 4;
  const finderCentres = [
    [3, 3],
    [far, 3],
    [3, far],
  ] as const;
  for (const [x, y] of finderCentres)
    for (let dy = -4; dy <= 4; dy += 1)
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(x + dx, y + dy, ring !== 2 && ring !== 4);
      }
  set(8, side - 8, true);

  if (version >= 7) {
    const bits = versionBits(version);
    for (let bit = 0; bit < 18; bit += 1) {
      const isDark = ((bits >> bit) & 1) === 1;
      const across = side - 11 + (bit % 3);
      const down = Math.floor(bit / 3);
      set(across, down, isDark);
      set(down, across, isDark);
    }
  }
  return {
    side,
    known: modules,
    finders: finderCentres.map(([x, y]) => ({ x: x + 0.5, y: y + 0.5 })),
    alignments,
  };
}

/** Rows and columns of alignment patterns (annex E): evenly spaced from the far edge, rounded up. */
function alignmentPlaces(version: number, side: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : 2 * Math.ceil((side - 13) / (2 * (count - 1)));
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? 6 : side - 7 - (count - 1 - index) * step,
  );
}

/** The version with its BCH(18, 6) check bits (annex D). */
function versionBits(version: number): number {
  const generator = 0x1f25;
  let rest = version << 12;
  for (let bit = 17; bit >= 12; bit -= 1) if ((rest >> bit) & 1) rest ^= generator << (bit - 12);
  return (version << 12) | rest;
}
