/**
 * What can be said of a feed without believing it, and whether it holds: the value behind
 * `feed inspect`. Times are seconds since 1970.
 */
import { asCount, asText, readJson } from '../base/json-reader.ts';
import { readCompactJws } from '../base/jws.ts';
import type { Result } from '../base/result.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { brotliLength, type ReadFailure, readFeed } from '../issuer/feed-folder.ts';
import { decidesUntil, freshUntil, type ListsState, listsState } from '../trust/freshness.ts';
import { type FeedFiles, type Generation, openGeneration } from '../trust/generation.ts';
import { type FileKind, type PinnedFile, readManifest } from '../trust/manifest.ts';
import { readPolicies } from '../trust/policies.ts';
import { openFirstRoot, type Root, rotateRoot } from '../trust/root.ts';
import { readTrustList } from '../trust/trust-list.ts';

interface InspectedRoot {
  readonly version: number;
  readonly keys: number;
  readonly threshold: number;
  readonly exp: number;
  readonly specimen: boolean;
}

interface Weight {
  readonly bytes: number;
  /** What they are on the wire. */
  readonly brotli: number;
}

interface InspectedManifest extends Weight {
  readonly version: number;
  readonly iat: number;
  readonly exp: number;
}

/** A pinned file, with what it says of itself. */
export interface InspectedFile extends Weight {
  readonly kind: FileKind;
  readonly path: string;
  /** The `uri` of a status list. */
  readonly name: string | null;
  readonly number: number | null;
  readonly iat: number | null;
  readonly exp: number | null;
  /** null where the feed fails before. */
  readonly holds: boolean | null;
}

/** One key of the trust list; withdrawn status keys do not count and are not there. */
export interface InspectedKey {
  readonly iss: string;
  readonly service: 'issuance' | 'status';
  readonly kid: string;
  readonly from: number;
  readonly until: number | null;
  readonly withdrawn: boolean;
}

/** All of a feed that could be read, and the first failure. */
export interface FeedInspection {
  readonly failure: ReadFailure | null;
  /** Those that hold. */
  readonly roots: readonly InspectedRoot[];
  readonly manifest: InspectedManifest | null;
  readonly files: readonly InspectedFile[];
  /** Of a feed that holds. */
  readonly keys: readonly InspectedKey[];
  readonly state: ListsState | null;
  readonly ageingFrom: number | null;
  readonly expiredFrom: number | null;
}

/** Inspects a feed under a root, at `now`. */
export async function inspectFeed(
  source: string,
  firstRoot: Result<string, ReadFailure>,
  now: number,
): Promise<FeedInspection> {
  const feed = await readFeed(source);
  if (!feed.ok) return { ...nothing, failure: feed.failure };
  if (!firstRoot.ok) return { ...nothing, failure: firstRoot.failure };
  const opened = await openGeneration(firstRoot.value, feed.value);
  const generation = opened.ok ? opened.value : null;
  const state = generation && listsState(generation, now);
  const failure = opened.ok ? null : opened.failure;
  return {
    failure: state === 'expired' ? 'feed-expired' : failure,
    roots: await inspectRoots(firstRoot.value, feed.value.roots),
    ...(await inspectFiles(feed.value, generation)),
    keys: inspectKeys(generation),
    state,
    ageingFrom: generation && freshUntil(generation),
    expiredFrom: generation && decidesUntil(generation),
  };
}

const nothing: Omit<FeedInspection, 'failure'> = {
  roots: [],
  manifest: null,
  files: [],
  keys: [],
  state: null,
  ageingFrom: null,
  expiredFrom: null,
};

const inspectKeys = (generation: Generation | null): readonly InspectedKey[] =>
  [...(generation?.trustList.issuers.values() ?? [])].flatMap(
    ({ iss, issuanceKeys, statusKeys }) => [
      ...[...issuanceKeys].map(([kid, { from, until, withdrawn }]) => {
        return { iss, service: 'issuance', kid, from, until, withdrawn } as const;
      }),
      ...[...statusKeys].map(([kid, { from, until }]) => {
        return { iss, service: 'status', kid, from, until, withdrawn: false } as const;
      }),
    ],
  );

async function inspectRoots(
  first: string,
  later: readonly string[],
): Promise<readonly InspectedRoot[]> {
  const held: Root[] = [];
  let root = await openFirstRoot(first);
  if (root.ok) held.push(root.value);
  for (const text of later) {
    const trusted = held.at(-1);
    if (!trusted) break;
    root = await rotateRoot(trusted, text);
    if (root.ok) held.push(root.value);
  }
  return held.map(({ version, exp, specimen, roles }) => ({
    version,
    keys: roles.root.keyIds.length,
    threshold: roles.root.threshold,
    exp,
    specimen,
  }));
}

async function inspectFiles(
  feed: FeedFiles,
  generation: Generation | null,
): Promise<Pick<FeedInspection, 'manifest' | 'files'>> {
  const payload = payloadOf(feed.manifest);
  const manifest = payload && readManifest(payload);
  if (!manifest) return { manifest: null, files: [] };
  const { version, iat, exp } = manifest;
  const files: InspectedFile[] = [];
  for (const pin of manifest.files) {
    const text = feed.files.get(pin.path);
    if (text !== undefined) files.push(await inspectFile(pin, text, generation));
  }
  return { manifest: { version, iat, exp, ...(await weigh(feed.manifest)) }, files };
}

async function inspectFile(
  { kind, path, sha256 }: PinnedFile,
  text: string,
  generation: Generation | null,
): Promise<InspectedFile> {
  const lists = generation && [...generation.statusLists.values()];
  // A status list that does not hold costs its own cards, not the feed.
  const holds = lists && (kind !== 'status' || lists.some((list) => list.sha256 === sha256));
  const payload = payloadOf(text);
  const said = payload && (await readSaid(kind, payload));
  return { kind, path, ...(said ?? unread), ...(await weigh(text)), holds };
}

type Said = Pick<InspectedFile, 'name' | 'number' | 'iat' | 'exp'>;
const unread: Said = { name: null, number: null, iat: null, exp: null };

/** What a file says of itself; null where it cannot be read. */
async function readSaid(kind: FileKind, payload: JsonObject): Promise<Said | null> {
  if (kind === 'trust-list') {
    const list = await readTrustList(payload);
    return list && { name: null, number: list.sequenceNumber, iat: list.iat, exp: list.exp };
  }
  if (kind === 'policies') {
    const rules = readPolicies(payload);
    return rules && { name: null, number: rules.version, iat: rules.iat, exp: rules.exp };
  }
  return readJson(() => ({
    name: asText(payload.sub),
    number: null,
    iat: asCount(payload.iat),
    exp: asCount(payload.exp),
  }));
}

function payloadOf(text: string): JsonObject | null {
  const jws = readCompactJws(text);
  return jws.ok ? jws.value.payload : null;
}

const weigh = async (text: string): Promise<Weight> => ({
  bytes: Buffer.byteLength(text),
  brotli: await brotliLength(text),
});
