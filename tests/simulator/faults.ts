/**
 * Every way in which a feed's server, or the network before it, misbehaves. A fault takes the plain
 * answer and says what goes out in its place; when it does so is fault-board.ts's business. Faults of
 * the body leave a 404 as it is, since there is nothing to spoil.
 */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { readCompactJws } from '../../src/base/jws.ts';
import { caps, readManifest } from '../../src/trust/manifest.ts';
import {
  type Answer,
  type Asked,
  answerPlainly,
  type BodyStep,
  type FileSource,
  type Spoken,
  speak,
  textBytes,
} from './answer.ts';

/** What a fault may look at. */
export interface Occasion extends Asked {
  /** Requests for this file that the fault has met, this one counted. */
  readonly count: number;
  readonly plain: Spoken;
  /** The file's bytes; null where there is no such file. */
  readonly bytes: Uint8Array | null;
  /** The first bytes that this path ever had. */
  readonly oldest: Uint8Array | null;
  readonly source: FileSource;
}

/** A fault with one line for people. */
export interface Fault {
  readonly says: string;
  readonly alter: (occasion: Occasion) => Answer | Promise<Answer>;
}

type Spoil = (bytes: Uint8Array, occasion: Occasion) => Answer | Promise<Answer>;

/** Spoils what is there. */
const ofBody =
  (spoil: Spoil): Fault['alter'] =>
  (occasion) =>
    occasion.bytes ? spoil(occasion.bytes, occasion) : occasion.plain;

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

/** A 200 with the plain headers but the entity tag, which belongs to other bytes. */
function say(
  { plain }: Occasion,
  body: Iterable<BodyStep>,
  length: number | null,
  more: Readonly<Record<string, string>> = {},
): Spoken {
  const { ETag: _tag, ...headers } = plain.headers;
  return { status: 200, headers: { ...headers, ...more }, body, length };
}

const saySomethingElse = (occasion: Occasion, bytes: Uint8Array): Spoken =>
  say(occasion, [bytes], bytes.length);

const chunk = new Uint8Array(16_384).fill(0x41);
function* withoutEnd(): Generator<BodyStep> {
  for (;;) yield chunk;
}

const slowBytesPerSecond = 20;
function* slowly(bytes: Uint8Array): Generator<BodyStep> {
  for (let at = 0; at < bytes.length; at++) {
    yield bytes.subarray(at, at + 1);
    yield { wait: 1000 / slowBytesPerSecond };
  }
}

/** 64 MiB of nothing in 64 kB. */
let bomb: Uint8Array | null = null;
function makeBomb(): Uint8Array {
  bomb ??= gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 9 });
  return bomb;
}

/** The file that the manifest names after this one; the manifest itself where it names no other. */
async function anotherFile({ path, source }: Occasion): Promise<Uint8Array> {
  const manifest = (await source('manifest.jwt')) ?? new Uint8Array();
  const jws = readCompactJws(new TextDecoder().decode(manifest));
  const paths = jws.ok ? (readManifest(jws.value.payload)?.files ?? []).map((pin) => pin.path) : [];
  const next = paths[(paths.indexOf(path) + 1) % paths.length];
  return ((next !== path && next && (await source(next))) || null) ?? manifest;
}

const refuse = (status: number, more: Readonly<Record<string, string>>, text: string): Spoken =>
  speak(status, { 'Content-Type': 'text/plain', ...more }, textBytes(text));

const years = 10 * 365 * 86_400_000;
const portal = '<!doctype html><title>Sieć okazowa</title><p>Zaloguj się, aby korzystać z sieci.';

