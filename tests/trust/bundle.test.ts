/** A bundle is the feed and nothing else, however it was zipped; hostile zips end at a bound. */
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, encodeUtf8 } from '../../src/base/bytes.ts';
import type { Result } from '../../src/base/result.ts';
import { rotateRole } from '../../src/issuer/rotate.ts';
import { mostBundleBytes, packBundle, unpackBundle } from '../../src/trust/bundle.ts';
import { type FeedFailure, type FeedFiles, openGeneration } from '../../src/trust/generation.ts';
import { caps } from '../../src/trust/manifest.ts';
import { madeAt, makeTestWorld, outcome, type TestWorld, unwrap } from '../fixtures/test-world.ts';

/** One entry of a zip made by hand; what is not given is as an honest tool writes it. */
interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** The size that the directory claims. */
  readonly size?: number;
  readonly localName?: string;
  /** Sizes in the local header are left zero, as tools do that write to a pipe. */
  readonly streamed?: boolean;
}

interface Ending {
  readonly comment?: string;
  readonly count?: number;
  readonly start?: number;
}

const numbers = (...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array =>
  concatBytes(
    ...values.map(([value, bytes]) =>
      Uint8Array.from({ length: bytes }, (_, index) => (value / 256 ** index) & 0xff),
    ),
  );

/** A zip byte by byte (APPNOTE §4.3). */
function makeZip(entries: readonly Entry[], ending: Ending = {}): Uint8Array {
  const bodies: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, bytes, stored = false, flags = 0, streamed = false } = entry;
    const data = stored ? bytes : deflateRawSync(bytes);
    const method = entry.method ?? (stored ? 0 : 8);
    const size = entry.size ?? bytes.length;
    const own = encodeUtf8(name);
    const local = encodeUtf8(entry.localName ?? name);
    const said = streamed ? [0, 0] : [data.length, size];
    const body = concatBytes(
      numbers([0x04034b50, 4], [20, 2], [flags, 2], [method, 2], [0, 4], [0, 4]),
      numbers([said[0] ?? 0, 4], [said[1] ?? 0, 4], [local.length, 2], [4, 2]),
      local,
      Uint8Array.of(1, 2, 0, 0),
      data,
    );
    records.push(
      numbers([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [0, 4]),
      numbers([data.length, 4], [size, 4], [own.length, 2], [0, 2], [0, 2], [0, 2], [0, 2]),
      numbers([0, 4], [at, 4]),
      own,
    );
    bodies.push(body);
    at += body.length;
  }
  const directory = concatBytes(...records);
  const comment = encodeUtf8(ending.comment ?? '');
  const count = ending.count ?? entries.length;
  return concatBytes(
    ...bodies,
    directory,
    numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [directory.length, 4]),
    numbers([ending.start ?? at, 4], [comment.length, 2]),
    comment,
  );
}

let world: TestWorld;
let feed: FeedFiles;
/** The feed's entries, with roots 2 and 3. */
let entries: readonly Entry[];
beforeAll(async () => {
  world = await makeTestWorld();
  for (const at of [madeAt + 1, madeAt + 2]) await rotateRole(world.directory, 'lists', null, at);
  const { readFeed } = await import('../../src/issuer/feed-folder.ts');
  feed = unwrap(await readFeed(`${world.directory}/feed`));
  entries = [
    { name: 'manifest.jwt', bytes: encodeUtf8(feed.manifest) },
    ...[world.firstRoot, ...feed.roots].map((text, index) => ({
      name: `root/${index + 1}.json`,
      bytes: encodeUtf8(text),
    })),
    ...[...feed.files].map(([name, text]) => ({ name, bytes: encodeUtf8(text) })),
  ];
});
afterAll(() => world.remove());

const unpackEntries = (
  change: (entry: Entry) => Entry | null,
  ...more: readonly Entry[]
): Result<FeedFiles, FeedFailure> => {
  const changed = entries.map(change).filter((entry) => entry !== null);
  return unpackBundle(makeZip([...changed, ...more]));
};
const same = (entry: Entry): Entry => entry;
const isStatus = ({ name }: Entry): boolean => name.startsWith('status/');
const text = (content: string): Uint8Array => encodeUtf8(content);

