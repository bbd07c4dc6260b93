/**
 * When a device synchronises by itself: on opening, on coming back to the front or online, hourly, and
 * again after a failure with growing pauses. Two failures among the last five attempts, and it stays
 * offline for a while: a network that fails half the time costs battery and brings nothing. Pure; the
 * clock and the dice come in. What a person asks for is always done.
 */

export type SyncTrigger = 'open' | 'visible' | 'online' | 'hourly' | 'retry' | 'hand';

/** What is remembered of earlier attempts; times in milliseconds since 1970. */
export interface SyncHistory {
  /** The newest last, five at most. */
  readonly outcomes: readonly ('done' | 'failed')[];
  readonly lastDone: number | null;
  /** No attempt by itself before this moment. */
  readonly notBefore: number;
  /** The device stays offline until `notBefore`, rather than waiting for its next attempt. */
  readonly isResting: boolean;
}

export const noHistory: SyncHistory = {
  outcomes: [],
  lastDone: null,
  notBefore: 0,
  isResting: false,
};

const minute = 60_000;
const remembered = 5;
const failuresToRest = 2;
const firstPause = minute / 2;
const longestPause = 60 * minute;
const rest = 10 * minute;
/** Coming back to the front within this time of a good synchronisation asks for nothing. */
const recent = minute;

/** Whether a trigger starts an attempt now. */
export function isDue(history: SyncHistory, trigger: SyncTrigger, now: number): boolean {
  if (trigger === 'hand') return true;
  // A new network owes nothing to the one before.
  if (trigger === 'online') return true;
  // A pause longer than any that is ever set was set by a clock that has been put right since.
  const pause = history.notBefore - now;
  if (pause > 0 && pause <= 1.2 * longestPause) return false;
  const { lastDone } = history;
  return trigger !== 'visible' || lastDone === null || Math.abs(now - lastDone) > recent;
}

/** The history after an attempt; `dice` in 0–1 spreads devices that failed together. */
export function noteOutcome(
  history: SyncHistory,
  outcome: 'done' | 'failed',
  now: number,
  dice: number,
): SyncHistory {
  if (outcome === 'done') {
    const outcomes = [...history.outcomes, outcome].slice(-remembered);
    return { outcomes, lastDone: now, notBefore: 0, isResting: false };
  }
  const outcomes = [...history.outcomes, outcome].slice(-remembered);
  const isResting = outcomes.filter((each) => each === 'failed').length >= failuresToRest;
  const inARow = outcomes.length - 1 - outcomes.lastIndexOf('done');
  const pause = Math.min(longestPause, (isResting ? rest : firstPause) * 2 ** (inARow - 1));
  return {
    outcomes,
    lastDone: history.lastDone,
    notBefore: now + Math.round(pause * (0.8 + 0.4 * dice)),
    isResting,
  };
}
