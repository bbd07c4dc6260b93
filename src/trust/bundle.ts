/**
 * The feed as one zip, for devices that are never online (PROTOCOL §5). Paths inside are those of the
 * feed. Reading believes nothing and only bounds: what comes out is checked by `openGeneration` like a
 * download. Names that the feed does not know are ignored and never inflated, so that a zip of the
 * served folder, with its compressed copies and whatever a file manager leaves there, can be used as it
 * is; a name that points out of its folder is refused, since no honest tool writes one.
 */
import { zipSync } from 'fflate';
import { type Bytes, decodeUtf8, encodeUtf8 } from '../base/bytes.ts';
import { readCompactJws } from '../base/jws.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { FeedFailure, FeedFiles } from './generation.ts';
import { caps, readManifest } from './manifest.ts';
import { mostRotations, rootVersionOf } from './root.ts';
import { readZipEntries, type ZipEntry, type ZipFailure } from './zip-entries.ts';

/** Of the zip itself, bytes: a feed with its two compressed copies beside each file. */
export const mostBundleBytes = 2 * caps.feed;

const copies = 3;
const mostZipEntries = copies * (caps.files + mostRotations + 2);
/** Of all that is inflated from one bundle, bytes. */
const mostInflated = caps.feed + caps.manifest;
const manifestPath = 'manifest.jwt';
const rootPath = /^root\/([1-9]\d{0,4})\.json$/;

/** Packs a feed; the same feed gives the same bytes. */
export function packBundle({ roots, manifest, files }: FeedFiles): Bytes {
  const texts = new Map<string, string>([[manifestPath, manifest], ...files]);
  for (const text of roots) texts.set(`root/${String(rootVersionOf(text))}.json`, text);
  const names = [...texts.keys()].sort();
  const contents = names.map((name) => [name, encodeUtf8(texts.get(name) as string)] as const);
  // Zip keeps local times: made from local parts, this one reads the same in every zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(contents), { level: 9, mtime }) as Bytes;
}

/** Reads a bundle that anybody may have made. Root 1 is left out: the built-in root vouches. */
export function unpackBundle(zip: Uint8Array): Result<FeedFiles, FeedFailure> {
  if (zip.length > mostBundleBytes) return fail('feed-too-large');
  const listed = readZipEntries(zip, mostZipEntries);
  if (!listed.ok) return listed;
  const entries = nameEntries(listed.value);
  const manifestEntry = entries?.get(manifestPath);
  if (!entries || !manifestEntry) return fail('feed-malformed');

  let budget = mostInflated;
  const read = (entry: ZipEntry, cap: number): Result<string, ZipFailure> => {
    const bytes = entry.read(Math.min(cap, budget));
    if (!bytes.ok) return bytes;
    budget -= bytes.value.length;
    const text = decodeUtf8(bytes.value);
    return text === null ? fail('feed-malformed') : ok(text);
  };

  const manifest = read(manifestEntry, caps.manifest);
  if (!manifest.ok) return manifest;
  const versions = rootVersions(entries.keys());
  if (!versions) return fail('feed-malformed');
  const roots: string[] = [];
  for (const version of versions.filter((number) => number > 1)) {
    const root = read(entries.get(`root/${version}.json`) as ZipEntry, caps.root);
    if (!root.ok) return root;
    // Its place in the row is all that its name says.
    if (rootVersionOf(root.value) !== version) return fail('feed-malformed');
    roots.push(root.value);
  }
  // Not believed yet: pins only say which entries are worth inflating.
  const jws = readCompactJws(manifest.value);
  const pins = jws.ok ? readManifest(jws.value.payload) : null;
  if (!pins) return fail('feed-malformed');
  const files = new Map<string, string>();
  for (const { path } of pins.files) {
    const entry = entries.get(path);
    if (!entry) return fail('feed-truncated');
    const text = read(entry, caps.file);
    if (!text.ok) return text;
    files.set(path, text.value);
  }
  return ok({ roots, manifest: manifest.value, files });
}

/**
 * Entries by their path in the feed, whatever folder the feed was zipped in; null for a name that is
 * there twice or points elsewhere, or where there are two feeds.
 */
function nameEntries(entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> | null {
  const named = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const { name } = entry;
    if (name === null) continue;
    const isAstray = /[\\\0]|^\/|^[A-Za-z]:/.test(name) || name.split('/').includes('..');
    if (isAstray || named.has(name)) return null;
    named.set(name, entry);
  }
  const [found, ...others] = [...named.keys()].filter(
    (name) => name === manifestPath || name.endsWith(`/${manifestPath}`),
  );
  if (found === undefined || others.length > 0) return null;
  const folder = found.slice(0, -manifestPath.length);
  const own = [...named].filter(([name]) => name.startsWith(folder));
  return new Map(own.map(([name, entry]) => [name.slice(folder.length), entry]));
}

/** The versions of the roots among the names, in order; null where one between is missing. */
function rootVersions(names: Iterable<string>): readonly number[] | null {
  const versions = [...names]
    .map((name) => Number(rootPath.exec(name)?.[1] ?? 0))
    .filter((version) => version > 0)
    .sort((one, other) => one - other);
  const [lowest = 1] = versions;
  if (versions.length > mostRotations + 1) return null;
  return versions.every((version, index) => version === lowest + index) ? versions : null;
}