describe('a bundle', () => {
  it('gives back the feed that was packed, and it opens', async () => {
    const unpacked = unwrap(unpackBundle(packBundle(feed)));
    expect(unpacked).toEqual(feed);
    expect(feed.roots.length).toBe(2);
    expect(outcome(await openGeneration(world.firstRoot, unpacked))).toBe('ok');
  });

  it('is the same bytes for the same feed, in whatever order, zone and year', () => {
    const one = packBundle(feed);
    const files = new Map([...feed.files].reverse());
    const roots = [...feed.roots].reverse();
    expect(packBundle({ ...feed, files, roots })).toEqual(one);
    // APPNOTE §4.4.6: 1 January 1980, midnight, the first time that a zip can tell.
    expect(one.subarray(10, 14)).toEqual(Uint8Array.of(0, 0, 0x21, 0));
  });

  it('leaves root 1 out, and takes a row of roots that begins later', () => {
    const packed = packBundle({ ...feed, roots: [world.firstRoot, ...feed.roots] });
    expect(unwrap(unpackBundle(packed)).roots).toEqual(feed.roots);
    const later = unpackEntries((entry) => (/root\/[12]/.test(entry.name) ? null : entry));
    expect(unwrap(later).roots).toEqual(feed.roots.slice(1));
  });

  it('may be stored, deflated, streamed, in a folder, with a comment', () => {
    const forms: readonly ((entry: Entry) => Entry)[] = [
      same,
      (entry) => ({ ...entry, stored: true }),
      (entry) => ({ ...entry, streamed: true, flags: 0x0808 }),
      (entry) => ({ ...entry, name: `feed/${entry.name}` }),
      (entry) => ({ ...entry, name: `srv/.data/feed/${entry.name}` }),
    ];
    for (const form of forms) expect(unwrap(unpackEntries(form))).toEqual(feed);
    expect(unwrap(unpackBundle(makeZip(entries, { comment: 'PK okaz' })))).toEqual(feed);
  });

  it('may hold what the feed does not know, and nothing of it is read', () => {
    const bomb = { bytes: new Uint8Array(9), size: 0xfffffffe };
    const more = ['manifest.jwt.br', 'manifest.jwt.gz', '.DS_Store', 'root/', 'world.json']
      .concat(`status/${'0'.repeat(64)}.jwt`, 'root/01.json', 'root/x.json')
      .map((name) => ({ name, ...bomb }));
    expect(unwrap(unpackEntries(same, ...more))).toEqual(feed);
  });
});

