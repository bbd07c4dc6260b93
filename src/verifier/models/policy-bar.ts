/**
 * The discounts beside each other on the scan screen, one tap each: those judged at once, or those used
 * last. A tap makes its discount the only one, whatever was chosen before: it has one outcome, which shows
 * at once, while putting it before others would show nothing, since a grant leads anyhow. The others stay
 * in their places, and one more tap judges all of them together. Kept from visit to visit as ids alone.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { asArray, asText, readJson } from '../../base/json-reader.ts';
import { parseStrictJson } from '../../base/strict-json.ts';
import type { Policy } from '../../trust/policies.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import { mostPolicies } from './settings.ts';

/** What the bar shows. */
export interface PolicyBar {
  /** In the order of their places; empty where there is nothing to change to. */
  readonly places: readonly Policy[];
  /** All of them are judged together. */
  readonly isTogether: boolean;
}

interface PolicyBarDependencies {
  readonly memory: ChoiceMemory;
  readonly known: ReadonlySignal<readonly Policy[]>;
  readonly chosen: ReadonlySignal<readonly Policy[]>;
  /** Whoever is at the device may choose another discount. */
  readonly mayChange: ReadonlySignal<boolean>;
}

/** Follows what is chosen from now on. */
export function createPolicyBar(dependencies: PolicyBarDependencies): ReadonlySignal<PolicyBar> {
  const { memory, known, chosen, mayChange } = dependencies;
  const ids = signal(readBar(memory.read()));
  effect(() => {
    const next = placesAfter(ids.peek(), chosen.value);
    if (next.join() === ids.peek().join()) return;
    ids.value = next;
    memory.write(JSON.stringify(next));
  });
  return computed(() => {
    const places = ids.value.flatMap((id) => known.value.find((policy) => policy.id === id) ?? []);
    return {
      places: mayChange.value && places.length > 1 ? places : [],
      isTogether: chosen.value.length > 1,
    };
  });
}

/** The places once these are chosen: several take the bar, a single one finds its place or gets the first. */
export function placesAfter(ids: readonly string[], chosen: readonly Policy[]): readonly string[] {
  const now = chosen.map(({ id }) => id);
  if (now.length > 1) return now;
  return now.every((id) => ids.includes(id)) ? ids : [...now, ...ids].slice(0, mostPolicies);
}

function readBar(record: string | null): readonly string[] {
  const parsed = record === null ? null : parseStrictJson(record);
  const ids = parsed?.ok ? readJson(() => asArray(parsed.value).map(asText)) : null;
  return ids && ids.length <= mostPolicies && new Set(ids).size === ids.length ? ids : [];
}
