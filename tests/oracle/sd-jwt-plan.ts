/**
 * Plans of SD-JWTs: nested objects and arrays, of which each part is plain, disclosed or hidden, decoys,
 * and the faults to build in. A plan is data, so that fast-check can shrink it; sd-jwt-maker.ts makes it.
 */
import fc from 'fast-check';
import { type FaultName, faultNames } from './faults.ts';

type Fate = 'plain' | 'shown' | 'hidden';
type Leaf = { readonly leaf: null | boolean | number | string };
export type ObjectNode = {
  readonly members: readonly { readonly name: string; readonly fate: Fate; readonly node: Node }[];
  readonly decoys: number;
};
export type ArrayNode = {
  readonly elements: readonly { readonly fate: Fate; readonly node: Node }[];
  readonly decoys: number;
};
export type Node = Leaf | ObjectNode | ArrayNode;

export interface Plan {
  readonly root: ObjectNode;
  readonly faults: readonly { readonly name: FaultName; readonly at: number }[];
  readonly bound: boolean;
  readonly hash: 'sha-256' | 'sha-512' | null;
  /** White space in every JSON. */
  readonly gap: '' | ' ' | '\r\n\t';
}

const names = ['a', 'b', 'c', 'name', 'żółw', 'a b', 'sub', '_sdx', '.', 'hasOwnProperty'];
const fate: fc.Arbitrary<Fate> = fc.constantFrom('plain', 'shown', 'shown', 'hidden');
const leaf: fc.Arbitrary<Leaf> = fc.record({
  leaf: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
});
const { object, array } = fc.letrec<{ node: Node; object: ObjectNode; array: ArrayNode }>(
  (tie) => ({
    node: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaf, tie('object'), tie('array')),
    object: fc.record({
      members: fc.uniqueArray(
        fc.record({ name: fc.constantFrom(...names), fate, node: tie('node') }),
        { selector: ({ name }) => name, maxLength: 4 },
      ),
      decoys: fc.constantFrom(0, 0, 1, 2),
    }),
    array: fc.record({
      elements: fc.array(fc.record({ fate, node: tie('node') }), { maxLength: 3 }),
      decoys: fc.constantFrom(0, 0, 1),
    }),
  }),
);

/** Plans with no, one or two faults. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  // Arrays are rarer than objects in what grows at random.
  root: fc
    .record({ object, fate, array, listed: fc.boolean() })
    .map(({ object: { members, decoys }, fate, array: node, listed }) => ({
      members: listed ? [...members, { name: 'list', fate, node }] : members,
      decoys,
    })),
  faults: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    ...[1, 1, 1, 2, 2].map((count) => ({
      weight: 1,
      arbitrary: fc.array(
        fc.record({ name: fc.constantFrom(...faultNames), at: fc.nat({ max: 30 }) }),
        { minLength: count, maxLength: count },
      ),
    })),
  ),
  bound: fc.boolean(),
  hash: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(null, 'sha-256' as const) },
    { weight: 1, arbitrary: fc.constant('sha-512' as const) },
  ),
  gap: fc.constantFrom('', '', ' ', '\r\n\t'),
});
