/**
 * `verify`: the same check as the app's, on a feed that lies in a folder or in a bundle. Prints the output of
 * PROTOCOL §4 and nothing about the holder.
 */
import { openFirstRoot } from '../trust/root.ts';
import { check } from '../verdict/check.ts';
import type { VerdictKind } from '../verdict/reasons.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { readArguments, requireOption } from './arguments.ts';
import { openFeed, readRootOption } from './feed-source.ts';
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

/** `verify --feed FEED --root FILE [--policy ID] TEXT|-` */
export async function verifyCommand(args: readonly string[]): Promise<VerifyOutput> {
  const given = readArguments(args, {
    feed: { type: 'string' },
    root: { type: 'string' },
    policy: { type: 'string', multiple: true },
  });
  const [argument, ...others] = given.positionals;
  if (argument === undefined || others.length > 0) throw new UsageError('expected one TEXT or -');
  const feed = requireOption(given, 'feed');
  const root = await readRootOption(requireOption(given, 'root'));
  const text = argument === '-' ? await readStandardInput() : argument;
  const policies = [...new Set((given.values.policy as string[] | undefined) ?? [defaultPolicy])];
  if (policies.length > mostPolicies) throw new UsageError('--policy at most three times');

  const opened = await openFeed(feed, root);
  const generation = opened.ok ? opened.value.generation : null;
  const unknown = policies.find(
    (id) => !generation?.policies.policies.some((known) => known.id === id),
  );
  if (generation && unknown !== undefined) throw new UsageError(`no policy ${unknown} in the feed`);
  const verdict = await check(text, {
    generation,
    now: given.now,
    buildTime: null,
    lastSeen: null,
    policies,
    replay: null,
    specimen: await isSpecimenRoot(root),
  });
  return {
    line: JSON.stringify(printable(verdict)),
    exitCode: exitCodeOf[verdict.kind],
    warning: opened.ok ? null : opened.failure,
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
