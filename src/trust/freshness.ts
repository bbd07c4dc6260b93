/**
 * How old the lists are, and whether they still decide (PROTOCOL §5). The state is the worst of root,
 * manifest, trust list and policies. A status list past its own end is the check's business.
 */
import type { Generation } from './generation.ts';

/** `missing` is said of no generation at all. */
export type ListsState = 'fresh' | 'ageing' | 'expired' | 'missing';

/** The state at `now` (seconds since 1970). */
export function listsState(generation: Generation | null, now: number): ListsState {
  if (!generation) return 'missing';
  if (now >= decidesUntil(generation)) return 'expired';
  return now < freshUntil(generation) ? 'fresh' : 'ageing';
}

/** The moment at which the lists stop deciding, seconds since 1970 (TUF §5.3.10, §5.4.4, §5.5.6, §5.6.5). */
export const decidesUntil = ({ root, manifest, trustList, policies }: Generation): number =>
  Math.min(
    root.exp,
    manifest.exp,
    trustList.exp,
    policies.exp,
    manifest.iat + (policies.freshness?.expiredAfter ?? Number.POSITIVE_INFINITY),
  );

/** The moment at which the lists begin to age, in seconds since 1970; never after `decidesUntil`. */
export const freshUntil = (generation: Generation): number => {
  const { manifest, policies } = generation;
  return Math.min(
    manifest.iat + manifest.ttl,
    policies.iat + policies.ttl,
    manifest.iat + (policies.freshness?.ageingAfter ?? Number.POSITIVE_INFINITY),
    decidesUntil(generation),
  );
};

/** The newest signed time among a generation's files: the clock cannot be before it. */
export const newestSignedTime = ({
  manifest,
  trustList,
  policies,
  statusLists,
}: Generation): number =>
  Math.max(
    manifest.iat,
    trustList.iat,
    policies.iat,
    ...[...statusLists.values()].map(({ iat }) => iat),
  );
