/**
 * A feed that a command was given, in a folder or as a bundle, opened under a root: what `verify`,
 * `feed inspect`, `feed export` and `feed import` begin with.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../base/result.ts';
import { type ReadFailure, readFeed, readFeedFile } from '../issuer/feed-folder.ts';
import { type FeedFiles, type Generation, openGeneration } from '../trust/generation.ts';
import { caps } from '../trust/manifest.ts';
import { UsageError } from './usage.ts';

/** A feed whose every file holds, and its files. */
export interface OpenedFeed {
  readonly files: FeedFiles;
  readonly generation: Generation;
}

/** Reads a feed and opens it under a root. */
export async function openFeed(
  source: string,
  firstRoot: string,
): Promise<Result<OpenedFeed, ReadFailure>> {
  const files = await readFeed(source);
  if (!files.ok) return files;
  const generation = await openGeneration(firstRoot, files.value);
  return generation.ok ? ok({ files: files.value, generation: generation.value }) : generation;
}

/** The text of the root that `--root` names. */
export async function readRootOption(file: string): Promise<string> {
  const text = await readFeedFile(path.dirname(file), path.basename(file), caps.root);
  if (!text.ok) throw new UsageError('--root names no file that can be read');
  return text.value;
}

/** `--root`, or root 1 of the feed's own folder, which proves nothing about who made it. */
export async function readRootFor(
  source: string,
  option: unknown,
): Promise<Result<string, 'feed-unreachable' | 'feed-too-large' | 'feed-malformed'>> {
  if (typeof option === 'string') return ok(await readRootOption(option));
  const found = await stat(source).catch(() => null);
  if (!found) return fail('feed-unreachable');
  if (found.isFile())
    throw new UsageError('a zip needs --root: what is inside cannot vouch for itself');
  return readFeedFile(source, 'root/1.json', caps.root);
}
