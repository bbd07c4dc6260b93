/**
 * What the files of a feed weigh on the wire: each as the publisher lays it beside the plain one,
 * compressed with brotli at its strongest. HTTP's own headers are not in it.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { encodeUtf8 } from '../../../src/base/bytes.ts';
import type { MadeUpFeed, MadeUpFile } from './made-up-feed.ts';

/** Compresses one file as it is published. */
export const compressFile = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    brotliCompressSync(encodeUtf8(text), {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  );

/** Bytes on the wire of each part of a feed. */
export interface WireSize {
  readonly root: number;
  readonly manifest: number;
  readonly trustList: number;
  readonly policies: number;
  readonly statusLists: number;
}

/** Weighs a whole feed, as a device without any of it fetches it. */
export const weighFeed = (feed: MadeUpFeed): WireSize => ({
  root: weigh(feed.firstRoot),
  manifest: weigh(feed.manifest),
  trustList: weighFiles(feed.rules.filter(({ kind }) => kind === 'trust-list')),
  policies: weighFiles(feed.rules.filter(({ kind }) => kind === 'policies')),
  statusLists: weighFiles(feed.statusLists),
});

/** The sum of all parts. */
export const wholeSize = (size: WireSize): number =>
  Object.values({ ...size }).reduce((sum, part) => sum + part, 0);

/** Weighs what a device that has one feed fetches to have the next, and counts its files. */
export function weighUpdate(
  before: MadeUpFeed,
  after: MadeUpFeed,
): { readonly bytes: number; readonly files: number } {
  const known = new Set([...before.rules, ...before.statusLists].map(({ path }) => path));
  const fresh = [...after.rules, ...after.statusLists].filter(({ path }) => !known.has(path));
  return { bytes: weigh(after.manifest) + weighFiles(fresh), files: 1 + fresh.length };
}

const weigh = (text: string): number => compressFile(text).length;

const weighFiles = (files: readonly MadeUpFile[]): number =>
  files.reduce((sum, { text }) => sum + weigh(text), 0);
