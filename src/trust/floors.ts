/**
 * Floors against rollback (TUF §5.4.3, §5.5.5): numbers that a device has seen and that must never go
 * back, kept even when the file they belong to leaves the manifest. A role whose keys were rotated
 * starts anew (fast-forward recovery, TUF §5.3.11).
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { FeedFailure, Generation } from './generation.ts';
import type { FileKind } from './manifest.ts';
import type { RoleName } from './root.ts';
import type { TrustList } from './trust-list.ts';

/** Plain data, so that a store can keep it. Times are seconds since 1970. */
export interface Floors {
  readonly rootVersion: number;
  readonly manifest: { readonly keys: string; readonly version: number; readonly hash: string };
  readonly lists: {
    readonly keys: string;
    readonly trustList: Numbered;
    readonly policies: Numbered;
  };
  /** By `statusListKey`; the number is its `iat`. */
  readonly status: Readonly<Record<string, StatusFloor>>;
}

/** A file's number and the SHA-256 of its contents, lower-case hexadecimal. */
export interface Numbered {
  readonly number: number;
  readonly sha256: string;
}

/** A status list's floor holds while the key that signed it may sign for the issuer. */
export interface StatusFloor extends Numbered {
  readonly iss: string;
  readonly signer: string;
}

/** The floors of a generation on top of those before; `manifestHash` is SHA-256 in hexadecimal. */
export function raiseFloors(
  before: Floors | null,
  generation: Generation,
  manifestHash: string,
): Floors {
  const status = { ...before?.status };
  for (const [key, { iat, sha256, iss, signer }] of generation.statusLists)
    status[key] = { number: iat, sha256, iss, signer };
  return {
    rootVersion: generation.root.version,
    manifest: {
      keys: keysOf(generation, 'manifest'),
      version: generation.manifest.version,
      hash: manifestHash,
    },
    lists: {
      keys: keysOf(generation, 'lists'),
      trustList: numbered(generation, 'trust-list', generation.trustList.sequenceNumber),
      policies: numbered(generation, 'policies', generation.policies.version),
    },
    status,
  };
}

/** The higher of each of two records of the same device: a witness may lag or lead after a crash. */
export function mergeFloors(one: Floors | null, other: Floors | null): Floors | null {
  if (!one || !other) return one ?? other;
  const [newer, older] = isNewer(other, one) ? [other, one] : [one, other];
  const hasSameManifestKeys = newer.manifest.keys === older.manifest.keys;
  const hasSameListsKeys = newer.lists.keys === older.lists.keys;
  const status = { ...newer.status };
  for (const [key, floor] of Object.entries(older.status)) {
    const known = status[key];
    if (!known || known.signer === floor.signer) status[key] = higher(known, floor);
  }
  return {
    rootVersion: newer.rootVersion,
    manifest:
      hasSameManifestKeys && older.manifest.version > newer.manifest.version
        ? older.manifest
        : newer.manifest,
    lists: hasSameListsKeys
      ? {
          keys: newer.lists.keys,
          trustList: higher(newer.lists.trustList, older.lists.trustList),
          policies: higher(newer.lists.policies, older.lists.policies),
        }
      : newer.lists,
    status,
  };
}

/** Rotated keys start numbers anew: root and trust list say which keys count now. */
const isNewer = (one: Floors, other: Floors): boolean =>
  one.rootVersion !== other.rootVersion
    ? one.rootVersion > other.rootVersion
    : one.lists.trustList.number > other.lists.trustList.number;

const higher = <N extends Numbered>(one: N | undefined, other: N): N =>
  one && one.number >= other.number ? one : other;

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
    const list = numbered(generation, 'trust-list', trustList.sequenceNumber);
    const rules = numbered(generation, 'policies', policies.version);
    if (!mayFollow(floors.lists.trustList, list)) return fail('feed-rolled-back');
    if (!mayFollow(floors.lists.policies, rules)) return fail('feed-rolled-back');
  }
  for (const [key, { iat, sha256 }] of statusLists)
    if (!mayFollow(standingFloor(floors.status[key], trustList), { number: iat, sha256 }))
      return fail('feed-rolled-back');
  return ok(null);
}

/** Fast-forward recovery for issuers: a status key that the trust list no longer has bound nobody. */
function standingFloor(
  floor: StatusFloor | undefined,
  { issuers }: TrustList,
): StatusFloor | undefined {
  const keys = [...(issuers.get(floor?.iss ?? '')?.statusKeys.values() ?? [])];
  return keys.some(({ x }) => x === floor?.signer) ? floor : undefined;
}

const mayFollow = (floor: Numbered | undefined, file: Numbered): boolean =>
  floor === undefined ||
  file.number > floor.number ||
  (file.number === floor.number && file.sha256 === floor.sha256);

const numbered = ({ manifest }: Generation, kind: FileKind, number: number): Numbered => ({
  number,
  sha256: manifest.files.find((file) => file.kind === kind)?.sha256 ?? '',
});

/** The public keys of a role, in an order that does not depend on their names. */
const keysOf = ({ root }: Generation, role: RoleName): string =>
  root.roles[role].keyIds
    .map((kid) => root.keys.get(kid)?.x ?? '')
    .sort()
    .join(' ');
