/**
 * What the inspector is told while a code is in view and does not read. A single reading proves
 * little, so about half a second of them votes; what is shown goes at once when a code is read, and
 * otherwise stays until the votes are clearly gone. The readings come from the frame reader; the
 * words are left to the app.
 */
import type { Corners, FoundCode, Light, Reading, Region } from './messages.ts';

/** What is wrong: go nearer, make it brighter, hold it straight, keep reflections off. */
export type Hint = (typeof causes)[number];

/** How it looks at present. */
export interface Outlook {
  readonly hint: Hint | null;
  /** A code has been in view for three seconds and does not read. */
  readonly isUndecodable: boolean;
}

/** Watches readings. */
export interface OutlookWatch {
  /** Takes note of a reading; `now` in milliseconds of a clock that never goes back. */
  note(reading: Reading, now: number): Outlook;
  reset(): void;
}

/** Milliseconds of readings that vote on the hint, */
const voting = 700;
/** the least of them that the votes must span, */
const leastSpan = 300;
/** and the fewest readings: so many count even where a slow device takes longer for them, */
const fewestVotes = 3;
/** though none that is older than this. */
const oldestVote = 2500;
/** The part of the votes that brings a hint up, and the part below which it goes. */
const bringsUp = 0.5;
const keepsUp = 0.2;
/** A code that was located stands for the readings in which the engine loses it, so many ms. */
const standsFor = 350;

/** Milliseconds after which a code that is located and not read is undecodable. */
export const undecodableAfter = 3000;
/** The part of the readings in which it must be located, and the part below which it is not any more, */
const mostlyLocated = 0.5;
const seldomLocated = 0.3;
/** and milliseconds without it after which it is another one. */
const gone = 1000;

/** The part of a code that a reflection must burn out to be the cause. */
const burntTooMuch = 0.02;
/** Steps of brightness of a code's white, and between its white and its black. */
const darkWhite = 70;
const dimWhite = 110;
const faintContrast = 32;
/** White that is grey: with it there is noise, the likely cause where there is no other. */
const greyWhite = 125;
/** Shorter to longer side of a code seen askew: the cosine of some 52 degrees. */
const slantedSides = 0.62;
/** Far to near edge. */
const slantedEdges = 0.55;
/** Longer to shorter side of a box around a suspect; one that is turned as well has a squarer box. */
const slantedBox = 1.5;
/** A box that comes so near to the frame's edge, in parts of the frame's width, is cut off by it. */
const frameRim = 0.01;
/** Pixels a module. */
const smallModule = 2.2;
/** Modules along a code's side where they are not known: the middle of what cards have. */
const usualModules = 97;
/** The same for a suspect, whose box has a margin of four modules. */
const suspectModules = usualModules + 8;

interface Vote {
  readonly at: number;
  /** The cause; undefined where nothing looks like a code. */
  readonly cause: Hint | null | undefined;
}

interface PastLook {
  readonly at: number;
  readonly isLocated: boolean;
}

/** Makes a watch that has seen nothing yet. */
export function createOutlook(): OutlookWatch {
  let votes: readonly Vote[] = [];
  let looks: readonly PastLook[] = [];
  let shown: Hint | null = null;
  let undecodable = false;

  function forget(): void {
    votes = [];
    looks = [];
    shown = null;
    undecodable = false;
  }

  return {
    note(reading, now) {
      if (reading.codes.some(({ text }) => text !== null)) {
        forget();
        return { hint: null, isUndecodable: false };
      }
      const cause = findCause(reading);
      looks = followLooks(looks, { at: now, isLocated: reading.codes.length > 0 });
      const lastLocated = looks.findLast(({ isLocated }) => isLocated);
      const isLost = cause === undefined && lastLocated && now - lastLocated.at <= standsFor;
      votes = votes.filter(
        ({ at }, index) =>
          now - at < voting || (index > votes.length - fewestVotes && now - at < oldestVote),
      );
      // While the engine has lost the code, the votes before stand.
      if (!isLost) votes = [...votes, { at: now, cause }];
      shown = chooseHint(votes, shown, now);
      undecodable = stayedUnread(looks, now, undecodable ? seldomLocated : mostlyLocated);
      return { hint: shown, isUndecodable: undecodable };
    },
    reset: forget,
  };
}

