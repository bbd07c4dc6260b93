/**
 * What a soak has done so far: kills by kind and by the phase in which they struck.
 */
import type { Kind, RoundPlan } from './plan-round.ts';
import type { RoundOutcome } from './run-round.ts';
import { type Phase, phases } from './watch-scripts.ts';

export interface Tally {
  readonly rounds: number;
  readonly roundsOfTwoTabs: number;
  readonly byKind: Readonly<Partial<Record<Kind, number>>>;
  /** Kills alone, no closed tabs. */
  readonly byPhase: Readonly<Partial<Record<Phase, number>>>;
  /** Kills after which a generation was stored that nobody had seen yet. */
  readonly aheadByPhase: Readonly<Partial<Record<Phase, number>>>;
  /** Rounds after which the platform did not let anybody read the floors' witness. */
  readonly witnessStuck: number;
  readonly acknowledged: number;
}

export const emptyTally: Tally = {
  rounds: 0,
  roundsOfTwoTabs: 0,
  byKind: {},
  byPhase: {},
  aheadByPhase: {},
  witnessStuck: 0,
  acknowledged: 0,
};

/** The tally after one more round. */
export function addRound(tally: Tally, { kind, tabs }: RoundPlan, outcome: RoundOutcome): Tally {
  const { phase, isAhead, isWitnessStuck, acknowledged } = outcome;
  const isKill = kind !== 'closed';
  return {
    rounds: tally.rounds + 1,
    roundsOfTwoTabs: tally.roundsOfTwoTabs + (tabs === 2 ? 1 : 0),
    byKind: raise(tally.byKind, kind),
    byPhase: isKill ? raise(tally.byPhase, phase) : tally.byPhase,
    aheadByPhase: isKill && isAhead ? raise(tally.aheadByPhase, phase) : tally.aheadByPhase,
    witnessStuck: tally.witnessStuck + (isWitnessStuck ? 1 : 0),
    acknowledged,
  };
}

/** How many tabs and browsers were killed. */
export const countKills = ({ byKind }: Tally): number => (byKind.tab ?? 0) + (byKind.browser ?? 0);

/** The whole tally in lines. */
export function describeTally(tally: Tally): string {
  const { byKind, byPhase, aheadByPhase, rounds, roundsOfTwoTabs, acknowledged } = tally;
  const hit = phases.map((phase) => {
    const ahead = aheadByPhase[phase] ? ` (${aheadByPhase[phase]} stored before they struck)` : '';
    return `${phase} ${byPhase[phase] ?? 0}${ahead}`;
  });
  return [
    `${countKills(tally)} kills: ${byKind.tab ?? 0} of a tab, ${byKind.browser ?? 0} of the browser; ${byKind.closed ?? 0} tabs closed`,
    `struck in: ${hit.join(', ')}`,
    `${rounds} rounds, ${roundsOfTwoTabs} with two tabs; generation ${acknowledged} at the end`,
    `rounds after which Cache Storage did not answer: ${tally.witnessStuck}`,
  ].join('\n');
}

const raise = <Key extends string>(
  counts: Readonly<Partial<Record<Key, number>>>,
  key: Key,
): Readonly<Partial<Record<Key, number>>> => ({ ...counts, [key]: (counts[key] ?? 0) + 1 });
