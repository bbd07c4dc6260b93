/**
 * Publishing a feed as static files (PROTOCOL §5): contents first, then a new root if there is one, the
 * manifest last. A file is signed anew only when its contents or its signer changed or it is due
 * (sign-lists.ts); the manifest carries the daily freshness.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../base/sha256.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { caps, manifestType } from '../trust/manifest.ts';
import { readFeedFile, removeOldFiles, writeFeedFile } from './feed-folder.ts';
import { lives, manifestEntry } from './lists.ts';
import { newestRoot, type SignedRoot, signerOf } from './roots.ts';
import { draftFiles, signFile, signIfNeeded } from './sign-lists.ts';
import { withWorldLock } from './world-lock.ts';
import { loadWorld, type SignedFile, saveWorld, type World, WorldError } from './world-state.ts';

export interface PublishOptions {
  /** Alters the world's state first. */
  readonly change?: (world: World) => World;
  /** Signs every file anew, due or not. */
  readonly all?: boolean;
}

/** What was published. Times are seconds since 1970. */
export interface Publication {
  readonly world: World;
  readonly manifest: { readonly version: number; readonly iat: number; readonly exp: number };
  /** By what the files are: `trust-list`, `policies`, or a status list's `uri`. */
  readonly signed: readonly string[];
  readonly kept: readonly string[];
  /** Manifest and all files that it pins: plain, and as brotli copies. */
  readonly bytes: { readonly raw: number; readonly brotli: number };
}

/** Signs what must be signed at `now` (seconds since 1970), writes the feed, and tells what it did. */
export async function publishFeed(
  directory: string,
  now: number,
  { change = (world) => world, all = false }: PublishOptions = {},
): Promise<Publication> {
  await loadWorld(directory);
  return withWorldLock(directory, async () =>
    publishWorld(directory, change(await loadWorld(directory)), now, { all, newRoot: null }),
  );
}

/** The same for whoever has the world's lock: `newRoot` goes out with the files that it calls for. */
export async function publishWorld(
  directory: string,
  world: World,
  now: number,
  { all, newRoot }: { readonly all: boolean; readonly newRoot: SignedRoot | null },
): Promise<Publication> {
  const feed = path.join(directory, 'feed');
  const root = newRoot?.root ?? (await newestRoot(directory));
  const signed: Record<string, SignedFile> = {};
  const files: JsonObject[] = [];
  for (const draft of await draftFiles(directory, world, root)) {
    const file = await signIfNeeded(directory, draft, world.signed[draft.name], now, all);
    signed[draft.name] = file;
    const text = await readFeedFile(feed, file.path, caps.file);
    if (!text.ok) throw new WorldError('world-damaged', directory, `feed/${file.path}`);
    const { length } = Buffer.from(text.value);
    files.push(manifestEntry(draft.kind, await sha256Hex(text.value), length));
  }
  const version = world.manifestVersion + 1;
  const { ttl, exp: life } = lives.manifest;
  // No file of a generation is newer than its manifest.
  const iat = Math.max(now, ...Object.values(signed).map((file) => file.iat));
  const exp = iat + life;
  const key = await signerOf(directory, root, 'manifest');
  const manifest = await signFile({ version, iat, exp, ttl, files }, manifestType, key);
  const next = { ...world, manifestVersion: version, signed };
  // Before anybody can see it: after a crash in between a number is left out, never given twice.
  await saveWorld(directory, next);
  if (newRoot) await writeFeedFile(feed, `root/${root.version}.json`, newRoot.text);
  await writeFeedFile(feed, 'manifest.jwt', manifest);
  // Somebody may still be fetching the generation before.
  const recent = [...Object.values(world.signed), ...Object.values(signed)];
  await removeOldFiles(
    feed,
    recent.map((file) => file.path),
  );
  const names = Object.keys(signed);
  const isKept = (name: string): boolean => signed[name] === world.signed[name];
  return {
    world: next,
    manifest: { version, iat, exp },
    signed: names.filter((name) => !isKept(name)),
    kept: names.filter(isKept),
    bytes: await measure(feed, ['manifest.jwt', ...Object.values(signed).map((file) => file.path)]),
  };
}

async function measure(feed: string, names: readonly string[]): Promise<Publication['bytes']> {
  const sum = async (ending: string): Promise<number> => {
    const found = names.map((name) => stat(path.join(feed, `${name}${ending}`)));
    return (await Promise.all(found)).reduce((total, { size }) => total + size, 0);
  };
  return { raw: await sum(''), brotli: await sum('.br') };
}