describe('a hostile bundle', () => {
  it('is refused for names that stand twice or point elsewhere, and for two feeds', () => {
    const [twice] = entries.filter(isStatus) as [Entry];
    const names = ['../manifest', 'a/../b', '/etc/passwd', 'status\\x.jwt', 'C:x', 'x\0y'];
    for (const more of [twice, ...names.map((name) => ({ name, bytes: text('x') }))])
      expect(outcome(unpackEntries(same, more)), more.name).toBe('feed-malformed');
    const second = { name: 'other/manifest.jwt', bytes: text(feed.manifest) };
    expect(outcome(unpackEntries(same, second))).toBe('feed-malformed');
  });

  it('is refused where a file is missing, or a root between two', () => {
    const without = (pattern: RegExp): string =>
      outcome(unpackEntries((entry) => (pattern.test(entry.name) ? null : entry)));
    expect(without(/^status/)).toBe('feed-truncated');
    expect(without(/^manifest/)).toBe('feed-malformed');
    expect(without(/^root\/2/)).toBe('feed-malformed');
  });

  it('is refused where a root stands in another one’s place', () => {
    const swapped: Record<string, string> = {
      'root/2.json': 'root/3.json',
      'root/3.json': 'root/2.json',
    };
    const unpacked = unpackEntries((entry) => ({
      ...entry,
      name: swapped[entry.name] ?? entry.name,
    }));
    expect(outcome(unpacked)).toBe('feed-malformed');
  });

  it('is refused above the cap of each kind, and for a size that it does not have', () => {
    const grown = (pattern: RegExp, length: number): string =>
      outcome(
        unpackEntries((entry) =>
          pattern.test(entry.name) ? { ...entry, bytes: new Uint8Array(length) } : entry,
        ),
      );
    expect(grown(/^root\/2/, caps.root + 1)).toBe('feed-too-large');
    expect(grown(/^manifest/, caps.manifest + 1)).toBe('feed-too-large');
    expect(grown(/^status/, caps.file + 1)).toBe('feed-too-large');
    for (const stored of [true, false])
      for (const by of [1, -1]) {
        const lying = unpackEntries((entry) =>
          isStatus(entry) ? { ...entry, stored, size: entry.bytes.length + by } : entry,
        );
        expect(outcome(lying), `${stored} ${by}`).toBe('feed-malformed');
      }
  });

  it('is never inflated past what one feed may hold, however many bombs it has', async () => {
    const { signCompactJws } = await import('../../src/base/sign-jws.ts');
    const hash = (index: number): string => index.toString(16).padStart(64, '0');
    const count = 9;
    const bombs = Array.from({ length: count }, (_, index) => hash(index));
    const pins = bombs.map((sha256) => ({
      path: `status/${sha256}.jwt`,
      sha256,
      length: 1,
      kind: 'status',
    }));
    const { key } = await world.key('manifest');
    const manifest = await signCompactJws(
      { typ: 'x' },
      { version: 1, iat: 1, exp: 2, ttl: 1, files: pins },
      key,
    );
    const zip = makeZip([
      { name: 'manifest.jwt', bytes: text(manifest) },
      ...pins.map(({ path }) => ({ name: path, bytes: new Uint8Array(caps.file) })),
    ]);
    expect(count * caps.file).toBeGreaterThan(caps.feed + caps.manifest);
    expect(outcome(unpackBundle(zip))).toBe('feed-too-large');
  });

  it('is refused for encryption, other methods, zip64 and names that differ', () => {
    const forms: Readonly<Record<string, (entry: Entry) => Entry>> = {
      encrypted: (entry) => ({ ...entry, flags: 1 }),
      masked: (entry) => ({ ...entry, flags: 0x2000 }),
      bzip2: (entry) => ({ ...entry, method: 12 }),
      zip64: (entry) => ({ ...entry, size: 0xffffffff }),
      renamed: (entry) => ({ ...entry, localName: `x${entry.name}` }),
    };
    for (const [name, form] of Object.entries(forms))
      expect(outcome(unpackEntries(form)), name).toBe('feed-malformed');
    for (const ending of [{ count: 0xffff }, { start: 0xffffffff }, { start: 1 }, { count: 2 }])
      expect(outcome(unpackBundle(makeZip(entries, ending)))).toBe('feed-malformed');
  });

  it('is refused where a text is not UTF-8', () => {
    const unpacked = unpackEntries((entry) =>
      isStatus(entry) ? { ...entry, bytes: Uint8Array.of(0xc3, 0x28) } : entry,
    );
    expect(outcome(unpacked)).toBe('feed-malformed');
  });

  it('is named truncated where it was cut, and malformed where it is no zip', () => {
    const zip = packBundle(feed);
    for (const length of [100, zip.length >> 1, zip.length - 30, zip.length - 1])
      expect(outcome(unpackBundle(zip.subarray(0, length))), `${length}`).toBe('feed-truncated');
    for (const bytes of [new Uint8Array(), text('PK'), text('<html>'.repeat(99)), zip.subarray(1)])
      expect(outcome(unpackBundle(bytes))).toBe('feed-malformed');
  });

  it('is too large before it is read', () => {
    expect(outcome(unpackBundle(new Uint8Array(mostBundleBytes + 1)))).toBe('feed-too-large');
    const empty = { name: '', bytes: new Uint8Array() };
    const many = Array.from({ length: 20_000 }, (_, index) => ({ ...empty, name: `${index}` }));
    expect(outcome(unpackBundle(makeZip(many)))).toBe('feed-too-large');
  });

  it('gives a feed that opens or a named failure, whichever byte is altered', async () => {
    const zip = packBundle(feed);
    const failures = new Set<string>();
    for (let at = 0; at < zip.length; at += 97) {
      const altered = Uint8Array.from(zip);
      altered[at] = (altered[at] ?? 0) ^ 0x41;
      const unpacked = unpackBundle(altered);
      if (!unpacked.ok) {
        failures.add(unpacked.failure);
        continue;
      }
      const opened = await openGeneration(world.firstRoot, unpacked.value);
      if (opened.ok) expect(unpacked.value.files).toEqual(feed.files);
      else failures.add(opened.failure);
    }
    for (const failure of failures) expect(failure).toMatch(/^feed-/);
  });
});
