/**
 * `feed export` and `feed import`: the feed as one zip, and back into a folder that can be served. What
 * is imported passes the checks of a download, under the root that was given and above the numbers that
 * the folder has already reached.
 */
import { access, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import { type ReadFailure, readFeed, removeOldFiles, writeFeed } from '../issuer/feed-folder.ts';
import { admitFeed, joinRoots } from '../trust/admit-feed.ts';
import { packBundle } from '../trust/bundle.ts';
import { type Floors, raiseFloors } from '../trust/floors.ts';
import { listsState } from '../trust/freshness.ts';
import type { Generation } from '../trust/generation.ts';
import { readArguments, requireOption, takePositionals } from './arguments.ts';
import { type CommandOutput, done, failed } from './command-output.ts';
import { openFeed, readRootFor, readRootOption } from './feed-source.ts';
import { exitCodes, UsageError } from './usage.ts';

/** `feed export FEED FILE.zip [--root FILE]` */
export async function exportCommand(args: readonly string[]): Promise<CommandOutput> {
  const given = readArguments(args, { root: { type: 'string' } });
  const [source = '', target = ''] = takePositionals(given, 'FEED', 'FILE.zip');
  const root = await readRootFor(source, given.values.root);
  if (!root.ok) return refused(root.failure);
  const opened = await openFeed(source, root.value);
  if (!opened.ok) return refused(opened.failure);
  const { generation, files } = opened.value;
  if (isExpired(generation, given.now)) return refused('feed-expired');
  const zip = packBundle({ ...files, roots: [root.value, ...files.roots] });
  await writeWhole(target, zip);
  return done(JSON.stringify({ manifest: generation.manifest.version, bytes: zip.length }));
}

async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(`${target}.new`, bytes);
    await rename(`${target}.new`, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new UsageError(`${target} cannot be written`);
    throw error;
  }
}

/** `feed import FILE.zip FEED --root FILE` */
export async function importCommand(args: readonly string[]): Promise<CommandOutput> {
  const given = readArguments(args, { root: { type: 'string' } });
  const [source = '', folder = ''] = takePositionals(given, 'FILE.zip', 'FEED');
  const firstRoot = await readRootOption(requireOption(given, 'root'));
  await refuseWorld(folder);
  const held = await openHeldFeed(folder, firstRoot);
  if (!held.ok) return refused(held.failure, ` (${folder}: empty it to begin anew)`);
  const arrived = await readFeed(source);
  if (!arrived.ok) return refused(arrived.failure);
  const before = held.value;
  const feed = { ...arrived.value, roots: joinRoots(before?.roots ?? [], arrived.value.roots) };
  const checked = await admitFeed(
    firstRoot,
    feed,
    before?.floors ?? null,
    Math.floor(given.now / 1000),
  );
  if (!checked.ok) return refused(checked.failure);
  await writeFeed(folder, { ...feed, roots: [firstRoot, ...feed.roots] });
  // Somebody may still be fetching the generation before.
  await removeOldFiles(folder, [...feed.files.keys(), ...(before?.paths ?? [])]);
  const { manifest } = checked.value.generation;
  return done(JSON.stringify({ manifest: manifest.version, files: feed.files.size }));
}

const refused = (failure: ReadFailure, more = ''): CommandOutput =>
  failed(`the feed cannot be used: ${failure}${more}`, exitCodes.feed);

const isExpired = (generation: Generation, now: number): boolean =>
  listsState(generation, Math.floor(now / 1000)) === 'expired';

interface HeldFeed {
  readonly roots: readonly string[];
  readonly floors: Floors;
  readonly paths: readonly string[];
}

/** The feed that a folder holds; null where it holds none. One that does not open has lost its floors. */
async function openHeldFeed(
  folder: string,
  firstRoot: string,
): Promise<Result<HeldFeed | null, ReadFailure>> {
  const opened = await openFeed(folder, firstRoot);
  if (!opened.ok) return opened.failure === 'feed-unreachable' ? ok(null) : opened;
  const { files, generation } = opened.value;
  return ok({
    roots: files.roots,
    floors: raiseFloors(null, generation, await sha256Hex(files.manifest)),
    paths: [...files.files.keys()],
  });
}

/** An operator's own feed is published from its world, and never written by others. */
async function refuseWorld(folder: string): Promise<void> {
  for (const above of [folder, path.dirname(path.resolve(folder))])
    await access(path.join(above, 'world.json')).then(
      () => {
        throw new UsageError(`${folder} belongs to a world`);
      },
      () => undefined,
    );
}
