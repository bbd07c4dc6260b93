/**
 * Fetching whatever a device does not have yet, in the order roots, manifest, files. Files are pinned
 * by hash, so that what is there already (from the generation before, or from a download that was cut)
 * is never asked for again. What arrived is checked against its pin here, and admitted by adopt-feed.ts.
 */
import { readCompactJws, readGeneralJws } from '../base/jws.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { StoreContents } from '../store/trust-store.ts';
import { admitManifest } from '../trust/admit-feed.ts';
import {
  checkPinnedFile,
  type FeedFailure,
  type FeedFiles,
  followRoots,
  openManifest,
} from '../trust/generation.ts';
import { caps, type PinnedFile } from '../trust/manifest.ts';
import { mostRotations, type Root, rotateRoot } from '../trust/root.ts';
import type { StorageFailure } from './adopt-feed.ts';
import {
  type ArrivedText,
  type FetchDependencies,
  fetchText,
  type TextFailure,
  type WantedFile,
  withRetries,
} from './fetch-file.ts';
import { noProgress, type OnProgress } from './progress.ts';

export type FetchFailure = FeedFailure | StorageFailure | 'feed-unreachable';

/** What a fetch needs beside the network. */
export interface FeedSource extends FetchDependencies {
  readonly firstRoot: string;
  readonly onProgress: OnProgress;
  /** The device's clock at this moment, milliseconds since 1970. */
  readonly clock: () => number;
  /** Keeps roots as soon as they hold (TUF §5.3.8). */
  readonly keepRoots: (roots: readonly string[]) => Promise<Result<void, StorageFailure>>;
  /** Keeps files that have arrived, should the rest never come; of others only those in `wanted`. */
  readonly stage: (
    files: ReadonlyMap<string, string>,
    wanted: ReadonlySet<string>,
  ) => Promise<void>;
}

/** A whole feed, as it came. */
export interface FetchedFeed {
  readonly feed: FeedFiles;
  readonly etag: string | null;
  /** Milliseconds by which this device's clock is ahead of the server's; it may warn, never decide (PROTOCOL §5). */
  readonly aheadOfServer: number | null;
}

/** As many connections as a browser gives one HTTP/1.1 host. */
const atOnce = 6;
/** Files that arrive between two notes of what is there. */
const stageEvery = 24;

/** Fetches what `known` lacks. */
export async function fetchFeed(
  source: FeedSource,
  known: StoreContents,
): Promise<Result<FetchedFeed, FetchFailure>> {
  source.onProgress(noProgress);
  const end = performance.now() + source.limits.whole;
  const isOver = (): boolean => performance.now() >= end;
  const followed = await fetchRoots(source, known.roots, isOver);
  if (!followed.ok) return followed;
  const { roots, root } = followed.value;
  const fetched = await fetchManifest(source, known, root);
  if (!fetched.ok) return fetched;
  const { text, etag, aheadOfServer } = fetched.value;
  const now = Math.floor(source.clock() / 1000);
  const manifest = await admitManifest(text, root, known.floors, now);
  if (!manifest.ok) return manifest;

  const files = new Map<string, string>();
  const missing: PinnedFile[] = [];
  for (const pin of manifest.value.files) {
    const had = known.files.get(pin.path);
    // A damaged row is no file: it is fetched like any other.
    if (had !== undefined && (await checkPinnedFile(pin, had)).ok) files.set(pin.path, had);
    else missing.push(pin);
  }
  const wanted = new Set(manifest.value.files.map(({ path }) => path));
  const arrived = await fetchMissing(source, missing, wanted, isOver);
  if (!arrived.ok) return arrived;
  for (const [path, file] of arrived.value) files.set(path, file);
  return ok({ feed: { roots, manifest: text, files }, etag, aheadOfServer });
}

/** Roots one step at a time until there is none, from the newest that the device has (TUF §5.3). */
async function fetchRoots(
  source: FeedSource,
  known: readonly string[],
  isOver: () => boolean,
): Promise<Result<{ readonly roots: readonly string[]; readonly root: Root }, FetchFailure>> {
  // Another build may have stored roots that do not follow from this one's: they are fetched anew.
  const start = await followRoots(source.firstRoot, known);
  if (!start.ok) return start;
  const roots = [...start.value.roots];
  let { root } = start.value;
  for (let step = 0; step < mostRotations; step++) {
    if (isOver()) return fail('feed-unreachable');
    const path = `root/${root.version + 1}.json`;
    const arrived = await fetchPatiently(source, { path, cap: caps.root });
    if (!arrived.ok && arrived.failure === 'feed-missing') break;
    if (!arrived.ok) return fail(named(arrived.failure));
    const text = arrived.value.text ?? '';
    const next = await rotateRoot(root, text);
    if (!next.ok) return next;
    root = next.value;
    roots.push(text);
    const kept = await source.keepRoots(roots);
    if (!kept.ok) return kept;
  }
  return ok({ roots, root });
}

