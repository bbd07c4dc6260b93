/**
 * What happens in a round, drawn by dice: who is killed, how many tabs are open, and at which moment of
 * a synchronisation.
 */
import type { Dice } from '../../src/issuer/specimens.ts';
import type { Phase } from './watch-scripts.ts';

/** A tab crashes, a whole browser is killed, or a tab is closed, which counts as no kill. */
export const kinds = ['tab', 'browser', 'closed'] as const;
export type Kind = (typeof kinds)[number];

export interface RoundPlan {
  readonly kind: Kind;
  readonly tabs: 1 | 2;
  /** Synchronisations that end well before the one that is struck. */
  readonly syncsBefore: number;
  /** The moment to strike: so many milliseconds after a phase begins. */
  readonly aim: { readonly phase: Phase; readonly after: number };
}

/** Milliseconds from the start of a synchronisation in which a third of the kills strike. */
const anyMoment = 400;

/**
 * Where the others strike, and up to how many milliseconds after the phase begins. Saving comes first:
 * reading what is there takes most of it, and writing, all that could tear a generation, a few
 * milliseconds at its end.
 */
const aims: readonly (readonly [Phase, number])[] = [
  ['saving', 20],
  ['saving', 50],
  ['saving', 80],
  ['writing', 1],
  ['writing', 1],
  ['writing', 5],
  ['writing', 12],
  ['checking', 80],
  ['staging', 10],
  ['witness', 1],
  ['fetching', 100],
];

/** Draws a round; they are numbered from 1. */
export function planRound(dice: Dice, round: number): RoundPlan {
  const [phase, within] = aims[dice(aims.length)] ?? ['writing', 1];
  const isAimed = dice(3) > 0;
  return {
    kind: round % 9 === 0 ? 'closed' : round % 2 === 0 ? 'browser' : 'tab',
    tabs: dice(4) === 0 ? 2 : 1,
    syncsBefore: dice(3) === 0 ? 1 : 0,
    aim: isAimed ? { phase, after: dice(within) } : { phase: 'asking', after: dice(anyMoment) },
  };
}
