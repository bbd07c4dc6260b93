/** PROTOCOL §5: a generation is one manifest with exactly the files that it pins, each well signed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { generateKey } from '../../src/issuer/keys.ts';
import { type FeedFiles, openGeneration } from '../../src/trust/generation.ts';
import { caps, readManifest } from '../../src/trust/manifest.ts';
import { statusListKey } from '../../src/trust/status-list.ts';
import {
  alterFeed,
  copyJson,
  type FeedChanges,
  type FileChange,
  payloadOf,
} from '../fixtures/altered-feed.ts';
import { madeAt, makeTestWorld, outcome, type TestWorld, unwrap } from '../fixtures/test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeTestWorld();
});
afterAll(() => world.remove());

const open = async (feed: FeedFiles): Promise<string> =>
  outcome(await openGeneration(world.firstRoot, feed));
const openAltered = async (changes: FeedChanges): Promise<string> =>
  open(await alterFeed(world, changes));

/** The path of the first file of a kind. */
const pathOf = (feed: FeedFiles, kind: string): string =>
  [...feed.files.keys()].find((path) => path.startsWith(`${kind}/`)) ?? '';

/** A feed with one file's text altered, its pin left as it was. */
async function withText(kind: string, alter: (text: string) => string): Promise<FeedFiles> {
  const feed = await world.feed();
  const path = pathOf(feed, kind);
  return { ...feed, files: new Map(feed.files).set(path, alter(feed.files.get(path) ?? '')) };
}

const pins = (payload: JsonObject): Record<string, unknown>[] =>
  structuredClone(JSON.parse(JSON.stringify(payload.files)));

describe('a published feed', () => {
  it('opens', async () => {
    const generation = await world.open();
    expect(generation.manifest).toMatchObject({ version: 1, iat: madeAt, ttl: 86_400 });
    expect(generation.root.specimen).toBe(true);
    expect(generation.trustList.issuers.size).toBe(2);
    expect(generation.statusLists.size).toBe(2);
    expect(generation.policies.policies.map(({ id }) => id)).toContain('rail-student-51');
  });

  it('opens again after it was signed anew', async () => {
    expect(await openAltered({ trustList: {}, policies: {}, status: {}, manifest: {} })).toBe('ok');
  });
});

describe('a pinned file', () => {
  it('is whole', async () => {
    expect(await open(await withText('policies', (text) => text.slice(0, -1)))).toBe(
      'feed-truncated',
    );
  });

  it('has nothing behind it', async () => {
    expect(await open(await withText('status', (text) => `${text}\n`))).toBe('feed-too-large');
  });

  it('has the pinned hash', async () => {
    const swap = (text: string): string => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;
    expect(await open(await withText('trust-list', swap))).toBe('feed-malformed');
  });

  it('is there', async () => {
    const feed = await world.feed();
    const files = new Map(feed.files);
    files.delete(pathOf(feed, 'status'));
    expect(await open({ ...feed, files })).toBe('feed-truncated');
  });

  it('comes from the same generation', async () => {
    const feed = await world.feed();
    const other = await alterFeed(world, {
      policies: { payload: (payload) => ({ ...payload, version: 9 }) },
    });
    expect(await open({ ...feed, files: other.files })).toBe('feed-truncated');
  });
});

describe('every signed file', () => {
  const kinds = ['trustList', 'policies', 'manifest'] as const;
  for (const kind of kinds) {
    it(`has its typ to the letter: ${kind}`, async () => {
      for (const typ of ['JWT', 'mleg-root+jws', 'STATUSLIST+JWT'])
        expect(await openAltered({ [kind]: { typ } })).toBe('feed-wrong-type');
    });

    it(`is signed by its role’s key: ${kind}`, async () => {
      const signer = { kid: 'x', key: await generateKey() };
      expect(await openAltered({ [kind]: { signer } })).toBe('feed-bad-signature');
    });

    it(`names a key of its role: ${kind}`, async () => {
      for (const kid of ['root-1', 'enrolment', 'okaz-a1', 'nobody'])
        expect(await openAltered({ [kind]: { kid, signer: await world.key('lists') } })).toBe(
          'feed-bad-signature',
        );
    });

    it(`is malformed where its payload does not fit: ${kind}`, async () => {
      expect(await openAltered({ [kind]: { payload: () => ({}) } })).toBe('feed-malformed');
    });
  }

  it('is signed by no other role', async () => {
    const lists = await world.key('lists');
    const manifest = await world.key('manifest');
    expect(await openAltered({ manifest: { kid: 'lists', signer: lists } })).toBe(
      'feed-bad-signature',
    );
    expect(await openAltered({ policies: { kid: 'manifest', signer: manifest } })).toBe(
      'feed-bad-signature',
    );
  });

  it('is a JWS', async () => {
    const feed = await world.feed();
    for (const manifest of ['', 'a.b.c', '<html></html>', feed.manifest.slice(0, 50)])
      expect(await open({ ...feed, manifest })).toBe('feed-malformed');
  });

  it('is not vouched for by another root', async () => {
    const other = await makeTestWorld();
    expect(outcome(await openGeneration(other.firstRoot, await world.feed()))).toBe(
      'feed-bad-signature',
    );
    await other.remove();
  });
});

