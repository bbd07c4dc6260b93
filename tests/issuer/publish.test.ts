/** PROTOCOL §5: publishing signs only what changed, numbers grow, the manifest comes last. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWorld } from '../../src/issuer/check-world.ts';
import { publicHalf } from '../../src/issuer/keys.ts';
import { lives } from '../../src/issuer/lists.ts';
import { publishFeed } from '../../src/issuer/publish.ts';
import { loadWorld, saveWorld, type World, WorldError } from '../../src/issuer/world-state.ts';
import { statusAt } from '../../src/trust/status-list.ts';
import { payloadOf } from '../fixtures/altered-feed.ts';
import { madeAt, makeTestWorld, type TestWorld } from '../fixtures/test-world.ts';

const uri = 'https://legitymacje.akademia-okazowa.example/status/1';
const otherUri = 'https://legitymacje.politechnika-wzorcowa.example/status/1';

let world: TestWorld;
beforeEach(async () => {
  world = await makeTestWorld();
});
afterEach(() => world.remove());

/** Gives a card another status and publishes at an instant (seconds since 1970). */
async function setStatus(status: 'valid' | 'revoked' | 'suspended', at: number): Promise<World> {
  const state = await loadWorld(world.directory);
  const cards = state.cards.map((card) => (card.id === 'valid' ? { ...card, status } : card));
  await saveWorld(world.directory, { ...state, cards });
  return (await publishFeed(world.directory, at)).world;
}

