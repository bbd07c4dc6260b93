/**
 * `verify`: the same check as the app's, on a feed that lies in a folder. Prints the output of
 * PROTOCOL §4 and nothing about the holder.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type FeedFiles,
  type Generation,
  openGeneration,
  openManifest,
  openRoots,
} from '../trust/generation.ts';
import { mostRotations, openFirstRoot } from '../trust/root.ts';
import { check } from '../verdict/check.ts';
import type { VerdictKind } from '../verdict/reasons.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { readArguments, requireOption } from './arguments.ts';
import { readStandardInput } from './standard-input.ts';
import { exitCodes, UsageError } from './usage.ts';

const defaultPolicy = 'rail-student-51';
const mostPolicies = 3;

const exitCodeOf: Record<VerdictKind, number> = {
  accepted: exitCodes.done,
  rejected: exitCodes.rejected,
  undecided: exitCodes.undecided,
  unreadable: exitCodes.unreadable,
};

/** What the command prints, and its exit code; `warning` names what is wrong with the feed. */
export interface VerifyOutput {
  readonly line: string;
  readonly exitCode: number;
  readonly warning: string | null;
}

/** `verify --feed DIR/feed --root FILE [--policy ID] TEXT|-` */
export async function verifyCommand(args: readonly string[]): Promise<VerifyOutput> {
  const given = readArguments(args, {
    feed: { type: 'string' },
    root: { type: 'string' },
    policy: { type: 'string', multiple: true },
  });
  const [argument, ...others] = given.positionals;
  if (argument === undefined || others.length > 0) throw new UsageError('expected one TEXT or -');
  const feed = requireOption(given, 'feed');
  const root = await readText(requireOption(given, 'root'));
  if (root === null) throw new UsageError('--root names no file that can be read');
  const text = argument === '-' ? await readStandardInput() : argument;
  const policies = [...new Set((given.values.policy as string[] | undefined) ?? [defaultPolicy])];
  if (policies.length > mostPolicies) throw new UsageError('--policy at most three times');

  const opened = await openFeed(feed, root);
  const generation = typeof opened === 'string' ? null : opened;
  const unknown = policies.find(
    (id) => !generation?.policies.policies.some((known) => known.id === id),
  );
  if (generation && unknown !== undefined) throw new UsageError(`no policy ${unknown} in the feed`);
  const verdict = await check(text, {
    generation,
    now: given.now,
    buildTime: null,
    policies,
    replay: null,
    specimen: await isSpecimenRoot(root),
  });
  return {
    line: JSON.stringify(printable(verdict)),
    exitCode: exitCodeOf[verdict.kind],
    warning: typeof opened === 'string' ? opened : null,
  };
}

async function isSpecimenRoot(text: string): Promise<boolean> {
  const root = await openFirstRoot(text);
  return root.ok && root.value.specimen;
}

/** The part of a verdict that says nothing of a person's name or face. */
function printable(verdict: Verdict): object {
  const { kind, reason, reasons, entitlement, entitlements, age, school } = verdict;
  const { dateOfExpiry, validUntil, listsAsOf, generation, hint, specimen } = verdict;
  return {
    kind,
    reason,
    reasons,
    entitlement,
    entitlements,
    age,
    school,
    dateOfExpiry,
    validUntil,
    listsAsOf,
    generation,
    hint,
    specimen,
  };
}

/** The feed in a folder as a generation, or the name of what is wrong with it. */
async function openFeed(folder: string, firstRoot: string): Promise<Generation | string> {
  const roots: string[] = [];
  for (let version = 2; version <= mostRotations + 1; version++) {
    const text = await readText(path.join(folder, 'root', `${version}.json`));
    if (text === null) break;
    roots.push(text);
  }
  const manifest = await readText(path.join(folder, 'manifest.jwt'));
  if (manifest === null) return 'feed-unreachable';
  const root = await openRoots(firstRoot, roots);
  if (!root.ok) return root.failure;
  const pins = await openManifest(manifest, root.value);
  if (!pins.ok) return pins.failure;
  const files = new Map<string, string>();
  for (const pin of pins.value.files) {
    const text = await readText(path.join(folder, pin.path));
    if (text !== null) files.set(pin.path, text);
  }
  const feed: FeedFiles = { roots, manifest, files };
  const generation = await openGeneration(firstRoot, feed);
  return generation.ok ? generation.value : generation.failure;
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
}