/** All faults by name. */
export const faults = {
  offline: { says: 'connections are reset before an answer', alter: () => 'no-connection' },
  hanging: { says: 'headers never come', alter: () => 'silence' },
  stalled: {
    says: 'bodies stop in the middle, and the connection stays open',
    alter: ofBody((bytes, it) => say(it, [half(bytes), 'stall'], bytes.length)),
  },
  slow: {
    says: `bodies come at ${slowBytesPerSecond} bytes a second`,
    alter: ofBody((bytes, it) => say(it, slowly(bytes), bytes.length)),
  },
  cut: {
    says: 'the connection breaks in the middle of a body whose length was told',
    alter: ofBody((bytes, it) => say(it, [half(bytes), 'cut'], bytes.length)),
  },
  'cut-unnoticed': {
    says: 'the connection closes in the middle of a body without a length: short, and no error',
    alter: ofBody((bytes, it) => say(it, [half(bytes)], null)),
  },
  truncated: {
    says: 'bodies are complete, but lack their last byte',
    alter: ofBody((bytes, it) => saySomethingElse(it, bytes.subarray(0, -1))),
  },
  endless: {
    says: 'bodies never end',
    alter: ofBody((_bytes, it) => say(it, withoutEnd(), null)),
  },
  oversized: {
    says: 'bodies are followed by more than any file may have',
    alter: ofBody((bytes, it) =>
      say(it, [bytes, new Uint8Array(caps.file)], bytes.length + caps.file),
    ),
  },
  'server-error': {
    says: 'every request is answered 503',
    alter: () => refuse(503, { 'Retry-After': '1' }, '503\n'),
  },
  'too-many-requests': {
    says: 'every request is answered 429',
    alter: () => refuse(429, { 'Retry-After': '1' }, '429\n'),
  },
  missing: { says: 'every file is missing (404)', alter: () => refuse(404, {}, '404\n') },
  forbidden: {
    says: 'what is missing is forbidden (403), as object stores say; the rest is well',
    alter: ({ bytes, plain }) => (bytes ? plain : refuse(403, {}, '403\n')),
  },
  'captive-portal': {
    says: 'every request is answered with a log-in page (200, text/html)',
    alter: () => speak(200, { 'Content-Type': 'text/html; charset=utf-8' }, textBytes(portal)),
  },
  'wrong-type': {
    says: 'files are whole, but called text/html',
    alter: ofBody((bytes, it) => say(it, [bytes], bytes.length, { 'Content-Type': 'text/html' })),
  },
  'wrong-etag': {
    says: 'whoever names an entity tag hears that nothing changed (304)',
    alter: ({ etag, plain }) =>
      etag === null
        ? plain
        : { status: 304, headers: { ...plain.headers, ETag: etag }, body: [], length: 0 },
  },
  'stale-cache': {
    says: 'every second request for a file gets the oldest copy that was ever served',
    alter: (it) =>
      it.oldest && it.count % 2 === 1
        ? answerPlainly(it.oldest, it, Date.parse(it.plain.headers.Date ?? ''))
        : it.plain,
  },
  flaky: {
    says: 'every second request for a file fails',
    alter: ({ count, plain }) => (count % 2 === 1 ? 'no-connection' : plain),
  },
  rubbish: {
    says: 'bodies are random bytes of the right length',
    alter: ofBody((bytes, it) => saySomethingElse(it, randomBytes(bytes.length))),
  },
  'wrong-file': {
    says: 'files hold another file of the feed',
    alter: ofBody(async (_bytes, it) => saySomethingElse(it, await anotherFile(it))),
  },
  'bad-gzip': {
    says: 'bodies say that they are gzip, and are broken',
    alter: ofBody((bytes, it) => brokenEncoding(it, bytes, 'gzip')),
  },
  'bad-brotli': {
    says: 'bodies say that they are brotli, and are broken',
    alter: ofBody((bytes, it) => brokenEncoding(it, bytes, 'br')),
  },
  bomb: {
    says: 'bodies inflate to 64 MiB',
    alter: ofBody((_bytes, it) =>
      say(it, [makeBomb()], makeBomb().length, { 'Content-Encoding': 'gzip' }),
    ),
  },
  'wrong-date': {
    says: 'files are well, but the server’s clock is ten years ahead',
    alter: ({ plain }) => ({ ...plain, headers: { ...plain.headers, ...laterDate(plain) } }),
  },
} satisfies Record<string, Fault>;

/** A fault's name. */
export type FaultName = keyof typeof faults;

/** All names, in the table's order. */
export const faultNames = Object.keys(faults) as FaultName[];

const brokenEncoding = (it: Occasion, bytes: Uint8Array, encoding: string): Spoken =>
  say(it, [bytes], bytes.length, { 'Content-Encoding': encoding });

const laterDate = ({ headers }: Spoken): Record<string, string> => ({
  Date: new Date(Date.parse(headers.Date ?? '') + years).toUTCString(),
});
