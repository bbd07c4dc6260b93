/**
 * A generation: one manifest with all the files that it pins, every signature, hash and length
 * checked. A check runs on one generation from beginning to end. Nothing here fetches or stores;
 * floors.ts says whether a generation may follow another, freshness.ts how old it is.
 */
import { encodeUtf8 } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import { type Manifest, manifestType, type PinnedFile, readManifest } from './manifest.ts';
import { type PoliciesFile, policiesType, readPolicies } from './policies.ts';
import { openFirstRoot, type Root, rootVersionOf, rotateRoot } from './root.ts';
import { openSignedFile, type SignedFileFailure } from './signed-file.ts';
import { openStatusList, type StatusList, statusListKey } from './status-list.ts';
import { readTrustList, type TrustList, trustListType } from './trust-list.ts';

/** A feed's files as they came: what is stored, exported, and opened again. */
export interface FeedFiles {
  /** Roots after the built-in one, in order. */
  readonly roots: readonly string[];
  readonly manifest: string;
  /** By path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Opened and checked lists. */
export interface Generation {
  readonly root: Root;
  readonly manifest: Manifest;
  readonly trustList: TrustList;
  readonly policies: PoliciesFile;
  /** By `statusListKey`. */
  readonly statusLists: ReadonlyMap<string, StatusList>;
}

export type FeedFailure =
  | SignedFileFailure
  | 'feed-truncated'
  | 'feed-too-large'
  | 'feed-rolled-back'
  | 'feed-expired';

/** Seconds by which a file's `iat` may lie past its manifest's. */
const clockReserve = 3600;

/** Follows the roots from the built-in one to the newest known. */
export async function openRoots(
  firstRoot: string,
  later: readonly string[],
): Promise<Result<Root, FeedFailure>> {
  let root = await openFirstRoot(firstRoot);
  const first = root.ok ? root.value.version : 0;
  for (const text of later) {
    if (!root.ok) return root;
    // A newer build brings a newer root: what was stored before it is history.
    if ((rootVersionOf(text) ?? Number.POSITIVE_INFINITY) <= first) continue;
    root = await rotateRoot(root.value, text);
  }
  return root;
}

/** Opens the manifest under a root. */
export async function openManifest(
  text: string,
  root: Root,
): Promise<Result<Manifest, FeedFailure>> {
  const payload = await openSignedFile(text, root, 'manifest', manifestType);
  if (!payload.ok) return payload;
  const manifest = readManifest(payload.value);
  return manifest ? ok(manifest) : fail('feed-malformed');
}

/** Compares one file with its pin (TUF §5.5.2, §5.6: length, then hash). */
export async function checkPinnedFile(
  pin: PinnedFile,
  text: string,
): Promise<Result<null, FeedFailure>> {
  const bytes = encodeUtf8(text);
  if (bytes.length < pin.length) return fail('feed-truncated');
  if (bytes.length > pin.length) return fail('feed-too-large');
  return (await sha256Hex(bytes)) === pin.sha256 ? ok(null) : fail('feed-malformed');
}

/** Opens a whole generation: every file of the manifest, checked against its pin and its signer. */
export async function openGeneration(
  firstRoot: string,
  feed: FeedFiles,
): Promise<Result<Generation, FeedFailure>> {
  const root = await openRoots(firstRoot, feed.roots);
  if (!root.ok) return root;
  const manifest = await openManifest(feed.manifest, root.value);
  if (!manifest.ok) return manifest;
  const texts = new Map<PinnedFile['kind'], string[]>();
  for (const pin of manifest.value.files) {
    const text = feed.files.get(pin.path);
    if (text === undefined) return fail('feed-truncated');
    const pinned = await checkPinnedFile(pin, text);
    if (!pinned.ok) return pinned;
    texts.set(pin.kind, [...(texts.get(pin.kind) ?? []), text]);
  }
  const [list, ...moreLists] = texts.get('trust-list') ?? [];
  const [rules, ...moreRules] = texts.get('policies') ?? [];
  if (!list || !rules || moreLists.length > 0 || moreRules.length > 0)
    return fail('feed-malformed');

  const listPayload = await openSignedFile(list, root.value, 'lists', trustListType);
  if (!listPayload.ok) return listPayload;
  const trustList = await readTrustList(listPayload.value);
  const rulesPayload = await openSignedFile(rules, root.value, 'lists', policiesType);
  if (!rulesPayload.ok) return rulesPayload;
  const policies = readPolicies(rulesPayload.value);
  if (!trustList || !policies) return fail('feed-malformed');
  // A file from the future would raise the clock's floor above every clock.
  const latest = manifest.value.iat + clockReserve;
  if (trustList.iat > latest || policies.iat > latest) return fail('feed-malformed');

  // An issuer's list that does not hold is that issuer's trouble: its cards are `status-unknown`.
  const statusLists = new Map<string, StatusList>();
  for (const text of texts.get('status') ?? []) {
    const opened = await openStatusList(text, trustList);
    if (!opened.ok || opened.value.iat > latest) continue;
    statusLists.set(statusListKey(opened.value.iss, opened.value.uri), opened.value);
  }
  return ok({ root: root.value, manifest: manifest.value, trustList, policies, statusLists });
}