describe('publishing', () => {
  it('signs only the manifest anew where nothing changed', async () => {
    const before = await loadWorld(world.directory);
    const { world: after } = await publishFeed(world.directory, madeAt + 3600);
    expect(after.signed).toEqual(before.signed);
    expect(after.manifestVersion).toBe(before.manifestVersion + 1);
    expect(payloadOf((await world.feed()).manifest)).toMatchObject({
      version: 2,
      iat: madeAt + 3600,
      exp: madeAt + 3600 + lives.manifest.exp,
    });
  });

  it('signs only the status list whose contents changed', async () => {
    const before = await loadWorld(world.directory);
    const after = await setStatus('revoked', madeAt + 3600);
    for (const name of ['trust-list', 'policies', otherUri])
      expect(after.signed[name]).toEqual(before.signed[name]);
    expect(after.signed[uri]?.path).not.toBe(before.signed[uri]?.path);
    expect(after.signed[uri]).toMatchObject({ number: 2, iat: madeAt + 3600 });
  });

  it('gives a status list the new status of the card, and of no other', async () => {
    const { cards } = await setStatus('revoked', madeAt + 3600);
    const list = (await world.open()).statusLists.get(uri);
    for (const { id, idx, uri: own, status } of cards)
      if (list && own === uri) expect(statusAt(list, idx), id).toBe(status);
    expect(cards.filter(({ status }) => status === 'revoked').length).toBe(2);
  });

  it('never gives two contents one time, though the clock stands still or goes back', async () => {
    const times = [madeAt];
    for (const [status, at] of [
      ['revoked', madeAt],
      ['suspended', madeAt],
      ['valid', madeAt - 1000],
    ] as const)
      times.push((await setStatus(status, at)).signed[uri]?.iat ?? 0);
    expect(times).toEqual([madeAt, madeAt + 1, madeAt + 2, madeAt + 3]);
  });

  it('signs a list anew within half its life, and again half a life later', async () => {
    const half = lives.status.exp / 2;
    const first = await publishFeed(world.directory, madeAt + half);
    expect(first.signed).toEqual([uri, otherUri]);
    expect(first.kept).toEqual(['trust-list', 'policies']);
    const second = await publishFeed(world.directory, madeAt + 2 * half);
    expect(second.world.signed[uri]).toMatchObject({ iat: madeAt + 2 * half, number: 3 });
    expect(second.world.signed['trust-list']?.iat).toBe(madeAt);
  });

  it('signs trust list and policies anew once half their life is over', async () => {
    const half = lives.lists.exp / 2;
    const before = await publishFeed(world.directory, madeAt + half - 1);
    expect(before.kept).toEqual(['trust-list', 'policies']);
    const after = await publishFeed(world.directory, madeAt + half);
    expect(after.signed.slice(0, 2)).toEqual(['trust-list', 'policies']);
  });

  it('lets lists that were signed on one day come due on different ones, each once', async () => {
    const uris = Array.from({ length: 40 }, (_, index) => `https://okaz.example/status/${index}`);
    const [issuer] = (await loadWorld(world.directory)).issuers;
    if (!issuer) throw new Error('no issuer');
    // One issuer for each list, all with the keys of the first.
    const issuers = uris.map((statusUri, index) => ({
      ...issuer,
      iss: `https://okaz.example/${index}`,
      statusUri,
    }));
    await publishFeed(world.directory, madeAt, { change: (state) => ({ ...state, issuers }) });
    const perDay: number[] = [];
    const due: string[] = [];
    for (let day = 1; day <= 7; day++) {
      const { signed } = await publishFeed(world.directory, madeAt + day * 86_400);
      perDay.push(signed.length);
      due.push(...signed);
    }
    expect(due.sort()).toEqual(uris.sort());
    expect(Math.max(...perDay)).toBeLessThan(uris.length / 3);
  });

  it('signs every file anew where all are asked for', async () => {
    const { signed, kept } = await publishFeed(world.directory, madeAt + 1, { all: true });
    expect(signed).toEqual(['trust-list', 'policies', uri, otherUri]);
    expect(kept).toEqual([]);
    expect((await world.open()).trustList.sequenceNumber).toBe(2);
  });

  it('tells what it published, and what that weighs', async () => {
    const { manifest, bytes } = await publishFeed(world.directory, madeAt + 60);
    expect(manifest).toEqual({
      version: 2,
      iat: madeAt + 60,
      exp: madeAt + 60 + lives.manifest.exp,
    });
    const feed = await world.feed();
    const texts = [feed.manifest, ...feed.files.values()];
    expect(bytes.raw).toBe(texts.join('').length);
    expect(bytes.brotli).toBeLessThan(bytes.raw * 0.75);
  });

  it('leaves out a number after a crash before the manifest, and never gives one twice', async () => {
    const manifest = path.join(world.directory, 'feed', 'manifest.jwt.new');
    await mkdir(manifest);
    await expect(publishFeed(world.directory, madeAt + 1)).rejects.toThrow();
    await rm(manifest, { recursive: true });
    expect((await publishFeed(world.directory, madeAt + 2)).manifest.version).toBe(3);
  });

  it('gives a feed that opens, whatever was published', async () => {
    await setStatus('revoked', madeAt + 10);
    await publishFeed(world.directory, madeAt + lives.lists.exp);
    const generation = await world.open();
    expect(generation.manifest.version).toBe(3);
    expect(generation.trustList.sequenceNumber).toBe(2);
    expect(generation.policies.version).toBe(2);
  });

  it('keeps the files of the generation before, and no older ones', async () => {
    const list = async (): Promise<string[]> =>
      (await readdir(path.join(world.directory, 'feed', 'status'))).filter((name) =>
        name.endsWith('.jwt'),
      );
    await setStatus('revoked', madeAt + 1);
    expect((await list()).length).toBe(3);
    await setStatus('valid', madeAt + 2);
    await setStatus('suspended', madeAt + 3);
    expect((await list()).length).toBe(3);
  });

  it('writes each file with copies that decompress to it, and leaves no half file', async () => {
    const feed = path.join(world.directory, 'feed');
    const names = (await readdir(feed, { recursive: true })).filter((name) =>
      /\.(?:jwt|json)$/.test(name),
    );
    expect(names.length).toBe(6);
    for (const name of names) {
      const file = path.join(feed, name);
      const plain = await readFile(file);
      expect(brotliDecompressSync(await readFile(`${file}.br`)).equals(plain)).toBe(true);
      expect(gunzipSync(await readFile(`${file}.gz`)).equals(plain)).toBe(true);
    }
    expect((await readdir(feed, { recursive: true })).filter((name) => /new$/.test(name))).toEqual(
      [],
    );
  });

  it('writes the manifest after every file that it pins', async () => {
    await setStatus('revoked', madeAt + 1);
    const feed = path.join(world.directory, 'feed');
    const changed = async (name: string): Promise<number> =>
      (await stat(path.join(feed, name))).mtimeMs;
    const manifest = await changed('manifest.jwt');
    for (const name of (await world.feed()).files.keys())
      expect(await changed(name)).toBeLessThanOrEqual(manifest);
  });

  it('leaves the old manifest in place where a file cannot be signed', async () => {
    const { manifest } = await world.feed();
    const state = await loadWorld(world.directory);
    const [issuer, ...others] = state.issuers;
    if (!issuer) throw new Error('no issuer');
    const broken = { ...issuer, statusKid: 'no-such-key' };
    await saveWorld(world.directory, { ...state, issuers: [broken, ...others] });
    await expect(publishFeed(world.directory, madeAt + 9)).rejects.toThrow();
    expect(await readFile(path.join(world.directory, 'feed', 'manifest.jwt'), 'utf8')).toBe(
      manifest,
    );
  });
});