function chooseHint(votes: readonly Vote[], shown: Hint | null, now: number): Hint | null {
  const shareOf = (hint: Hint): number =>
    votes.filter(({ cause }) => cause === hint).length / Math.max(1, votes.length);
  const first = votes[0];
  if (first && votes.length >= fewestVotes && now - first.at >= leastSpan) {
    const risen = causes.find((hint) => shareOf(hint) >= bringsUp);
    if (risen) return risen;
  }
  return shown && shareOf(shown) >= keepsUp ? shown : null;
}

/** Keeps the looks since the code in view came, though no more than are needed. */
function followLooks(looks: readonly PastLook[], look: PastLook): readonly PastLook[] {
  const last = looks.findLast(({ isLocated }) => isLocated);
  const isSame = last && look.at - last.at < gone;
  if (!isSame) return look.isLocated ? [look] : [];
  // One look older than the time that counts shows that the code has been there for so long.
  const oldest = looks.findLastIndex(({ at }) => look.at - at >= undecodableAfter);
  return [...looks.slice(Math.max(0, oldest)), look];
}

function stayedUnread(looks: readonly PastLook[], now: number, leastPart: number): boolean {
  const first = looks[0];
  const located = looks.filter(({ isLocated }) => isLocated).length;
  return !!first && now - first.at >= undecodableAfter && located >= leastPart * looks.length;
}

/** All causes, the one that hides the others first. */
const causes = ['glare', 'too-dark', 'too-slanted', 'too-far'] as const;

/** What keeps the code from being read; null where nothing does, undefined where there is no code. */
function findCause(reading: Reading): Hint | null | undefined {
  const { codes, suspect, light } = reading;
  if (codes.length === 0 && !suspect) return undefined;
  if (light.burnt >= burntTooMuch) return 'glare';
  if (isDark(light)) return 'too-dark';
  // Whichever code is nearest is the one that is held out.
  const shapes =
    codes.length > 0 ? codes.map(measureCode) : suspect ? [measureBox(suspect, reading)] : [];
  const nearest = shapes.reduce((one, other) => (other.module > one.module ? other : one));
  if (nearest.isSlanted) return 'too-slanted';
  if (nearest.module < smallModule) return 'too-far';
  return light.bright < greyWhite ? 'too-dark' : null;
}

const isDark = ({ dark, bright }: Light): boolean =>
  bright < darkWhite || (bright < dimWhite && bright - dark < faintContrast);

interface Shape {
  readonly isSlanted: boolean;
  /** Pixels a module; where it is slanted, along the longer side. */
  readonly module: number;
}

function measureCode({ corners, modules }: FoundCode): Shape {
  const [longer, shorter] = measureSides(corners);
  return {
    isSlanted: shorter < slantedSides * longer || compareEdges(corners) < slantedEdges,
    module: longer / (modules ?? usualModules),
  };
}

function measureBox({ x, y, width, height }: Region, frame: Reading): Shape {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const rim = frameRim * frame.width;
  const isCut =
    x <= rim || y <= rim || x + width >= frame.width - rim || y + height >= frame.height - rim;
  // What the frame's edge cuts off is not slanted by that, nor small.
  return {
    isSlanted: !isCut && longer > slantedBox * shorter,
    module: (isCut ? longer : shorter) / suspectModules,
  };
}

/** The square's sides as the view stretches them most and least, however the square is turned. */
function measureSides([a, b, c, d]: Corners): readonly [longer: number, shorter: number] {
  const [ux, uy] = [(b.x - a.x + c.x - d.x) / 2, (b.y - a.y + c.y - d.y) / 2];
  const [vx, vy] = [(d.x - a.x + c.x - b.x) / 2, (d.y - a.y + c.y - b.y) / 2];
  const squares = ux * ux + uy * uy + vx * vx + vy * vy;
  const area = Math.abs(ux * vy - uy * vx);
  const gap = Math.sqrt(Math.max(0, squares * squares - 4 * area * area));
  return [Math.sqrt((squares + gap) / 2), Math.sqrt(Math.max(0, squares - gap) / 2)];
}

/** The lesser of the ratios of opposite edges, 0 to 1. */
function compareEdges(corners: Corners): number {
  const [upper, right, lower, left] = corners.map((corner, index) => {
    const next = corners[(index + 1) % 4] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  }) as [number, number, number, number];
  return Math.min(
    Math.min(upper, lower) / Math.max(upper, lower),
    Math.min(left, right) / Math.max(left, right),
  );
}
