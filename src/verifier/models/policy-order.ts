/**
 * Which discounts are offered in which group, and what choosing does to the order of the chosen ones:
 * the first leads. Pure; keeping the choice is left to the app's model. What still needs a look at the
 * regulation in force is a group of its own, and is never chosen by itself.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Policy } from '../../trust/policies.ts';
import { mostPolicies } from './settings.ts';

/** The discounts as they are offered, each group in the given order. */
export interface PolicyGroups {
  readonly reviewed: readonly Policy[];
  /** Made on this device. */
  readonly own: readonly Policy[];
  readonly unreviewed: readonly Policy[];
}

/** Puts the known discounts into their groups. */
export function groupPolicies(known: readonly Policy[], own: readonly Policy[]): PolicyGroups {
  const ownIds = new Set(own.map(({ id }) => id));
  const signed = known.filter(({ id }) => !ownIds.has(id));
  return {
    reviewed: signed.filter(({ unreviewed }) => !unreviewed),
    own,
    unreviewed: signed.filter(({ unreviewed }) => unreviewed),
  };
}

/** What most inspectors check. */
const usual = 'rail-student-51';

/**
 * The discounts that these ids name, in the ids' order, each once. Before anybody has chosen, the usual
 * one; a choice that the lists no longer know is none, since nobody asked for another.
 */
export function findChosen(known: readonly Policy[], ids: readonly string[]): readonly Policy[] {
  if (ids.length === 0) return known.filter(({ id }) => id === usual);
  const chosen = [...new Set(ids)].flatMap((id) => known.find((policy) => policy.id === id) ?? []);
  return chosen.slice(0, mostPolicies);
}

/** Why a tap on a discount changes nothing. */
export type ChoiceRefusal = 'too-many' | 'last-one';

/** Adds a discount behind the others, or takes it away. */
export function toggleChoice(
  ids: readonly string[],
  id: string,
): Result<readonly string[], ChoiceRefusal> {
  if (!ids.includes(id)) return ids.length < mostPolicies ? ok([...ids, id]) : fail('too-many');
  return ids.length > 1 ? ok(ids.filter((other) => other !== id)) : fail('last-one');
}

/** Puts one of the chosen discounts before the others. */
export const putFirst = (ids: readonly string[], id: string): readonly string[] => [
  id,
  ...ids.filter((other) => other !== id),
];
