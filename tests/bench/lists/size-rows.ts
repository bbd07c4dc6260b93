/**
 * How many bytes a feed costs, against the least that any coding of independent revocations can take,
 * and against what others send. Then what a device fetches that has yesterday's feed already.
 */
import { deflateSync } from 'node:zlib';
import { seededDice } from '../../../src/issuer/specimens.ts';
import { mostEntries } from '../../../src/trust/status-list.ts';
import { compare, type Reference, type Row } from '../report.ts';
import { countRevoked, type MadeUpFeed, oneRevokedIn, revoke, signAgain } from './made-up-feed.ts';
import type { MadeUpWorld } from './made-up-worlds.ts';
import type { Http2Traffic } from './measure-http2.ts';
import { weighFeed, weighUpdate, wholeSize } from './wire-size.ts';

/** Bytes that one revoked card takes in others' lists. */
const italianEntry = 53;
const europeanFilterEntry = 7.2;

const day = 86_400;
const newRevocations = 1000;
/** A university's block: so many cards that stand side by side. */
const blockLength = 20_000;
/** A list's signature is renewed when half its life of a fortnight is over. */
const renewedEvery = 7;

/** Bytes below which no coding of so many independent entries can be on average. */
export function entropyBound(entries: number): number {
  const p = 1 / oneRevokedIn;
  const bits = -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
  return (entries * bits) / 8;
}

/** Rows for one world: the whole feed and its parts. */
export function sizeRows({ name, mostOverBound }: MadeUpWorld, feed: MadeUpFeed): readonly Row[] {
  const entries = feed.entries.length * mostEntries;
  const revoked = countRevoked(feed);
  const size = weighFeed(feed);
  const whole = wholeSize(size);
  const bound = { name: 'entropy bound', value: Math.round(entropyBound(entries)) };
  const ours = { name: 'whole feed on the wire', value: whole };
  const zlib = feed.entries.reduce(
    (sum, bits) => sum + deflateSync(bits, { level: 9, memLevel: 9 }).length,
    0,
  );
  const row = (what: string, value: number, to: Reference | null): Row =>
    compare(`${name}: ${what}`, Math.round(value), 'B', to);
  return [
    compare(`${name}: whole feed on the wire`, whole, 'B', bound, mostOverBound),
    row('status lists on the wire', size.statusLists, bound),
    row('manifest on the wire', size.manifest, ours),
    row('trust list on the wire', size.trustList, ours),
    row('policies on the wire', size.policies, ours),
    row('root on the wire', size.root, ours),
    row('zlib level 9 alone, neither JSON nor signatures', zlib, bound),
    row('7.2 bytes a revoked card (EU filter)', revoked * europeanFilterEntry, ours),
    row("53 bytes a revoked card (Italy's list)", revoked * italianEntry, ours),
    compare(`${name}: revoked`, revoked, 'cards', { name: 'all', value: entries }),
  ];
}

/** Rows for one world: the whole feed over HTTP/2, its headers and frames counted. */
export function http2Rows(
  { name, mostOverBound }: MadeUpWorld,
  feed: MadeUpFeed,
  { toDevice, fromDevice }: Http2Traffic,
): readonly Row[] {
  const value = Math.round(entropyBound(feed.entries.length * mostEntries));
  const bound = { name: 'entropy bound', value };
  return [
    compare(
      `${name}: over HTTP/2 with headers, to the device`,
      toDevice,
      'B',
      bound,
      mostOverBound,
    ),
    compare(`${name}: over HTTP/2 with headers, both ways`, toDevice + fromDevice, 'B', bound),
  ];
}

/** Rows for one world: what is fetched after a day, by what happened on it. */
export async function updateRows(
  { name, seed }: MadeUpWorld,
  feed: MadeUpFeed,
): Promise<readonly Row[]> {
  const whole = { name: 'whole feed on the wire', value: wholeSize(weighFeed(feed)) };
  const dice = seededDice(seed + 1);
  const lists = feed.entries.length;
  const anywhere = (): Place => ({ list: dice(lists), index: dice(mostEntries) });
  const list = dice(lists);
  const start = dice(mostEntries - blockLength);
  const inBlock = (): Place => ({ list, index: start + dice(blockLength) });
  const due = new Map([...feed.entries.entries()].filter(([at]) => at % renewedEvery === 0));
  const days = [
    ['after 1,000 new revocations, uniform', revokeMore(feed, anywhere)],
    ['after 1,000 new revocations, one university', revokeMore(feed, inBlock)],
    ['after a quiet day', new Map<number, Uint8Array>()],
    ['after a quiet day, one list in 7 signed anew', due],
  ] as const;
  const rows: Row[] = [];
  for (const [what, changed] of days) {
    const { bytes, files } = weighUpdate(feed, await signAgain(feed, changed, feed.at + day));
    const all = { name: 'all', value: lists + 3 };
    rows.push(
      compare(`${name}: update ${what}`, bytes, 'B', whole),
      compare(`${name}: files of the update ${what}`, files, 'files', all),
    );
  }
  return rows;
}

interface Place {
  readonly list: number;
  readonly index: number;
}

/** The altered lists after so many cards more are revoked, each of which was not. */
function revokeMore(feed: MadeUpFeed, draw: () => Place): ReadonlyMap<number, Uint8Array> {
  const changed = new Map<number, Uint8Array>();
  for (let done = 0; done < newRevocations; ) {
    const { list, index } = draw();
    const bits = changed.get(list) ?? Uint8Array.from(feed.entries[list] ?? []);
    if (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) continue;
    revoke(bits, index);
    changed.set(list, bits);
    done++;
  }
  return changed;
}
