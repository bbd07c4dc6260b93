/**
 * The operator's roots: root 1 of a made-up world, the newest root of a feed, and the next one with one
 * key replaced. What a root must be is trust/root.ts's; which files follow a rotation is rotate.ts's.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { signGeneralJws } from '../base/sign-jws.ts';
import { openRoots } from '../trust/generation.ts';
import { type RoleName, type Root, rootType, rotateRoot } from '../trust/root.ts';
import { writeFeedFile } from './feed-folder.ts';
import { findKey, generateKey, loadKey, type NamedKey, publicHalf, saveKey } from './keys.ts';
import { WorldError } from './world-state.ts';

const rootKids = ['root-1', 'root-2', 'root-3'] as const;
/** Seconds for which a root holds. */
const rootLife = 10 * 365 * 86_400;

/** A root that was signed and is not published yet. */
export interface SignedRoot {
  readonly root: Root;
  readonly text: string;
}

/** Writes root 1 of a made-up world, two of three, with fresh keys for every role. */
export async function makeFirstRoot(directory: string, at: number): Promise<void> {
  const keys: NamedKey[] = [];
  for (const kid of [...rootKids, 'manifest', 'lists', 'enrolment']) {
    const named = { kid, key: await generateKey() };
    keys.push(named);
    await saveKey(directory, named);
  }
  const role = (kid: string): Root['roles'][RoleName] => ({ keyIds: [kid], threshold: 1 });
  const root: Root = {
    version: 1,
    exp: at + rootLife,
    specimen: true,
    keys: new Map(keys.map(({ kid, key }) => [kid, publicHalf(key)])),
    roles: {
      root: { keyIds: rootKids, threshold: 2 },
      manifest: role('manifest'),
      lists: role('lists'),
      enrolment: role('enrolment'),
    },
  };
  const text = await signRoot(root, keys.slice(0, 2));
  await writeFeedFile(path.join(directory, 'feed'), 'root/1.json', text);
}

/** The newest root of a world's feed; throws `WorldError` where the row of roots does not hold. */
export async function newestRoot(directory: string): Promise<Root> {
  const folder = path.join(directory, 'feed', 'root');
  const names = await readdir(folder).catch((): string[] => []);
  const texts: string[] = [];
  const count = names.filter((name) => /^\d+\.json$/.test(name)).length;
  for (let version = 1; version <= count; version++) {
    const name = `${version}.json`;
    if (!names.includes(name))
      throw new WorldError('world-damaged', directory, `feed/root/${name}`);
    texts.push(await readFile(path.join(folder, name), 'utf8'));
  }
  const [first, ...later] = texts;
  if (first === undefined) throw new WorldError('world-damaged', directory, 'feed/root/1.json');
  const root = await openRoots(first, later);
  if (!root.ok) throw new WorldError('world-damaged', directory);
  return root.value;
}

/** The key with which a role signs; throws `WorldError` where none of its keys is on the disk. */
export async function signerOf(
  directory: string,
  root: Root,
  role: RoleName,
  absent: string | null = null,
): Promise<NamedKey> {
  const { keyIds } = root.roles[role];
  for (const kid of keyIds.filter((known) => known !== absent)) {
    const found = await findKey(directory, kid);
    if (found) return found;
  }
  return loadKey(directory, keyIds[0] ?? role);
}

/** The root's keys are elsewhere, as they should be on every other day. */
export class RootKeysError extends Error {
  constructor(directory: string, needed: number, kids: readonly string[]) {
    const files = kids.map((kid) => `${kid}.json`).join(', ');
    super(`A new root needs ${needed} of ${files} in ${path.join(directory, 'keys')}.`);
  }
}

/**
 * The next root, in which `replacement` stands for the key `old` of one role: signed by the thresholds
 * of both roots (TUF §5.3.4), and by `old` itself only where no other key is at hand.
 */
export async function replaceKey(
  directory: string,
  root: Root,
  role: RoleName,
  old: string,
  replacement: NamedKey,
  now: number,
): Promise<SignedRoot> {
  const { keyIds, threshold } = root.roles[role];
  const replaced = keyIds.map((kid) => (kid === old ? replacement.kid : kid));
  const keys = new Map(root.keys).set(replacement.kid, publicHalf(replacement.key));
  const roles = { ...root.roles, [role]: { keyIds: replaced, threshold } };
  const isUsed = Object.values(roles).some((other) => other.keyIds.includes(old));
  if (!isUsed) keys.delete(old);
  const next: Root = { ...root, version: root.version + 1, exp: now + rootLife, keys, roles };

  const held: NamedKey[] = [];
  for (const kid of new Set([...next.roles.root.keyIds, ...root.roles.root.keyIds])) {
    const found = kid === replacement.kid ? replacement : await findKey(directory, kid);
    if (found) held.push(found);
  }
  const withoutOld = held.filter(({ kid }) => kid !== old);
  for (const signers of [withoutOld, held].filter(({ length }) => length > 0)) {
    const text = await signRoot(next, signers);
    if ((await rotateRoot(root, text)).ok) return { root: next, text };
  }
  const { keyIds: rootKids, threshold: needed } = root.roles.root;
  throw new RootKeysError(directory, needed, rootKids);
}

const signRoot = (
  { version, exp, specimen, keys, roles }: Root,
  signers: readonly NamedKey[],
): Promise<string> => {
  const publicKeys = Object.fromEntries([...keys].map(([kid, key]) => [kid, { ...key }]));
  const plainRoles = Object.fromEntries(
    Object.entries(roles).map(([name, { keyIds, threshold }]) => [name, { keyIds, threshold }]),
  );
  const payload = { version, exp, specimen, keys: publicKeys, roles: plainRoles };
  return signGeneralJws(rootType, payload, signers);
};
