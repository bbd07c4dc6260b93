/**
 * Floors against rollback (TUF §5.4.3, §5.5.5): numbers that a device has seen and that must never go
 * back, kept even when the file they belong to leaves the manifest. A floor stands while the key that
 * signed it may still sign: rotating a stolen key away starts its numbers anew (fast-forward recovery,
 * TUF §5.3.11), adding one does not.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { FeedFailure, Generation } from './generation.ts';
import type { FileKind } from './manifest.ts';
import type { RoleName } from './root.ts';

/** Plain data, so that a store can keep it. */
export interface Floors {
  readonly rootVersion: number;
  readonly manifest: Floor;
  readonly trustList: Floor;
  readonly policies: Floor;
  /** By `statusListKey`; the number is its `iat`, seconds since 1970. */
  readonly status: Readonly<Record<string, StatusFloor>>;
}

/** The highest number seen of one file. */
export interface Floor {
  readonly number: number;
  /** Of the file's contents, lower-case hexadecimal. */
  readonly sha256: string;
  /** `x` of the public key that signed it. */
  readonly signer: string;
}

/** A status list's floor names the issuer whose key it is. */
export interface StatusFloor extends Floor {
  readonly iss: string;
}

/** The floors of a generation on top of those before; `manifestHash` is SHA-256 in hexadecimal. */
export function raiseFloors(
  before: Floors | null,
  generation: Generation,
  manifestHash: string,
): Floors {
  const { status, ...files } = floorsOf(generation, manifestHash);
  return { ...files, status: { ...before?.status, ...status } };
}

/** The higher of each of two records of the same device: a witness may lag or lead after a crash. */
export function mergeFloors(one: Floors | null, other: Floors | null): Floors | null {
  if (!one || !other) return one ?? other;
  const [newer, older] = isNewer(other, one) ? [other, one] : [one, other];
  const status = { ...newer.status };
  for (const [key, floor] of Object.entries(older.status)) status[key] = higher(status[key], floor);
  return {
    rootVersion: newer.rootVersion,
    manifest: higher(newer.manifest, older.manifest),
    trustList: higher(newer.trustList, older.trustList),
    policies: higher(newer.policies, older.policies),
    status,
  };
}

/** Whether a generation may follow: no number goes back, and no number comes with two contents. */
export function checkFloors(
  floors: Floors | null,
  generation: Generation,
  manifestHash: string,
): Result<null, FeedFailure> {
  if (!floors) return ok(null);
  // TUF §5.3.5.
  if (generation.root.version < floors.rootVersion) return fail('feed-rolled-back');
  const next = floorsOf(generation, manifestHash);
  // TUF §5.4.3 for the manifest, §5.5.5 for what it pins.
  const mayFollow =
    isAbove(next.manifest, floors.manifest, keysOfRole(generation, 'manifest')) &&
    isAbove(next.trustList, floors.trustList, keysOfRole(generation, 'lists')) &&
    isAbove(next.policies, floors.policies, keysOfRole(generation, 'lists')) &&
    Object.entries(next.status).every(([key, list]) =>
      isAbove(list, floors.status[key], keysOfIssuer(generation, list.iss)),
    );
  return mayFollow ? ok(null) : fail('feed-rolled-back');
}

/** What a generation's own files reach. */
function floorsOf(generation: Generation, manifestHash: string): Floors {
  const { root, manifest, trustList, policies, signers } = generation;
  const hashOf = (kind: FileKind): string =>
    manifest.files.find((file) => file.kind === kind)?.sha256 ?? '';
  const status: Record<string, StatusFloor> = {};
  for (const [key, { iat, sha256, iss, signer }] of generation.statusLists)
    status[key] = { number: iat, sha256, signer, iss };
  return {
    rootVersion: root.version,
    manifest: { number: manifest.version, sha256: manifestHash, signer: signers.manifest },
    trustList: {
      number: trustList.sequenceNumber,
      sha256: hashOf('trust-list'),
      signer: signers.trustList,
    },
    policies: {
      number: policies.version,
      sha256: hashOf('policies'),
      signer: signers.policies,
    },
    status,
  };
}

/** Whether a file stands above a floor, or the floor's key is none of those that count now. */
const isAbove = (file: Floor, floor: Floor | undefined, keys: readonly string[]): boolean =>
  floor === undefined ||
  !keys.includes(floor.signer) ||
  file.number > floor.number ||
  (file.number === floor.number && file.sha256 === floor.sha256);

const keysOfRole = ({ root }: Generation, role: RoleName): readonly string[] =>
  root.roles[role].keyIds.map((kid) => root.keys.get(kid)?.x ?? '');

const keysOfIssuer = ({ trustList }: Generation, iss: string): readonly string[] =>
  [...(trustList.issuers.get(iss)?.statusKeys.values() ?? [])].map(({ x }) => x);

/** Root and trust list say which keys count now. */
const isNewer = (one: Floors, other: Floors): boolean =>
  one.rootVersion !== other.rootVersion
    ? one.rootVersion > other.rootVersion
    : one.trustList.signer === other.trustList.signer &&
      one.trustList.number > other.trustList.number;

/** Of one key's numbers the higher; of two keys' the newer record's, since numbers start anew. */
const higher = <F extends Floor>(newer: F | undefined, older: F): F =>
  newer && (newer.signer !== older.signer || newer.number >= older.number) ? newer : older;
