/**
 * Fetching a feed's files over HTTP with caps, time-outs and named failures (PROTOCOL §5; endless
 * data: TUF §5.3.3, §5.5.2). What arrived is not believed here.
 */
import { concatBytes, decodeUtf8 } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import {
  checkPinnedFile,
  type FeedFailure,
  type FeedFiles,
  openManifest,
  openRoots,
} from '../trust/generation.ts';
import { caps } from '../trust/manifest.ts';
import { mostRotations, type Root, rotateRoot } from '../trust/root.ts';

export type FetchFailure = FeedFailure | 'feed-unreachable';

/** Gets one file's response; `fetch` or a test's own. */
export type FetchFile = (path: string, signal: AbortSignal) => Promise<Response>;

const fileTimeout = 15_000;

/** Fetches whatever the device does not have yet, in the order root, manifest, files. */
export async function fetchFeed(
  fetchFile: FetchFile,
  firstRoot: string,
  stored: FeedFiles | null,
): Promise<Result<FeedFiles, FetchFailure>> {
  const followed = await fetchRoots(fetchFile, firstRoot, stored?.roots ?? []);
  if (!followed.ok) return followed;
  const { roots, root } = followed.value;
  const manifestText = await fetchText(fetchFile, 'manifest.jwt', caps.manifest);
  if (!manifestText.ok) return fail(named(manifestText.failure));
  const manifest = await openManifest(manifestText.value, root);
  if (!manifest.ok) return manifest;
  const files = new Map<string, string>();
  for (const pin of manifest.value.files) {
    const known = stored?.files.get(pin.path);
    const text = known === undefined ? await fetchText(fetchFile, pin.path, pin.length) : ok(known);
    if (!text.ok) return fail(named(text.failure));
    const pinned = await checkPinnedFile(pin, text.value);
    if (!pinned.ok) return pinned;
    files.set(pin.path, text.value);
  }
  return ok({ roots, manifest: manifestText.value, files });
}

/** Roots one step at a time until there is none, from the newest that the device has. */
async function fetchRoots(
  fetchFile: FetchFile,
  firstRoot: string,
  known: readonly string[],
): Promise<Result<{ readonly roots: readonly string[]; readonly root: Root }, FetchFailure>> {
  const roots = [...known];
  const start = await openRoots(firstRoot, roots);
  if (!start.ok) return start;
  let root = start.value;
  for (let step = 0; step < mostRotations; step++) {
    const text = await fetchText(fetchFile, `root/${root.version + 1}.json`, caps.root);
    if (!text.ok && text.failure === 'feed-missing') break;
    if (!text.ok) return fail(named(text.failure));
    const next = await rotateRoot(root, text.value);
    if (!next.ok) return next;
    root = next.value;
    roots.push(text.value);
  }
  return ok({ roots, root });
}

type TextFailure = FetchFailure | 'feed-missing';

const named = (failure: TextFailure): FetchFailure =>
  failure === 'feed-missing' ? 'feed-unreachable' : failure;

async function fetchText(
  fetchFile: FetchFile,
  path: string,
  cap: number,
): Promise<Result<string, TextFailure>> {
  try {
    const response = await fetchFile(path, AbortSignal.timeout(fileTimeout));
    // Object stores say 403 of what they do not have.
    if (response.status === 404 || response.status === 403) return fail('feed-missing');
    if (!response.ok) return fail('feed-unreachable');
    // A captive portal answers every address with its own page.
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? ''))
      return fail('feed-wrong-type');
    const bytes = await readCapped(response, cap);
    if (!bytes) return fail('feed-too-large');
    const text = decodeUtf8(bytes);
    return text === null ? fail('feed-malformed') : ok(text);
  } catch (error) {
    // Network faults are TypeErrors, time-outs DOMExceptions; anything else is a bug.
    if (error instanceof TypeError || error instanceof DOMException)
      return fail('feed-unreachable');
    throw error;
  }
}

async function readCapped(response: Response, cap: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatBytes(...chunks);
    length += value.length;
    if (length > cap) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
