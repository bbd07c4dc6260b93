/**
 * Floors against rollback (TUF §5.4.3, §5.5.5): numbers that a device has seen and that must never go
 * back, kept even when the file they belong to leaves the manifest. A role whose keys were rotated
 * starts anew (fast-forward recovery, TUF §5.3.11).
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { FeedFailure, Generation } from './generation.ts';
import type { RoleName } from './root.ts';

/** Plain data, so that a store can keep it. Times are seconds since 1970. */
export interface Floors {
  readonly rootVersion: number;
  readonly manifest: { readonly keys: string; readonly version: number; readonly hash: string };
  readonly lists: {
    readonly keys: string;
    readonly sequenceNumber: number;
    readonly policiesVersion: number;
  };
  /** `iat` by `uri`. */
  readonly statusIat: Readonly<Record<string, number>>;
}

/** The floors of a generation on top of those before; `manifestHash` is SHA-256 in hexadecimal. */
export function raiseFloors(
  before: Floors | null,
  generation: Generation,
  manifestHash: string,
): Floors {
  const statusIat = { ...before?.statusIat };
  for (const { uri, iat } of generation.statusLists.values()) statusIat[uri] = iat;
  return {
    rootVersion: generation.root.version,
    manifest: {
      keys: keysOf(generation, 'manifest'),
      version: generation.manifest.version,
      hash: manifestHash,
    },
    lists: {
      keys: keysOf(generation, 'lists'),
      sequenceNumber: generation.trustList.sequenceNumber,
      policiesVersion: generation.policies.version,
    },
    statusIat,
  };
}

/** Whether a generation may follow: no number goes back, and no number comes with two contents. */
export function checkFloors(
  floors: Floors | null,
  generation: Generation,
  manifestHash: string,
): Result<null, FeedFailure> {
  if (!floors) return ok(null);
  const { root, manifest, trustList, policies, statusLists } = generation;
  if (root.version < floors.rootVersion) return fail('feed-rolled-back');
  if (floors.manifest.keys === keysOf(generation, 'manifest')) {
    if (manifest.version < floors.manifest.version) return fail('feed-rolled-back');
    if (manifest.version === floors.manifest.version && manifestHash !== floors.manifest.hash)
      return fail('feed-rolled-back');
  }
  if (floors.lists.keys === keysOf(generation, 'lists')) {
    if (trustList.sequenceNumber < floors.lists.sequenceNumber) return fail('feed-rolled-back');
    if (policies.version < floors.lists.policiesVersion) return fail('feed-rolled-back');
  }
  for (const { uri, iat } of statusLists.values())
    if (iat < (floors.statusIat[uri] ?? 0)) return fail('feed-rolled-back');
  return ok(null);
}

/** The public keys of a role, in an order that does not depend on their names. */
const keysOf = ({ root }: Generation, role: RoleName): string =>
  root.roles[role].keyIds
    .map((kid) => root.keys.get(kid)?.x ?? '')
    .sort()
    .join(' ');