interface FetchedManifest extends Omit<FetchedFeed, 'feed'> {
  readonly text: string;
}

/** An unchanged manifest (304) is the one that the device has. */
async function fetchManifest(
  source: FeedSource,
  { stored }: StoreContents,
  root: Root,
): Promise<Result<FetchedManifest, FetchFailure>> {
  const etag =
    stored && (await isFresh(stored.feed.manifest, root, source.clock())) ? stored.etag : null;
  const wanted = { path: 'manifest.jwt', cap: caps.manifest, etag };
  const arrived = await fetchPatiently(source, wanted);
  if (!arrived.ok) return fail(named(arrived.failure));
  const { serverTime } = arrived.value;
  return ok({
    text: arrived.value.text ?? stored?.feed.manifest ?? '',
    etag: arrived.value.etag,
    aheadOfServer: serverTime === null ? null : source.clock() - serverTime,
  });
}

/** Once a manifest is past its `ttl`, no server is believed that it has not changed. */
async function isFresh(text: string, root: Root, now: number): Promise<boolean> {
  const manifest = await openManifest(text, root);
  return manifest.ok && now < (manifest.value.iat + manifest.value.ttl) * 1000;
}

/** Fetches pinned files, some at a time; the first failure ends all, and what has arrived is staged. */
async function fetchMissing(
  source: FeedSource,
  pins: readonly PinnedFile[],
  wanted: ReadonlySet<string>,
  isOver: () => boolean,
): Promise<Result<ReadonlyMap<string, string>, FetchFailure>> {
  const arrived = new Map<string, string>();
  let unstaged = new Map<string, string>();
  let failure: FetchFailure | null = null;
  const bytesTotal = pins.reduce((sum, { length }) => sum + length, 0);
  let bytesDone = 0;
  const report = (count = 0): void => {
    bytesDone += count;
    source.onProgress({
      phase: 'fetching',
      filesDone: arrived.size,
      filesTotal: pins.length,
      bytesDone: Math.min(bytesDone, bytesTotal),
      bytesTotal,
    });
  };
  const stage = async (): Promise<void> => {
    const batch = unstaged;
    unstaged = new Map();
    if (batch.size > 0) await source.stage(batch, wanted);
  };
  const queue = pins.values();
  const work = async (): Promise<void> => {
    for (const pin of queue) {
      if (isOver()) failure ??= 'feed-unreachable';
      if (failure) return;
      const text = await fetchPinned(source, pin, report);
      if (!text.ok) {
        failure = text.failure;
        return;
      }
      arrived.set(pin.path, text.value);
      unstaged.set(pin.path, text.value);
      report();
      if (unstaged.size >= stageEvery) await stage();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, pins.length) }, work));
  await stage();
  return failure ? fail(failure) : ok(arrived);
}

/** One pinned file; a wrong one is asked for again, since a proxy may have cut or kept it. */
async function fetchPinned(
  source: FeedSource,
  pin: PinnedFile,
  onBytes: (count: number) => void,
): Promise<Result<string, FetchFailure>> {
  const attempt = async (): Promise<Result<string, FetchFailure>> => {
    let counted = 0;
    const count = (bytes: number): void => {
      counted += bytes;
      onBytes(bytes);
    };
    const arrived = await fetchText({ path: pin.path, cap: pin.length, onBytes: count }, source);
    if (arrived.ok) {
      const text = arrived.value.text ?? '';
      const pinned = await checkPinnedFile(pin, text);
      if (pinned.ok) return ok(text);
      onBytes(-counted);
      return pinned;
    }
    onBytes(-counted);
    return fail(named(arrived.failure));
  };
  return withRetries(attempt, mayBeMended, source.pause);
}

/** A root or manifest, which no pin tells apart from half of it: what is not whole is asked for again. */
const fetchPatiently = (
  source: FeedSource,
  wanted: WantedFile,
): Promise<Result<ArrivedText, TextFailure>> =>
  withRetries(
    async () => {
      const arrived = await fetchText(wanted, source);
      const text = arrived.ok ? arrived.value.text : null;
      return text === null || isWhole(text) ? arrived : fail('feed-truncated');
    },
    mayBeMended,
    source.pause,
  );

/** A JWS in either serialization; the bytes of an ES256 signature are 64 (RFC 7518 §3.4). */
function isWhole(text: string): boolean {
  const compact = readCompactJws(text);
  return compact.ok ? compact.value.signature.length === 64 : readGeneralJws(text).ok;
}

const mayBeMended = (failure: TextFailure | FetchFailure): boolean =>
  ['feed-unreachable', 'feed-truncated', 'feed-malformed'].includes(failure);

const named = (failure: TextFailure): FetchFailure =>
  failure === 'feed-missing' ? 'feed-unreachable' : failure;
