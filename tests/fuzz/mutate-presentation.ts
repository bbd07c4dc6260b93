/**
 * Mutators of a presentation in its parts: which disclosures are there, whose key binding it is, what
 * the signatures are, and the JSON of every part by way of mutate-json.ts.
 */
import { type JsonMutator, jsonMutators, mutateJson } from './mutate-json.ts';
import type { Original } from './originals.ts';
import type { Presentation } from './presentation.ts';
import type { RandomSource } from './random-source.ts';

export type PresentationMutator = (
  parts: Presentation,
  random: RandomSource,
  others: readonly Original[],
) => Presentation;

type Disclosures = readonly string[];
const onDisclosures =
  (
    mutate: (list: string[], random: RandomSource, others: Disclosures) => void,
  ): PresentationMutator =>
  (parts, random, others) => {
    const disclosures = [...parts.disclosures];
    mutate(disclosures, random, random.pick(others).parts.disclosures);
    return { ...parts, disclosures };
  };

const foreign = ['[]', '["a","b"]', '["a","exp",1]', '["a","_sd",[]]', '{}', '', '["a","...","b"]'];

export const disclosureMutators: Readonly<Record<string, PresentationMutator>> = {
  'drop a disclosure': onDisclosures((list, random) => {
    list.splice(random.below(list.length), 1);
  }),
  'double disclosures': onDisclosures((list, random) => {
    const doubled = list[random.below(list.length)];
    if (doubled !== undefined)
      list.push(...Array.from({ length: random.pick([1, 1, 2, 70]) }, () => doubled));
  }),
  'reorder disclosures': onDisclosures((list, random) => {
    const [moved] = list.splice(random.below(list.length), 1);
    if (moved !== undefined) list.splice(random.below(list.length + 1), 0, moved);
  }),
  'exchange a disclosure': onDisclosures((list, random, others) => {
    const other = others[random.below(others.length)];
    if (other !== undefined) list.splice(random.below(list.length), 1, other);
  }),
  'append a disclosure': onDisclosures((list, random, others) => {
    list.push(random.pick([...others, ...foreign]));
  }),
};

export const bindingMutators: Readonly<Record<string, PresentationMutator>> = {
  'key binding of another': (parts, random, others) => ({
    ...parts,
    binding: random.pick(others).parts.binding,
  }),
  'no key binding': (parts) => ({ ...parts, binding: null }),
  'issuer JWT of another': (parts, random, others) => ({
    ...parts,
    issued: random.pick(others).parts.issued,
  }),
};

/** Mutates the JSON of some part: header, payload, a disclosure, or those of the key binding. */
const onJson =
  (mutate: JsonMutator): PresentationMutator =>
  (parts, random) => {
    const alter = (json: string): string => mutateJson(json, mutate, random);
    const part = random.pick([
      'header',
      'payload',
      'payload',
      'disclosure',
      'bound',
      'bound header',
    ]);
    const { issued, binding, disclosures } = parts;
    if (part === 'header') return { ...parts, issued: { ...issued, header: alter(issued.header) } };
    if (part === 'payload')
      return { ...parts, issued: { ...issued, payload: alter(issued.payload) } };
    if (part === 'bound header' && binding)
      return { ...parts, binding: { ...binding, header: alter(binding.header) } };
    if (part === 'bound' && binding)
      return { ...parts, binding: { ...binding, payload: alter(binding.payload) } };
    const chosen = random.below(disclosures.length);
    return {
      ...parts,
      disclosures: disclosures.map((json, index) => (index === chosen ? alter(json) : json)),
    };
  };

export const contentMutators: Readonly<Record<string, PresentationMutator>> = Object.fromEntries(
  Object.entries(jsonMutators).map(([name, mutate]) => [name, onJson(mutate)]),
);
