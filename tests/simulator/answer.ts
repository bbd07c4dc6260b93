/**
 * What a server says to one request, told so that it can be played over a real socket (serve.ts) and
 * as a `Response` (as-fetch.ts) alike. Plain answers are made here; faults.ts spoils them.
 */
import { sha256Hex } from '../../src/base/sha256.ts';
import { feedFileType } from '../../src/cli/response-headers.ts';

/** Where files come from: memory or a folder. Null for what is not there. */
export type FileSource = (path: string) => Promise<Uint8Array | null>;

/** One request; the path is relative to the feed. */
export interface Asked {
  readonly path: string;
  /** If-None-Match. */
  readonly etag: string | null;
}

/** A piece of a body; `stall` says nothing more and stays open, `cut` breaks the connection. */
export type BodyStep = Uint8Array | { readonly wait: number } | 'stall' | 'cut';

/** A response with a status. */
export interface Spoken {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Iterable<BodyStep>;
  /** Content-Length; null for a body that ends where its connection closes. */
  readonly length: number | null;
}

/** `no-connection` is refused or reset, `silence` never says a word. */
export type Answer = Spoken | 'no-connection' | 'silence';

/** Answers requests. */
export type AnswerRequest = (asked: Asked) => Promise<Answer>;

/** A strong entity tag (RFC 9110 §8.8.3). */
export const entityTag = async (bytes: Uint8Array): Promise<string> =>
  `"${(await sha256Hex(bytes)).slice(0, 32)}"`;

/** A whole body with its length. */
export const speak = (
  status: number,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): Spoken => ({ status, headers, body: [bytes], length: bytes.length });

/** What an honest server answers at `now` (milliseconds since 1970). */
export async function answerPlainly(
  bytes: Uint8Array | null,
  { path, etag }: Asked,
  now: number,
): Promise<Spoken> {
  const date = { Date: new Date(now).toUTCString(), 'Cache-Control': 'no-cache' };
  if (!bytes) return speak(404, { ...date, 'Content-Type': 'text/plain' }, textBytes('404\n'));
  const tag = await entityTag(bytes);
  if (etag === tag) return { status: 304, headers: { ...date, ETag: tag }, body: [], length: 0 };
  const type = path.endsWith('.jwt') ? feedFileType : 'application/json';
  return speak(200, { ...date, ETag: tag, 'Content-Type': type }, bytes);
}

/** UTF-8. */
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
