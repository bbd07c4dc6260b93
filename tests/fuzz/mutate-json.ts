/**
 * Mutators of JSON text: members changed, added, deleted, named twice or by names that mean something
 * to JavaScript or to a standard, values of other types and sizes. Works on a tree that keeps
 * duplicate names, which JSON.parse would lose.
 */
import { hostileNames, hostileValues } from './hostile-json.ts';
import type { RandomSource } from './random-source.ts';

/** A JSON value: an object's members in order, an array's items, or the text of anything else. */
type Tree = { members: [name: string, value: Tree][] } | { items: Tree[] } | { text: string };

export type JsonMutator = (tree: Tree, random: RandomSource) => void;

const treeOf = (value: unknown): Tree =>
  Array.isArray(value)
    ? { items: value.map(treeOf) }
    : typeof value === 'object' && value !== null
      ? { members: Object.entries(value).map(([name, member]) => [name, treeOf(member)]) }
      : { text: JSON.stringify(value) };

function printTree(tree: Tree): string {
  if ('text' in tree) return tree.text;
  if ('items' in tree) return `[${tree.items.map(printTree).join(',')}]`;
  const members = tree.members.map(
    ([name, value]) => `${JSON.stringify(name)}:${printTree(value)}`,
  );
  return `{${members.join(',')}}`;
}

/** Every value of a tree, itself first. */
function valuesOf(tree: Tree, found: Tree[] = []): readonly Tree[] {
  found.push(tree);
  if ('items' in tree) for (const item of tree.items) valuesOf(item, found);
  if ('members' in tree) for (const [, value] of tree.members) valuesOf(value, found);
  return found;
}

type Members = [name: string, value: Tree][];

/** The members of some object of the tree; a list of nobody's where it has none. */
function someMembers(tree: Tree, random: RandomSource): Members {
  const objects = valuesOf(tree).flatMap((value) => ('members' in value ? [value.members] : []));
  return objects.length === 0 ? [] : random.pick(objects);
}

const anyValue = (random: RandomSource): Tree => ({ text: random.pick(hostileValues) });

/** Turns a value into another, in place. */
function become(tree: Tree, other: Tree): void {
  for (const part of Object.keys(tree)) Reflect.deleteProperty(tree, part);
  Object.assign(tree, other);
}

function changeNumber(text: string, random: RandomSource): string {
  const step = random.pick([1, 1, 60, 86_400]);
  const changed = `${Number(text) + step * random.between(-40, 40)}`;
  const daysLater = `${Number(text) + 86_400 * random.between(-400, 400)}`;
  return random.pick([changed, changed, changed, daysLater, `${text}0`, `-${text}`, `${text}.5`]);
}

function changeText(text: string, random: RandomSource): string {
  if (!text.startsWith('"')) return changeNumber(text, random);
  const at = random.between(1, text.length - 1);
  const inserted = random.pick(['A', 'é', '\\u0041', '\\n', ' ', 'x'.repeat(300), '\u200b', '"']);
  return text.slice(0, at) + inserted + text.slice(at + random.below(2));
}

export const jsonMutators: Readonly<Record<string, JsonMutator>> = {
  'change a value': (tree, random) => {
    const leaf = random.pick(valuesOf(tree).filter((value) => 'text' in value));
    if (leaf && 'text' in leaf) leaf.text = changeText(leaf.text, random);
  },
  'exchange a value for another': (tree, random) =>
    become(random.pick(valuesOf(tree)), anyValue(random)),
  'exchange two values': (tree, random) => {
    const members = someMembers(tree, random);
    const [a, b] = [random.pick(members), random.pick(members)];
    if (a && b) [a[1], b[1]] = [b[1], a[1]];
  },
  'delete a member': (tree, random) => {
    const members = someMembers(tree, random);
    members.splice(random.below(members.length), 1);
  },
  'name a member twice': (tree, random) => {
    const members = someMembers(tree, random);
    const member = random.pick(members);
    if (member)
      members.splice(random.below(members.length + 1), 0, [
        member[0],
        random.onceIn(2) ? member[1] : anyValue(random),
      ]);
  },
  'add a member': (tree, random) => {
    const members = someMembers(tree, random);
    members.splice(random.below(members.length + 1), 0, [
      random.pick(hostileNames),
      anyValue(random),
    ]);
  },
  'rename a member': (tree, random) => {
    const member = random.pick(someMembers(tree, random));
    if (member) member[0] = random.pick(hostileNames);
  },
  'reorder members': (tree, random) => {
    const members = someMembers(tree, random);
    const [member] = members.splice(random.below(members.length), 1);
    if (member) members.splice(random.below(members.length + 1), 0, member);
  },
  'wrap a value': (tree, random) => {
    const value = random.pick(valuesOf(tree));
    const times = random.pick([1, 1, 8, 40]);
    const text = printTree(value);
    become(value, { text: '['.repeat(times) + text + ']'.repeat(times) });
  },
  'repeat an item': (tree, random) => {
    const arrays = valuesOf(tree).flatMap((value) => ('items' in value ? [value.items] : []));
    const items = arrays.length === 0 ? [] : random.pick(arrays);
    const item = random.pick(items);
    if (item) items.splice(random.below(items.length + 1), 0, item);
  },
};

/** Mutates JSON text; white space around it is put where the text is no JSON any more. */
export function mutateJson(json: string, mutate: JsonMutator, random: RandomSource): string {
  let tree: Tree;
  try {
    tree = treeOf(JSON.parse(json));
  } catch {
    return ` ${json}`;
  }
  mutate(tree, random);
  return printTree(tree);
}
