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
import { openStatusLists, type StatusList, statusListKey } from './status-list.ts';
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
  /** `x` of the keys that signed; a status list has its own. */
  readonly signers: {
    readonly manifest: string;
    readonly trustList: string;
    readonly policies: string;
  };
}

export type FeedFailure =
  | SignedFileFailure
  | 'feed-truncated'
  | 'feed-too-large'
  | 'feed-rolled-back'
  | 'feed-expired';

/** Seconds by which a file's `iat` may lie past its manifest's. */
const clockReserve = 3600;

/** A root, and the roots that lead to it from the built-in one. */
export interface FollowedRoots {
  readonly root: Root;
  readonly roots: readonly string[];
  /** Why the next of the roots does not follow; null when all do. */
  readonly failure: FeedFailure | null;
}

/** Follows roots from the built-in one as far as they hold; roots before that one are history. */
export async function followRoots(
  firstRoot: string,
  later: readonly string[],
): Promise<Result<FollowedRoots, FeedFailure>> {
  const first = await openFirstRoot(firstRoot);
  if (!first.ok) return first;
  let root = first.value;
  const roots: string[] = [];
  for (const text of later) {
    if ((rootVersionOf(text) ?? Number.POSITIVE_INFINITY) <= first.value.version) continue;
    const next = await rotateRoot(root, text);
    if (!next.ok) return ok({ root, roots, failure: next.failure });
    root = next.value;
    roots.push(text);
  }
  return ok({ root, roots, failure: null });
}

/** The newest root, where all of them follow from the built-in one. */
export async function openRoots(
  firstRoot: string,
  later: readonly string[],
): Promise<Result<Root, FeedFailure>> {
  const followed = await followRoots(firstRoot, later);
  if (!followed.ok) return followed;
  return followed.value.failure === null ? ok(followed.value.root) : fail(followed.value.failure);
}

/** Opens the manifest under a root. */
export async function openManifest(
  text: string,
  root: Root,
): Promise<Result<Manifest, FeedFailure>> {
  const opened = await openSignedManifest(text, root);
  return opened.ok ? ok(opened.value.manifest) : opened;
}

/** Opens the manifest under a root; `signer` is `x` of its key. */
export async function openSignedManifest(
  text: string,
  root: Root,
): Promise<Result<{ readonly manifest: Manifest; readonly signer: string }, FeedFailure>> {
  const signed = await openSignedFile(text, root, 'manifest', manifestType);
  if (!signed.ok) return signed;
  const manifest = readManifest(signed.value.payload);
  return manifest ? ok({ manifest, signer: signed.value.signer }) : fail('feed-malformed');
}

/** Compares one file with its pin (length: TUF §5.5.1, §5.6.1; hash: §5.5.2, §5.6.2). */
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
  const signedManifest = await openSignedManifest(feed.manifest, root.value);
  if (!signedManifest.ok) return signedManifest;
  const { manifest } = signedManifest.value;
  const texts = new Map<PinnedFile['kind'], string[]>();
  for (const pin of manifest.files) {
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

  const signedList = await openSignedFile(list, root.value, 'lists', trustListType);
  if (!signedList.ok) return signedList;
  const trustList = await readTrustList(signedList.value.payload);
  const signedRules = await openSignedFile(rules, root.value, 'lists', policiesType);
  if (!signedRules.ok) return signedRules;
  const policies = readPolicies(signedRules.value.payload);
  if (!trustList || !policies) return fail('feed-malformed');
  // A file from the future would raise the clock's floor above every clock.
  const latest = manifest.iat + clockReserve;
  if (trustList.iat > latest || policies.iat > latest) return fail('feed-malformed');

  // An issuer's list that does not hold is that issuer's trouble: its cards are `status-unknown`.
  const statusLists = new Map<string, StatusList>();
  for (const text of texts.get('status') ?? []) {
    const opened = await openStatusLists(text, trustList);
    for (const list of opened.ok ? opened.value : [])
      if (list.iat <= latest) statusLists.set(statusListKey(list.iss, list.uri), list);
  }
  const signers = {
    manifest: signedManifest.value.signer,
    trustList: signedList.value.signer,
    policies: signedRules.value.signer,
  };
  return ok({ root: root.value, manifest, trustList, policies, statusLists, signers });
}
