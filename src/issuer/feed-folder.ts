/**
 * A feed as static files in a folder: reading one, and writing one so that whoever fetches meanwhile
 * gets one generation or the other. Each file has a brotli and a gzip copy beside it. Reading bounds and
 * believes nothing; opening is trust/generation.ts's.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { decodeUtf8, encodeUtf8 } from '../base/bytes.ts';
import { readCompactJws } from '../base/jws.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { mostBundleBytes, unpackBundle } from '../trust/bundle.ts';
import type { FeedFailure, FeedFiles } from '../trust/generation.ts';
import { caps, fileKinds, readManifest } from '../trust/manifest.ts';
import { rootVersionOf } from '../trust/root.ts';

export type ReadFailure = FeedFailure | 'feed-unreachable';

const compressBrotli = promisify(brotliCompress);

/** How many bytes a text takes on the wire. Quality 11; other modes and windows gain nothing on these files. */
export const brotliLength = async (text: string): Promise<number> =>
  (await compressBrotli(encodeUtf8(text))).length;

/** Reads a feed from a folder, or from a bundle; root 1 is left out. */
export async function readFeed(source: string): Promise<Result<FeedFiles, ReadFailure>> {
  const found = await stat(source).catch(() => null);
  if (!found?.isFile()) return readFolder(source);
  if (found.size > mostBundleBytes) return fail('feed-too-large');
  return unpackBundle(await readFile(source));
}

/** One file of a feed's folder; `feed-unreachable` where it is not there. */
export async function readFeedFile(
  folder: string,
  name: string,
  cap: number,
): Promise<Result<string, 'feed-unreachable' | 'feed-too-large' | 'feed-malformed'>> {
  const file = path.join(folder, name);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return fail('feed-unreachable');
  if (found.size > cap) return fail('feed-too-large');
  const text = decodeUtf8(await readFile(file));
  return text === null ? fail('feed-malformed') : ok(text);
}

async function readFolder(folder: string): Promise<Result<FeedFiles, ReadFailure>> {
  const roots: string[] = [];
  const names = await readdir(path.join(folder, 'root')).catch((): string[] => []);
  const versions = names.map((name) => Number(/^([1-9]\d*)\.json$/.exec(name)?.[1] ?? 0));
  const lowest = Math.min(...versions.filter((version) => version > 1));
  for (let version = lowest; versions.includes(version); version++) {
    const text = await readFeedFile(folder, `root/${version}.json`, caps.root);
    if (!text.ok) return text;
    roots.push(text.value);
  }
  const manifest = await readFeedFile(folder, 'manifest.jwt', caps.manifest);
  if (!manifest.ok) return manifest;
  // Pins that nobody verified yet only say what to read; a manifest without any fails when it is opened.
  const jws = readCompactJws(manifest.value);
  const pins = jws.ok ? readManifest(jws.value.payload) : null;
  const files = new Map<string, string>();
  for (const pin of pins?.files ?? []) {
    const text = await readFeedFile(folder, pin.path, caps.file);
    if (text.ok) files.set(pin.path, text.value);
    else if (text.failure !== 'feed-unreachable') return text;
  }
  return ok({ roots, manifest: manifest.value, files });
}

/** Writes one file of a feed and its compressed copies, each in one rename. */
export async function writeFeedFile(folder: string, name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  const bytes = encodeUtf8(text);
  const copies: readonly (readonly [string, Uint8Array])[] = [
    ['.br', await compressBrotli(bytes)],
    ['.gz', await promisify(gzip)(bytes, { level: 9 })],
    ['', bytes],
  ];
  for (const [ending, content] of copies) {
    await writeFile(`${file}${ending}.new`, content);
    await rename(`${file}${ending}.new`, `${file}${ending}`);
  }
}

/** Writes a feed that was opened before: contents, roots where there are none yet, the manifest last. */
export async function writeFeed(
  folder: string,
  { roots, manifest, files }: FeedFiles,
): Promise<void> {
  for (const [name, text] of files) {
    const held = await readFeedFile(folder, name, caps.file);
    if (!held.ok || held.value !== text) await writeFeedFile(folder, name, text);
  }
  for (const text of roots) {
    const name = `root/${String(rootVersionOf(text))}.json`;
    const held = await readFeedFile(folder, name, caps.root);
    if (!held.ok) await writeFeedFile(folder, name, text);
  }
  await writeFeedFile(folder, 'manifest.jwt', manifest);
}

/** Removes pinned files and their copies, all but those whose paths are `kept`. */
export async function removeOldFiles(folder: string, kept: Iterable<string>): Promise<void> {
  const names = new Set(kept);
  for (const kind of fileKinds) {
    const found = await readdir(path.join(folder, kind)).catch((): string[] => []);
    for (const name of found) {
      const isKept = names.has(`${kind}/${name.replace(/\.(?:br|gz)$/, '')}`);
      if (!isKept) await rm(path.join(folder, kind, name));
    }
  }
}
