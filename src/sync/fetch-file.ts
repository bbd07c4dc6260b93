/**
 * One file of the feed over HTTP: a cap known before the first byte, time limits, retries with growing
 * pauses, and named failures (PROTOCOL §5; endless data and slow retrieval: TUF §5.3.3, §5.6.1). What
 * arrived is not believed here.
 */
import { decodeUtf8 } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** What is asked for beside the path; `etag` goes out as If-None-Match (RFC 9110 §13.1.2). */
export interface FeedRequest {
  readonly signal: AbortSignal;
  readonly etag: string | null;
}

/** Gets one file's response; `fetch`, or a test's own. The path is relative to the feed. */
export type FetchFile = (path: string, request: FeedRequest) => Promise<Response>;

/** Milliseconds. */
export interface TimeLimits {
  /** Without a single byte. */
  readonly silence: number;
  /** For one file from the question to its last byte. */
  readonly file: number;
  /** For a whole synchronisation; what has arrived by then is kept. */
  readonly whole: number;
}

/** Limits for a phone at the edge of the network. */
export const timeLimits: TimeLimits = { silence: 10_000, file: 60_000, whole: 600_000 };

/** How files are fetched, and how to wait between attempts. */
export interface FetchDependencies {
  readonly fetchFile: FetchFile;
  /** Waits for so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly limits: TimeLimits;
}

/** What a server answered. */
export interface ArrivedText {
  /** null where the file is the one whose entity tag was given (304). */
  readonly text: string | null;
  /** Fit to be sent back; null where there is none. */
  readonly etag: string | null;
  /** The server's own clock, milliseconds since 1970; null when it did not say. */
  readonly serverTime: number | null;
}

export type TextFailure =
  | 'feed-unreachable'
  | 'feed-truncated'
  | 'feed-wrong-type'
  | 'feed-too-large'
  | 'feed-malformed'
  | 'feed-missing';

/** The file to fetch; `cap` in bytes, `onBytes` told of each piece. */
export interface WantedFile {
  readonly path: string;
  readonly cap: number;
  readonly etag?: string | null;
  readonly onBytes?: (count: number) => void;
}

/** Pauses between attempts, milliseconds: a failure at once is named within two seconds. */
const pauses: readonly number[] = [250, 750];

/** Tries again what a better moment may mend. */
export async function withRetries<T, F>(
  attempt: () => Promise<Result<T, F>>,
  mayPass: (failure: F) => boolean,
  pause: FetchDependencies['pause'],
): Promise<Result<T, F>> {
  for (const wait of pauses) {
    const result = await attempt();
    if (result.ok || !mayPass(result.failure)) return result;
    await pause(wait);
  }
  return attempt();
}

/** Fetches one file's text once. */
export async function fetchText(
  wanted: WantedFile,
  { fetchFile, limits }: FetchDependencies,
): Promise<Result<ArrivedText, TextFailure>> {
  const abort = new AbortController();
  const stop = (): void => abort.abort(new DOMException('too slow', 'TimeoutError'));
  const fileTimer = setTimeout(stop, limits.file);
  let silenceTimer = setTimeout(stop, limits.silence);
  const heard = (): void => {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(stop, limits.silence);
  };
  try {
    return await request(wanted, fetchFile, abort.signal, heard);
  } finally {
    clearTimeout(fileTimer);
    clearTimeout(silenceTimer);
    // Whatever is still under way has nobody to read it.
    abort.abort();
  }
}

async function request(
  { path, cap, etag = null, onBytes }: WantedFile,
  fetchFile: FetchFile,
  signal: AbortSignal,
  heard: () => void,
): Promise<Result<ArrivedText, TextFailure>> {
  const response = await orNetworkFault(() => fetchFile(path, { signal, etag }));
  if (!response) return fail('feed-unreachable');
  heard();
  const { headers } = response;
  const serverTime = readServerTime(headers);
  if (response.status === 304 && etag !== null) return ok({ text: null, etag, serverTime });
  // Object stores say 403 of what they do not have.
  if (response.status === 404 || response.status === 403) return fail('feed-missing');
  if (response.status !== 200) return fail('feed-unreachable');
  // A captive portal answers every address with its own page.
  if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) return fail('feed-wrong-type');
  const bytes = await orNetworkFault(() =>
    readCapped(response, cap, signal, (count) => {
      heard();
      onBytes?.(count);
    }),
  );
  if (!bytes) return fail(signal.aborted ? 'feed-unreachable' : 'feed-truncated');
  if (bytes === 'too-large') return fail('feed-too-large');
  const text = decodeUtf8(bytes);
  if (text === null) return fail('feed-malformed');
  return ok({ text, etag: readEntityTag(headers), serverTime });
}

/** An entity tag to the letter (RFC 9110 §8.8.3): `*` would match whatever the server has, for ever. */
function readEntityTag(headers: Headers): string | null {
  const etag = headers.get('etag') ?? '';
  return /^(?:W\/)?"[\x21\x23-\x7e]{1,200}"$/.test(etag) ? etag : null;
}

/** A cache says for how many seconds it has kept an answer (RFC 9111 §5.1). */
function readServerTime(headers: Headers): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  const age = Number(headers.get('age') ?? 0);
  return Number.isNaN(date) || !(age >= 0) ? null : date + age * 1000;
}

/** Network faults are TypeErrors, time-outs DOMExceptions; anything else is a bug. */
async function orNetworkFault<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

async function readCapped(
  response: Response,
  cap: number,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<Uint8Array | 'too-large'> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  // A body that a test or a cache made does not know of the request's signal.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (signal.aborted) throw new DOMException('too slow', 'TimeoutError');
    if (done) return joinBytes(chunks, length);
    length += value.length;
    if (length > cap) {
      await reader.cancel();
      return 'too-large';
    }
    chunks.push(value);
    onBytes(value.length);
  }
}

/** As many pieces as a slow line may cut a file into: more than a call takes arguments. */
function joinBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
