/**
 * How many entries the status lists have, and how many of them are revoked or suspended: figures for a
 * screen. Counts a byte at a time, so that a whole country's lists take about a millisecond. What one
 * card's entry says is status-list.ts's.
 */
import type { StatusList } from './status-list.ts';

/** Counts over all lists; `entries` is what the lists have room for, at least one for each card. */
export interface StatusCounts {
  readonly entries: number;
  readonly revoked: number;
  readonly suspended: number;
}

/** Of each byte: how many of its entries have a value. */
const tables = { 1: [countIn(1, 1), countIn(1, 2)], 2: [countIn(2, 1), countIn(2, 2)] } as const;

/** Counts lists; issuers that share one have it counted once. */
export function countStatuses(lists: Iterable<StatusList>): StatusCounts {
  const tokens = new Map([...lists].map((list) => [list.sha256, list]));
  let [entries, revoked, suspended] = [0, 0, 0];
  for (const { bits, bytes } of tokens.values()) {
    const [ones, twos] = tables[bits];
    entries += (bytes.length * 8) / bits;
    for (const byte of bytes) {
      revoked += ones[byte] as number;
      suspended += twos[byte] as number;
    }
  }
  return { entries, revoked, suspended };
}

function countIn(bits: 1 | 2, wanted: number): Uint8Array {
  const mask = 2 ** bits - 1;
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    let found = 0;
    for (let at = 0; at < 8; at += bits) if (((byte >> at) & mask) === wanted) found += 1;
    return found;
  });
}
