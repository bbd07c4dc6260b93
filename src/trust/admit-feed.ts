/**
 * Whether a feed may decide on a device, wherever it came from: network, zip, folder or the device's own
 * storage. Every signature and pin → floors → freshness; there is no other way in. Storing is left to
 * the caller.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import {
  checkFloors,
  checkManifestFloor,
  type Floors,
  raiseFloors,
  statusListsAbove,
} from './floors.ts';
import { listsState } from './freshness.ts';
import {
  type FeedFailure,
  type FeedFiles,
  type Generation,
  openGeneration,
  openSignedManifest,
} from './generation.ts';
import type { Manifest } from './manifest.ts';
import { type Root, rootVersionOf } from './root.ts';

/** A feed that holds, and the floors that it leaves behind. */
export interface AdmittedFeed {
  readonly generation: Generation;
  readonly floors: Floors;
}

/** Admits a manifest before any of its files is fetched; `now` in seconds since 1970. */
export async function admitManifest(
  text: string,
  root: Root,
  floors: Floors | null,
  now: number,
): Promise<Result<Manifest, FeedFailure>> {
  const opened = await openSignedManifest(text, root);
  if (!opened.ok) return opened;
  const { manifest, signer } = opened.value;
  const number = { manifest, signer, sha256: await sha256Hex(text) };
  const standing = checkManifestFloor(floors, root, number);
  if (!standing.ok) return standing;
  // TUF §5.3.10, §5.4.4: an attacker who only replays old files ends here.
  return now >= Math.min(root.exp, manifest.exp) ? fail('feed-expired') : ok(manifest);
}

/** Admits a feed that is new to a device at `now` (seconds since 1970). */
export async function admitFeed(
  firstRoot: string,
  feed: FeedFiles,
  floors: Floors | null,
  now: number,
): Promise<Result<AdmittedFeed, FeedFailure>> {
  const admitted = await readmitFeed(firstRoot, feed, floors);
  if (!admitted.ok) return admitted;
  return listsState(admitted.value.generation, now) === 'expired' ? fail('feed-expired') : admitted;
}

/** Admits a feed that the device has had before: it may have expired meanwhile. */
export async function readmitFeed(
  firstRoot: string,
  feed: FeedFiles,
  floors: Floors | null,
): Promise<Result<AdmittedFeed, FeedFailure>> {
  const opened = await openGeneration(firstRoot, feed);
  if (!opened.ok) return opened;
  const manifestHash = await sha256Hex(feed.manifest);
  const standing = checkFloors(floors, opened.value, manifestHash);
  if (!standing.ok) return standing;
  const generation = { ...opened.value, statusLists: statusListsAbove(floors, opened.value) };
  return ok({ generation, floors: raiseFloors(floors, generation, manifestHash) });
}

/** Roots that a device has stay; newer ones that arrived follow. */
export function joinRoots(known: readonly string[], arrived: readonly string[]): readonly string[] {
  const newest = Math.max(0, ...known.map((text) => rootVersionOf(text) ?? 0));
  return [...known, ...arrived.filter((text) => (rootVersionOf(text) ?? 0) > newest)];
}
