/** PROTOCOL §5: publishing signs only what changed, numbers grow, the manifest comes last. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  return publishFeed(world.directory, at);
}

describe('publishing', () => {
  it('signs only the manifest anew where nothing changed', async () => {
    const before = await loadWorld(world.directory);
    const after = await publishFeed(world.directory, madeAt + 3600);
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

  it('signs a list anew once half its life is over', async () => {
    const half = lives.status.exp / 2;
    const before = await publishFeed(world.directory, madeAt + half - 1);
    expect(before.signed[uri]?.iat).toBe(madeAt);
    const after = await publishFeed(world.directory, madeAt + half);
    expect(after.signed[uri]).toMatchObject({ iat: madeAt + half, number: 2 });
    expect(after.signed['trust-list']?.iat).toBe(madeAt);
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
  const failureOf = async (directory: string): Promise<string> => {
    try {
      await loadWorld(directory);
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
