/**
 * Floors against rollback (TUF §5.4.3, §5.5.5): numbers that a device has seen and that must never go
 * back, kept even when the file they belong to leaves the manifest. Each is kept by the key that signed
 * it and stands while that key may sign: rotating a stolen key away starts its numbers anew
 * (fast-forward recovery, TUF §5.3.11), adding or retiring another one does not.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { FeedFailure, Generation } from './generation.ts';
import type { FileKind, Manifest } from './manifest.ts';
import type { RoleName, Root } from './root.ts';
import type { StatusList } from './status-list.ts';
import type { TrustList } from './trust-list.ts';

/** Plain data, so that a store can keep it. */
export interface Floors {
  readonly rootVersion: number;
  readonly manifest: FloorsByKey;
  readonly trustList: FloorsByKey;
  readonly policies: FloorsByKey;
  /** By `statusListKey`; the number is its `iat`, seconds since 1970. */
  readonly status: Readonly<Record<string, FloorsByKey>>;
}

/** By `x` of the public key that signed. */
export type FloorsByKey = Readonly<Record<string, Floor>>;

/** The highest number seen of one file, and the SHA-256 of its contents in lower-case hexadecimal. */
export interface Floor {
  readonly number: number;
  readonly sha256: string;
}

/** A file's number and contents, and `x` of the key that signed it. */
interface SignedNumber extends Floor {
  readonly signer: string;
}

/** What a manifest reaches by itself, before any of its files is there. */
export interface ManifestNumber {
  readonly manifest: Manifest;
  readonly signer: string;
  /** SHA-256 of its text, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Whether root and manifest may follow (TUF §5.3.5, §5.4.3). */
export function checkManifestFloor(
  floors: Floors | null,
  root: Root,
  { manifest, signer, sha256 }: ManifestNumber,
): Result<null, FeedFailure> {
  if (!floors) return ok(null);
  const file = { number: manifest.version, sha256, signer };
  const mayFollow =
    root.version >= floors.rootVersion &&
    isAbove(file, floors.manifest, keysOfRole(root, 'manifest'));
  return mayFollow ? ok(null) : fail('feed-rolled-back');
}

/** Whether a generation may follow: no number goes back, and none comes with two contents (TUF §5.5.5). */
export function checkFloors(
  floors: Floors | null,
  generation: Generation,
  manifestHash: string,
): Result<null, FeedFailure> {
  if (!floors) return ok(null);
  const { root, manifest, signers } = generation;
  const number = { manifest, signer: signers.manifest, sha256: manifestHash };
  const standing = checkManifestFloor(floors, root, number);
  if (!standing.ok) return standing;
  const { trustList, policies } = pinnedNumbers(generation);
  const keys = keysOfRole(root, 'lists');
  return isAbove(trustList, floors.trustList, keys) && isAbove(policies, floors.policies, keys)
    ? ok(null)
    : fail('feed-rolled-back');
}

/** The status lists that are above their floors; a list that goes back is its own issuer's trouble. */
export const statusListsAbove = (
  floors: Floors | null,
  { statusLists, trustList }: Generation,
): ReadonlyMap<string, StatusList> =>
  new Map(
    [...statusLists].filter(([key, list]) =>
      isAbove(numberOfList(list), floors?.status[key] ?? {}, keysOfIssuer(trustList, list.iss)),
    ),
  );

/** The floors of a generation on top of those before; `manifestHash` is SHA-256 in hexadecimal. */
export function raiseFloors(
  before: Floors | null,
  generation: Generation,
  manifestHash: string,
): Floors {
  const { manifest, signers, statusLists } = generation;
  const { trustList, policies } = pinnedNumbers(generation);
  const byKey = ({ signer, number, sha256 }: SignedNumber): FloorsByKey => ({
    [signer]: { number, sha256 },
  });
  const after: Floors = {
    rootVersion: generation.root.version,
    manifest: byKey({ number: manifest.version, sha256: manifestHash, signer: signers.manifest }),
    trustList: byKey(trustList),
    policies: byKey(policies),
    status: Object.fromEntries(
      [...statusLists].map(([key, list]) => [key, byKey(numberOfList(list))]),
    ),
  };
  return mergeFloors(before, after) ?? after;
}

/** The higher of each of two records of the same device: a witness may lag or lead after a crash. */
export function mergeFloors(one: Floors | null, other: Floors | null): Floors | null {
  if (!one || !other) return one ?? other;
  const status = { ...one.status };
  for (const [key, floors] of Object.entries(other.status))
    status[key] = mergeByKey(status[key] ?? {}, floors);
  return {
    rootVersion: Math.max(one.rootVersion, other.rootVersion),
    manifest: mergeByKey(one.manifest, other.manifest),
    trustList: mergeByKey(one.trustList, other.trustList),
    policies: mergeByKey(one.policies, other.policies),
    status,
  };
}

function mergeByKey(one: FloorsByKey, other: FloorsByKey): FloorsByKey {
  const merged = { ...one };
  for (const [signer, floor] of Object.entries(other)) {
    const known = merged[signer];
    if (!known || known.number < floor.number) merged[signer] = floor;
  }
  return merged;
}

/** Whether a file stands above the floors of all keys that may sign it now. */
const isAbove = (
  { number, sha256 }: SignedNumber,
  floors: FloorsByKey,
  keys: readonly string[],
): boolean =>
  keys
    .map((signer) => floors[signer])
    .every(
      (floor) =>
        floor === undefined ||
        number > floor.number ||
        (number === floor.number && sha256 === floor.sha256),
    );

function pinnedNumbers({ manifest, trustList, policies, signers }: Generation): {
  readonly trustList: SignedNumber;
  readonly policies: SignedNumber;
} {
  const hashOf = (kind: FileKind): string =>
    manifest.files.find((file) => file.kind === kind)?.sha256 ?? '';
  return {
    trustList: {
      number: trustList.sequenceNumber,
      sha256: hashOf('trust-list'),
      signer: signers.trustList,
    },
    policies: { number: policies.version, sha256: hashOf('policies'), signer: signers.policies },
  };
}

const numberOfList = ({ iat, sha256, signer }: StatusList): SignedNumber => ({
  number: iat,
  sha256,
  signer,
});

const keysOfRole = (root: Root, role: RoleName): readonly string[] =>
  root.roles[role].keyIds.map((kid) => root.keys.get(kid)?.x ?? '');

const keysOfIssuer = ({ issuers }: TrustList, iss: string): readonly string[] =>
  [...(issuers.get(iss)?.statusKeys.values() ?? [])].map(({ key }) => key.x);