describe('a manifest', () => {
  const entry = (change: object) => (payload: JsonObject) => ({
    ...payload,
    files: pins(payload).map((pin, at) => (at === 0 ? { ...pin, ...change } : pin)),
  });
  const hash = 'a'.repeat(64);
  const unfit: Record<string, (payload: JsonObject) => object> = {
    'a path of another folder': entry({ path: `other/${hash}.jwt`, sha256: hash }),
    'a path that climbs': entry({ path: `trust-list/../${hash}.jwt`, sha256: hash }),
    'a path that is not the hash': entry({ path: `trust-list/${hash}.jwt` }),
    'a hash in capitals': entry({
      path: `trust-list/${hash.toUpperCase()}.jwt`,
      sha256: hash.toUpperCase(),
    }),
    'an unknown kind': entry({ kind: 'root' }),
    'a kind that its path does not say': entry({ kind: 'policies' }),
    'a length above the cap': entry({ length: caps.file + 1 }),
    'a negative length': entry({ length: -1 }),
    'one file twice': (payload) => ({ ...payload, files: [...pins(payload), pins(payload)[0]] }),
    'no version': (payload) => ({ ...payload, version: undefined }),
    'a time that is text': (payload) => ({ ...payload, iat: '1' }),
    'files that are no list': (payload) => ({ ...payload, files: {} }),
    'no trust list': (payload) => ({ ...payload, files: pins(payload).slice(1) }),
    'no policies': (payload) => ({
      ...payload,
      files: pins(payload).filter(({ kind }) => kind !== 'policies'),
    }),
  };
  for (const [what, payload] of Object.entries(unfit))
    it(`is malformed with ${what}`, async () => {
      expect(await openAltered({ manifest: { payload } })).toBe('feed-malformed');
    });

  it('pins at most 4,096 files', async () => {
    const payload = payloadOf((await world.feed()).manifest);
    const file = (index: number): object => {
      const sha256 = index.toString(16).padStart(64, '0');
      return { path: `status/${sha256}.jwt`, sha256, length: 1, kind: 'status' };
    };
    const many = (count: number): JsonObject =>
      ({ ...payload, files: Array.from({ length: count }, (_, at) => file(at)) }) as JsonObject;
    expect(readManifest(many(caps.files))?.files.length).toBe(4096);
    expect(readManifest(many(caps.files + 1))).toBeNull();
  });

  it('may leave out a status list', async () => {
    const feed = await alterFeed(world, {
      manifest: {
        payload: (payload) => ({
          ...payload,
          files: pins(payload).filter(({ kind }) => kind !== 'status'),
        }),
      },
    });
    expect(unwrap(await openGeneration(world.firstRoot, feed)).statusLists.size).toBe(0);
  });
});

describe('no file is newer than its manifest', () => {
  const late = madeAt + 3601;

  it('by more than an hour: policies', async () => {
    const at = (iat: number) => ({ payload: (old: JsonObject) => ({ ...old, iat }) });
    expect(await openAltered({ policies: at(late) })).toBe('feed-malformed');
    expect(await openAltered({ policies: at(late - 1) })).toBe('ok');
  });

  it('by more than an hour: the trust list', async () => {
    const payload = (old: JsonObject): object => {
      const list = copyJson<{ LoTE: { ListAndSchemeInformation: Record<string, unknown> } }>(old);
      const information = list.LoTE.ListAndSchemeInformation;
      information.ListIssueDateTime = new Date(late * 1000).toISOString();
      return list;
    };
    expect(await openAltered({ trustList: { payload } })).toBe('feed-malformed');
  });
});

describe('a status list that does not hold', () => {
  const iss = 'https://legitymacje.akademia-okazowa.example';
  const second = 'https://legitymacje.politechnika-wzorcowa.example';
  const own = statusListKey(iss, `${iss}/status/1`);
  const seconds = statusListKey(second, `${second}/status/1`);

  const keysAfter = async (status: FileChange): Promise<readonly string[]> => {
    const feed = await alterFeed(world, { status });
    const { statusLists } = unwrap(await openGeneration(world.firstRoot, feed));
    return [...statusLists.keys()].sort();
  };

  const changes: Record<string, () => Promise<FileChange>> = {
    'another typ': async () => ({ typ: 'JWT' }),
    'a typ in other case': async () => ({ typ: 'STATUSLIST+JWT' }),
    'another’s signature': async () => ({ signer: { kid: 'x', key: await generateKey() } }),
    'an issuance key under its own name': async () => ({
      kid: 'okaz-a1',
      signer: await world.key('okaz-a1'),
    }),
    'an issuance key under the status key’s name': async () => ({
      signer: await world.key('okaz-a1'),
    }),
    'a key of the root': async () => ({ kid: 'lists', signer: await world.key('lists') }),
    'an unfit payload': async () => ({ payload: () => ({}) }),
    'a time past its manifest’s': async () => ({
      payload: (old) => ({ ...old, iat: madeAt + 3601 }),
    }),
  };
  for (const [what, change] of Object.entries(changes))
    it(`is left out alone: ${what}`, async () => {
      expect(await keysAfter(await change())).toEqual([seconds]);
    });

  it('is there while it holds', async () => {
    expect(await keysAfter({})).toEqual([own, seconds]);
  });

  it('counts for the issuer whose service signed it, and never for another’s uri', async () => {
    const payload = (old: JsonObject): object => ({ ...old, sub: `${second}/status/1` });
    expect(await keysAfter({ payload })).toEqual([
      statusListKey(iss, `${second}/status/1`),
      seconds,
    ]);
    const signer = await world.key('okaz-b1-status');
    expect(await keysAfter({ kid: signer.kid, signer })).toEqual([
      statusListKey(second, `${iss}/status/1`),
      seconds,
    ]);
  });
});