describe('a world', () => {
  const failureOf = async (
    directory: string,
    look: (directory: string) => Promise<unknown> = loadWorld,
  ): Promise<string> => {
    try {
      await look(directory);
      return 'ok';
    } catch (error) {
      if (error instanceof WorldError) return error.failure;
      throw error;
    }
  };

  it('is missing where there is none', async () => {
    const empty = path.join(world.directory, 'empty');
    expect(await failureOf(empty)).toBe('world-missing');
    await mkdir(empty);
    expect(await failureOf(empty)).toBe('world-missing');
  });

  it('is damaged where its state is cut, empty or of another form', async () => {
    const file = path.join(world.directory, 'world.json');
    const text = await readFile(file, 'utf8');
    const others = ['{}', 'null', '[]', '{"format":2,"cards":[],"issuers":[]}', '{"format":1}'];
    for (const damaged of ['', text.slice(0, -10), ...others]) {
      await writeFile(file, damaged);
      expect(await failureOf(world.directory), damaged.slice(0, 40)).toBe('world-damaged');
    }
  });

  it('is damaged where what was signed is missing from its state', async () => {
    const file = path.join(world.directory, 'world.json');
    const { signed, ...rest } = JSON.parse(await readFile(file, 'utf8'));
    expect(signed).toBeDefined();
    await writeFile(file, JSON.stringify(rest));
    expect(await failureOf(world.directory)).toBe('world-damaged');
  });

  it('is damaged where an issuer’s keys are not as they should be', async () => {
    const state = await loadWorld(world.directory);
    const key = publicHalf((await world.key('okaz-a1')).key);
    const former = { service: 'issuance', kid: 'a', key, from: 1, until: 2, withdrawn: false };
    const saveIssuer = (more: object): Promise<void> =>
      writeFile(
        path.join(world.directory, 'world.json'),
        JSON.stringify({ ...state, issuers: [{ ...state.issuers[0], ...more }] }),
      );
    await saveIssuer({ formerKeys: [former] });
    expect(await failureOf(world.directory)).toBe('ok');
    const broken = [
      { until: null },
      { service: 'root' },
      { kid: 7 },
      { key: { ...key, x: 'AA' } },
      { withdrawn: 'no' },
    ].map((change) => ({ formerKeys: [{ ...former, ...change }] }));
    for (const more of [...broken, { issuanceKid: 1 }, { keysFrom: { status: '1' } }]) {
      await saveIssuer(more);
      expect(await failureOf(world.directory), JSON.stringify(more)).toBe('world-damaged');
    }
  });

  it('is whole without its root keys, and damaged without a key or file that it needs', async () => {
    const { directory } = world;
    for (const kid of ['root-1', 'root-2', 'root-3', 'enrolment'])
      await rm(path.join(directory, 'keys', `${kid}.json`));
    expect(await failureOf(directory, checkWorld)).toBe('ok');
    const { signed } = await loadWorld(directory);
    for (const file of [
      ...['manifest', 'lists', 'okaz-a1', 'okaz-b1-status'].map((kid) => `keys/${kid}.json`),
      ...['holders/valid.json', 'feed/root/1.json', `feed/${signed[uri]?.path}`],
    ]) {
      const text = await readFile(path.join(directory, file));
      await rm(path.join(directory, file));
      expect(await failureOf(directory, checkWorld), file).toBe('world-damaged');
      await writeFile(path.join(directory, file), text);
    }
  });

  it('keeps private keys and holders’ cards for their owner', async () => {
    for (const folder of ['keys', 'holders']) {
      const names = await readdir(path.join(world.directory, folder));
      for (const name of names.filter((known) => known !== 'index.json')) {
        const { mode } = await stat(path.join(world.directory, folder, name));
        expect(mode & 0o077, name).toBe(0);
      }
    }
  });

  it('publishes no private key', async () => {
    const { manifest, files } = await world.feed();
    for (const text of [manifest, ...files.values()])
      expect(JSON.stringify(payloadOf(text))).not.toContain('"d":');
    const root = JSON.parse(world.firstRoot) as { payload: string };
    expect(Buffer.from(root.payload, 'base64url').toString()).not.toContain('"d":');
  });
});
