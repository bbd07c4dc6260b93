/**
 * The codes of one picture, gathered from several views of it: each once, a read one before an unread
 * one of the same place. A code that a view shows and the engine cannot read is read module by module.
 */
import type { Look, QrEngine } from './engines/engine.ts';
import { measureLight } from './light.ts';
import type { Luma } from './luma.ts';
import type { Corners, FoundCode, Point, Reading, Region } from './messages.ts';
import { readModules } from './modules/read-modules.ts';
import { placeInPicture, type View } from './views.ts';

/** What has been seen of a picture so far. */
export interface Sightings {
  /** Looks at a view; true when a code was read in it. */
  look(view: View, how: Look): boolean;
  /** The time for this picture is over: what is left to try is left. */
  isLate(): boolean;
  /** Nothing that was located is still unread, and something was read. */
  isAllRead(): boolean;
  /** Where the codes are, all of them; null where none was located. */
  region(): Region | null;
  /** All that there is to say of the picture; `suspect` where something else looks like a code. */
  describe(suspect: Region | null): Reading;
}

/** Readings module by module are dear: more than this many do not pay in one picture. */
const mostModuleReadings = 4;

/** Pixels a side of the smallest code there is, one to a module. */
const smallest = 21;

/** Begins with nothing. `luma` is the whole picture, `isLate` tells when its time is over. */
export function sightCodes(engine: QrEngine, luma: Luma, isLate: () => boolean): Sightings {
  let found: readonly FoundCode[] = [];
  let moduleReadings = 0;

  function admit(code: FoundCode): void {
    const others = found.filter((other) => !isSamePlace(code, other));
    const rival = found.find((other) => isSamePlace(code, other));
    if (!rival || (rival.text === null && code.text !== null)) found = [...others, code];
  }

  function readBetter(code: FoundCode): FoundCode {
    if (code.text !== null || moduleReadings >= mostModuleReadings || isLate()) return code;
    if (found.some((other) => other.text !== null && isSamePlace(code, other))) return code;
    moduleReadings += 1;
    return readModules(engine, luma, code) ?? code;
  }

  const region = (): Region | null => boundingRegion(found.flatMap(({ corners }) => corners));

  return {
    look(view, how) {
      if (Math.min(view.width, view.height) < smallest) return false;
      const seen = engine
        .find(view, how)
        .map((code) => ({
          ...code,
          corners: code.corners.map((corner) => placeInPicture(view, corner)) as unknown as Corners,
        }))
        .map(readBetter);
      seen.forEach(admit);
      return seen.some(({ text }) => text !== null);
    },
    isLate,
    isAllRead: () => found.length > 0 && found.every(({ text }) => text !== null),
    region,
    describe(suspect) {
      const { width, height } = luma;
      const located = region();
      return {
        width,
        height,
        codes: found,
        suspect: located ? null : suspect,
        light: measureLight(luma, located ?? suspect ?? { x: 0, y: 0, width, height }),
        print: takePrint(luma),
      };
    },
  };
}

function isSamePlace(one: FoundCode, other: FoundCode): boolean {
  const [a, b] = [centre(one.corners), centre(other.corners)];
  const size = Math.hypot(
    other.corners[2].x - other.corners[0].x,
    other.corners[2].y - other.corners[0].y,
  );
  return Math.hypot(a.x - b.x, a.y - b.y) < size / 4;
}

const centre = (corners: Corners): Point => ({
  x: corners.reduce((sum, { x }) => sum + x, 0) / 4,
  y: corners.reduce((sum, { y }) => sum + y, 0) / 4,
});

function boundingRegion(points: readonly Point[]): Region | null {
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** A hash (FNV-1a, 32 bits) of points all over the picture: noise alone makes it another each time. */
function takePrint({ data, width, height }: Luma): number {
  let print = 0x811c9dc5;
  const step = Math.max(1, Math.floor((width * height) / 4093));
  for (let at = step >> 1; at < width * height; at += step)
    print = Math.imul(print ^ (data[at] ?? 0), 0x01000193);
  return print >>> 0;
}
