/**
 * Commands on a made-up world: `world`, `card`, `revoke`, `suspend`, `restore`.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pack } from '../credential/pack.ts';
import { present } from '../credential/present.ts';
import { randomBytes } from '../issuer/keys.ts';
import { publishFeed } from '../issuer/publish.ts';
import { type Holder, makeWorld } from '../issuer/world.ts';
import { loadWorld, type WorldCard, WorldError } from '../issuer/world-state.ts';
import { readArguments, requireOption, takePositionals } from './arguments.ts';
import { UsageError } from './usage.ts';

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** `world DIR [--seed N]` */
export async function worldCommand(args: readonly string[]): Promise<void> {
  const given = readArguments(args, { seed: { type: 'string' } });
  const [directory = ''] = takePositionals(given, 'DIR');
  const seed = Number(given.values.seed ?? '1');
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError('--seed takes a whole number');
  if ((await filesIn(directory)).length > 0) throw new UsageError(`${directory} is not empty`);
  await makeWorld(directory, seed, seconds(given.now));
}

/** `card DIR --id ID`: gives the QR text. */
export async function cardCommand(args: readonly string[]): Promise<string> {
  const given = readArguments(args, { id: { type: 'string' } });
  const [directory = ''] = takePositionals(given, 'DIR');
  const id = requireOption(given, 'id');
  await loadWorld(directory);
  const holder = await loadHolder(directory, id);
  const text = await present({
    credential: holder.credential,
    disclose: holder.disclose,
    holderKey: holder.keyBinding ? holder.privateJwk : null,
    iat: seconds(given.now) + holder.iatOffset,
    nonce: randomBytes(16),
  });
  const packed = pack(text);
  if (!packed.ok) throw new Error(`${id}: ${packed.failure}`);
  return packed.value;
}

/** `revoke | suspend | restore DIR --id ID`: gives a line of JSON that says what happened. */
export async function statusCommand(
  args: readonly string[],
  status: WorldCard['status'],
): Promise<string> {
  const given = readArguments(args, { id: { type: 'string' } });
  const [directory = ''] = takePositionals(given, 'DIR');
  const id = requireOption(given, 'id');
  const world = await loadWorld(directory);
  if (!world.cards.some((card) => card.id === id))
    throw new UsageError(`no card ${id} on the status lists of ${directory}`);
  const { manifest } = await publishFeed(directory, seconds(given.now), {
    change: (state) => ({
      ...state,
      cards: state.cards.map((card) => (card.id === id ? { ...card, status } : card)),
    }),
  });
  return JSON.stringify({ id, status, manifest: manifest.version });
}

async function loadHolder(directory: string, id: string): Promise<Holder> {
  const known = (await filesIn(path.join(directory, 'holders'))).includes(`${id}.json`);
  if (!known || id === 'index') throw new UsageError(`no card ${id} in ${directory}`);
  const text = await readFile(path.join(directory, 'holders', `${id}.json`), 'utf8');
  try {
    return JSON.parse(text) as Holder;
  } catch {
    throw new WorldError('world-damaged', directory);
  }
}

async function filesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new UsageError(`${directory} is not a folder`);
    throw error;
  }
}
