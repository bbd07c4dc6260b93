/**
 * The manifest (PROTOCOL §5): pins every file of one generation by path, hash and length, which is
 * what keeps files of two generations from being mixed (TUF §5.5.2), and carries the daily freshness.
 */
import { asArray, asCount, asObject, asText, readJson, refuse } from '../base/json-reader.ts';
import type { JsonObject } from '../base/strict-json.ts';

export const manifestType = 'mleg-manifest+jwt';
export const fileKinds = ['trust-list', 'policies', 'status'] as const;
export type FileKind = (typeof fileKinds)[number];

/** One pinned file; `length` in bytes, `sha256` in lower-case hexadecimal. */
export interface PinnedFile {
  readonly path: string;
  readonly sha256: string;
  readonly length: number;
  readonly kind: FileKind;
}

/** Times are seconds since 1970, `ttl` seconds. */
export interface Manifest {
  readonly version: number;
  readonly iat: number;
  readonly exp: number;
  readonly ttl: number;
  readonly files: readonly PinnedFile[];
}

/** Caps against endless data, known before a byte is read (TUF §5.3.3, §5.4.1, §5.5.1, §5.6.1). Bytes. */
export const caps = {
  root: 65_536,
  manifest: 1_048_576,
  file: 4_194_304,
  files: 4096,
  /** All pinned files together. */
  feed: 33_554_432,
} as const;

/** Seconds from a manifest's `iat` to its `exp` at most. */
const longestLife = 31 * 86_400;

/** Reads a manifest's payload; null where it does not fit. */
export const readManifest = (payload: JsonObject): Manifest | null =>
  readJson(() => {
    const files = asArray(payload.files).map((entry) => readPinnedFile(asObject(entry)));
    if (files.length > caps.files || new Set(files.map(({ path }) => path)).size !== files.length)
      refuse();
    // A stolen manifest key must not keep lists alive for years.
    if (asCount(payload.exp) - asCount(payload.iat) > longestLife) refuse();
    if (files.reduce((sum, { length }) => sum + length, 0) > caps.feed) refuse();
    return {
      version: asCount(payload.version),
      iat: asCount(payload.iat),
      exp: asCount(payload.exp),
      ttl: asCount(payload.ttl),
      files,
    };
  });

function readPinnedFile(entry: JsonObject): PinnedFile {
  const path = asText(entry.path);
  const sha256 = asText(entry.sha256);
  const kind = fileKinds.find((known) => known === entry.kind) ?? refuse();
  const length = asCount(entry.length);
  const fits =
    /^[0-9a-f]{64}$/.test(sha256) && path === `${kind}/${sha256}.jwt` && length <= caps.file;
  return fits ? { path, sha256, length, kind } : refuse();
}
