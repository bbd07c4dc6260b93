/**
 * Tells a keyboard-wedge scanner from a person by the pace of the characters, and keeps them until
 * the scan is over. Scanners type a character in 1 to 60 ms, or several at one instant, with pauses of up to 300 ms
 * where the radio stutters; people take 80 ms and more, with a few quicker pairs in between. Pure:
 * times come in with the characters, in milliseconds of any monotonic clock.
 */
import { longestScan } from './scanner-text.ts';

/** What a scanner typed. */
export interface TypedScan {
  readonly text: string;
  /** Milliseconds from its first character to its last: a dense code takes slow scanners a minute. */
  readonly took: number;
}

/** The characters of one burst, by a scanner or by hand. */
export interface WedgeBuffer {
  /** Takes what arrived at one instant. */
  add(text: string, at: number): void;
  /** How many characters there are. */
  readonly length: number;
  /** Nobody types like that; once true, it stays so until the burst is taken. */
  readonly isScanner: boolean;
  /** Milliseconds without a character after which the burst is over, at most 500. */
  readonly silence: number;
  /** Whether the burst was over at a time. */
  isOver(at: number): boolean;
  /** Gives what a scanner typed, or null where a person did; keeps nothing. */
  take(): TypedScan | null;
}

/** Gaps up to this long are quicker than typing, */
const fastGap = 70;
/** and this many of them, if they are this much of all gaps, are no person's. */
const fastGapsNeeded = 8;
const fastShareNeeded = 0.75;
/** That many gaps in a row, each up to this long, are no person's either. */
const instantGap = 20;
const instantGapsNeeded = 3;
/** The fast part of all gaps that a whole scan must have: what went on at a person's pace is none. */
const fastShareAtEnd = 0.6;
/** More than a radio's pause, which may come without any before it. */
const shortestSilence = 400;
const longestSilence = 500;

interface Burst {
  readonly text: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly gaps: number;
  readonly fastGaps: number;
  readonly instantGaps: number;
  readonly longestGap: number;
  readonly isScanner: boolean;
}

const noBurst: Burst = {
  text: '',
  firstAt: 0,
  lastAt: 0,
  gaps: 0,
  fastGaps: 0,
  instantGaps: 0,
  longestGap: 0,
  isScanner: false,
};

/** Makes an empty buffer. */
export function createWedgeBuffer(): WedgeBuffer {
  let burst = noBurst;
  const silence = (): number =>
    Math.min(longestSilence, Math.max(shortestSilence, 2 * burst.longestGap));

  return {
    add(text, at) {
      burst =
        burst.text === '' ? { ...noBurst, text, firstAt: at, lastAt: at } : grow(burst, text, at);
    },
    get length() {
      return burst.text.length;
    },
    get isScanner() {
      return burst.isScanner;
    },
    get silence() {
      return silence();
    },
    isOver: (at) => burst.text !== '' && at - burst.lastAt > silence(),
    take() {
      const { text, firstAt, lastAt, gaps, fastGaps, isScanner } = burst;
      burst = noBurst;
      if (!isScanner || fastGaps < fastShareAtEnd * gaps) return null;
      return { text, took: lastAt - firstAt };
    },
  };
}

function grow(burst: Burst, more: string, at: number): Burst {
  const gap = Math.max(0, at - burst.lastAt);
  const gaps = burst.gaps + 1;
  const fastGaps = burst.fastGaps + (gap <= fastGap ? 1 : 0);
  const instantGaps = gap <= instantGap ? burst.instantGaps + 1 : 0;
  return {
    ...burst,
    // One too many tells later that this was no code; more than that need not be kept.
    text: burst.text.length > longestScan ? burst.text : burst.text + more,
    lastAt: at,
    gaps,
    fastGaps,
    instantGaps,
    longestGap: Math.max(burst.longestGap, gap),
    isScanner:
      burst.isScanner ||
      instantGaps >= instantGapsNeeded ||
      (fastGaps >= fastGapsNeeded && fastGaps >= fastShareNeeded * gaps),
  };
}
