/** `feed …` as operators call it: one line of JSON, a named failure, and no rollback through a stick. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedCommand } from '../../src/cli/feed-commands.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { verifyCommand } from '../../src/cli/verify-command.ts';
import { statusCommand } from '../../src/cli/world-commands.ts';
import { writeFeed } from '../../src/issuer/feed-folder.ts';
import { loadWorld, saveWorld, WorldError } from '../../src/issuer/world-state.ts';
import { alterFeed } from '../fixtures/altered-feed.ts';
import { madeAt, makeTestWorld, showCode, type TestWorld } from '../fixtures/test-world.ts';

const iss = 'https://legitymacje.akademia-okazowa.example';

let made: TestWorld;
let scratch: string;
/** A fresh copy of the world for each test. */
let directory: string;
let root: string;
let count = 0;
beforeAll(async () => {
  made = await makeTestWorld();
  scratch = await mkdtemp(path.join(tmpdir(), 'mleg-test-'));
});
afterAll(async () => {
  await made?.remove();
  await rm(scratch, { recursive: true });
});
beforeEach(async () => {
  directory = path.join(scratch, `world-${++count}`);
  await cp(made.directory, directory, { recursive: true });
  root = path.join(scratch, 'root.json');
  await writeFile(root, made.firstRoot);
});

const at = (seconds: number): readonly string[] => [
  '--at',
  new Date((madeAt + seconds) * 1000).toISOString(),
];
const feed = async (
  ...args: readonly string[]
): Promise<{ code: number; text: string; err: string }> => {
  const { lines, failures, exitCode } = await feedCommand(args);
  return { code: exitCode, text: lines.join('\n'), err: failures.join('\n') };
};
const folder = (): string => path.join(directory, 'feed');
const inScratch = (name: string): string => path.join(scratch, `${name}-${count}`);

/** Exports the feed as it is `seconds` after the world was made. */
const exportAt = async (seconds: number): Promise<string> => {
  const zip = `${inScratch('feed')}-${seconds}.zip`;
  expect((await feed('export', folder(), zip, ...at(seconds))).code).toBe(0);
  return zip;
};
const importTo = (
  target: string,
  zip: string,
  seconds: number,
): Promise<{ code: number; text: string; err: string }> =>
  feed('import', zip, target, '--root', root, ...at(seconds));

describe('feed build and re-sign', () => {
  it('print what was published, as one line of JSON', async () => {
    const { code, text } = await feed('build', directory, ...at(60));
    expect([code, text.includes('\n')]).toEqual([0, false]);
    expect(JSON.parse(text)).toEqual({
      manifest: { version: 2, iat: '2026-11-23T12:01:00Z', exp: '2026-11-30T12:01:00Z' },
      signed: [],
      kept: ['trust-list', 'policies', `${iss}/status/1`, expect.stringContaining('wzorcowa')],
      bytes: { raw: expect.any(Number), brotli: expect.any(Number) },
    });
  });

  it('sign everything with --all, which build does not have', async () => {
    const { text } = await feed('re-sign', directory, '--all', ...at(60));
    expect(JSON.parse(text).kept).toEqual([]);
    await expect(feed('build', directory, '--all')).rejects.toThrow(UsageError);
  });

  it('refuse what is no world', async () => {
    await expect(feed('build', scratch)).rejects.toThrow(WorldError);
    await expect(feed('build')).rejects.toThrow(UsageError);
    await expect(feed('publish', directory)).rejects.toThrow(UsageError);
  });
});

describe('feed rotate', () => {
  it('prints the old and the new name, and the feed holds', async () => {
    const lists = await feed('rotate', directory, '--role', 'lists', ...at(1));
    expect(JSON.parse(lists.text)).toMatchObject({ before: 'lists', now: 'lists-2' });
    const args = ['--issuer', iss, '--service', 'issuance', '--withdraw'];
    const key = await feed('rotate', directory, ...args, ...at(2));
    expect(JSON.parse(key.text)).toMatchObject({ before: 'okaz-a1', now: 'okaz-a1-2' });
    expect((await feed('inspect', folder(), '--root', root, ...at(3))).code).toBe(0);
  });

  it('refuses to guess what is meant', async () => {
    const issuer = ['--issuer', iss];
    for (const args of [
      [],
      ['--role', 'king'],
      ['--role', 'root'],
      ['--role', 'lists', '--key', 'manifest'],
      ['--role', 'lists', '--key', ''],
      ['--role', 'lists', '--withdraw'],
      ['--role', 'lists', ...issuer, '--service', 'status'],
      [...issuer],
      [...issuer, '--service', 'cards'],
      ['--issuer', 'https://nobody.example', '--service', 'status'],
    ])
      await expect(feed('rotate', directory, ...args), args.join(' ')).rejects.toThrow(UsageError);
    expect((await loadWorld(directory)).manifestVersion).toBe(1);
  });
});

describe('feed inspect', () => {
  const inspect = async (source: string, seconds: number, ...more: string[]): Promise<unknown> =>
    JSON.parse((await feed('inspect', source, '--json', ...more, ...at(seconds))).text);

  it('tells what a folder or a bundle holds, and from when it ages', async () => {
    await feed('rotate', directory, '--role', 'root', '--key', 'root-1', ...at(1));
    const zip = await exportAt(2);
    for (const source of [folder(), zip])
      expect(await inspect(source, 3, '--root', root)).toMatchObject({
        failure: null,
        roots: [
          { version: 1, keys: 3, threshold: 2, specimen: true },
          { version: 2, keys: 3, threshold: 2, specimen: true },
        ],
        manifest: { version: 2, iat: '2026-11-23T12:00:01Z', exp: '2026-11-30T12:00:01Z' },
        files: [
          { kind: 'trust-list', number: 1, exp: '2027-02-21T12:00:00Z', holds: true },
          { kind: 'policies', number: 1, holds: true },
          { kind: 'status', name: `${iss}/status/1`, iat: '2026-11-23T12:00:00Z', holds: true },
          { kind: 'status', holds: true },
        ],
        state: 'fresh',
        ageingFrom: '2026-11-24T12:00:01Z',
        expiredFrom: '2026-11-30T12:00:01Z',
      });
  });

  it('weighs each file as it lies on the disk and goes over the wire', async () => {
    const { files } = (await inspect(folder(), 1)) as {
      files: { path: string; bytes: number; brotli: number }[];
    };
    for (const { path: name, bytes, brotli } of files) {
      expect((await readFile(path.join(folder(), name))).length).toBe(bytes);
      expect((await readFile(path.join(folder(), `${name}.br`))).length).toBe(brotli);
    }
  });

  it('names the keys that count, so that a rotation or a theft’s cure can be seen', async () => {
    const { keys } = (await inspect(folder(), 1)) as { readonly keys: readonly object[] };
    expect(keys).toHaveLength(4);
    expect(keys[0]).toMatchObject({ service: 'issuance', kid: 'okaz-a1', withdrawn: false });
    const stolen = ['--issuer', 'https://legitymacje.akademia-okazowa.example', '--withdraw'];
    await feed('rotate', directory, ...stolen, '--service', 'issuance', ...at(2));
    const { text } = await feed('inspect', folder(), ...at(3));
    expect(text).toMatch(/issuance okaz-a1: withdrawn$/m);
    expect(text).toMatch(/issuance okaz-a1-2: from 2026-11-23T/m);
  });

  it('says in words what it says in JSON', async () => {
    const { code, text } = await feed('inspect', folder(), ...at(90_000));
    expect(code).toBe(0);
    for (const words of ["root 1 is the feed's own", 'root 1: 2 of 3', 'manifest 1:', 'ageing:'])
      expect(text).toContain(words);
    expect(text).not.toContain('does not hold');
  });

  it('names the failure, exits 65, and shows what can be read', async () => {
    const [status = ''] = await readdir(path.join(folder(), 'status'));
    const name = status.replace(/\.(?:br|gz)$/, '');
    await rm(path.join(folder(), 'status', name));
    const { code, text, err } = await feed('inspect', folder(), ...at(1));
    expect([code, err.includes('feed-truncated')]).toEqual([65, true]);
    expect(text).toContain('trust-list 1');
    expect(text).toContain('not checked');
  });

  it('names a feed that is expired, and one that is not there', async () => {
    const late = await feed('inspect', folder(), ...at(8 * 86_400));
    expect([late.code, late.err.includes('feed-expired')]).toEqual([65, true]);
    const none = await feed('inspect', path.join(scratch, 'none'), '--root', root);
    expect([none.code, none.err.includes('feed-unreachable')]).toEqual([65, true]);
    await expect(feed('inspect', root)).rejects.toThrow(UsageError);
  });

  it('exits 65 for a status list that does not hold, though the feed does', async () => {
    const stolen = { status: { signer: await made.key('okaz-b1') } };
    await writeFeed(folder(), await alterFeed(made, stolen));
    const { code, text, err } = await feed('inspect', folder(), ...at(1));
    expect([code, err]).toEqual([65, '']);
    const lines = text.split('\n').filter((line) => line.includes('does not hold'));
    expect(lines).toEqual([expect.stringContaining(`status ${iss}/status/1`)]);
  });
});

describe('feed export and import', () => {
  it('carry a feed to a folder that another server can give out', async () => {
    await feed('rotate', directory, '--role', 'lists', ...at(1));
    const target = inScratch('mirror');
    const { code, text } = await importTo(target, await exportAt(2), 3);
    expect([code, JSON.parse(text)]).toEqual([0, { manifest: 2, files: 4 }]);
    const names = (await readdir(folder(), { recursive: true })).sort();
    const arrived = (await readdir(target, { recursive: true })).sort();
    // What only the generation before had stays behind.
    expect(arrived.filter((name) => !names.includes(name))).toEqual([]);
    for (const name of arrived.filter((known) => /\.(?:jwt|json)$/.test(known))) {
      const plain = await readFile(path.join(target, name));
      expect(plain.equals(await readFile(path.join(folder(), name))), name).toBe(true);
      const brotli = await readFile(path.join(target, `${name}.br`));
      expect(brotliDecompressSync(brotli).equals(plain), name).toBe(true);
    }
    expect((await feed('inspect', target, '--root', root, ...at(3))).code).toBe(0);
  });

  it('say where a bundle cannot be written', async () => {
    for (const target of [path.join(scratch, 'nowhere', 'lists.zip'), scratch])
      await expect(feed('export', folder(), target)).rejects.toThrow(UsageError);
  });

  it('take a newer feed over an older one, and keep the files of the one before', async () => {
    const target = inScratch('mirror');
    await importTo(target, await exportAt(1), 1);
    await statusCommand([directory, '--id', 'pupil', ...at(60)], 'revoked');
    expect((await importTo(target, await exportAt(61), 62)).code).toBe(0);
    const lists = (await readdir(path.join(target, 'status'))).filter((name) => /jwt$/.test(name));
    expect(lists.length).toBe(3);
    await feed('re-sign', directory, '--all', ...at(120));
    await importTo(target, await exportAt(121), 122);
    expect((await feed('inspect', target, ...at(123))).code).toBe(0);
  });

  it('never take an older feed, nor another one of the same number', async () => {
    const old = await exportAt(1);
    await feed('build', directory, ...at(60));
    const target = inScratch('mirror');
    await importTo(target, await exportAt(61), 62);
    const before = await readFile(path.join(target, 'manifest.jwt'));
    const rolledBack = await importTo(target, old, 63);
    expect([rolledBack.code, rolledBack.err.includes('feed-rolled-back')]).toEqual([65, true]);
    await saveWorld(directory, { ...(await loadWorld(directory)), manifestVersion: 1 });
    await feed('build', directory, ...at(70));
    const twin = await importTo(target, await exportAt(71), 72);
    expect([twin.code, twin.err.includes('feed-rolled-back')]).toEqual([65, true]);
    expect((await readFile(path.join(target, 'manifest.jwt'))).equals(before)).toBe(true);
  });

  it('refuse an expired, a broken and a stranger’s feed, and write nothing of it', async () => {
    const zip = await exportAt(1);
    const target = inScratch('mirror');
    const broken = inScratch('broken');
    await writeFile(broken, (await readFile(zip)).subarray(0, -9));
    const stranger = await makeTestWorld();
    const outcomes = [
      await importTo(target, zip, 8 * 86_400),
      await importTo(target, broken, 1),
      await feed(
        'import',
        zip,
        target,
        '--root',
        `${stranger.directory}/feed/root/1.json`,
        ...at(1),
      ),
      await importTo(target, path.join(scratch, 'none.zip'), 1),
    ];
    await stranger.remove();
    expect(outcomes.map(({ code }) => code)).toEqual([65, 65, 65, 65]);
    const named = outcomes.map(({ err }) => /feed-[a-z-]+/.exec(err)?.[0]);
    expect(named).toEqual([
      'feed-expired',
      'feed-truncated',
      'feed-bad-signature',
      'feed-unreachable',
    ]);
    await expect(readdir(target)).rejects.toThrow();
    expect((await feed('export', folder(), broken, ...at(8 * 86_400))).code).toBe(65);
  });

  it('refuse to write over a feed that does not open, and over an operator’s own', async () => {
    const zip = await exportAt(1);
    const target = inScratch('mirror');
    await importTo(target, zip, 1);
    await writeFile(path.join(target, 'manifest.jwt'), 'x');
    expect((await importTo(target, zip, 2)).code).toBe(65);
    await expect(importTo(folder(), zip, 2)).rejects.toThrow(UsageError);
    await expect(feed('import', zip, target)).rejects.toThrow(UsageError);
  });

  it('give what verify can decide by', async () => {
    const zip = await exportAt(1);
    const code = await showCode(made, 'valid');
    const args = ['--feed', zip, '--root', root, ...at(60), code];
    const { line, warning } = await verifyCommand(args);
    expect([JSON.parse(line).reason, warning]).toEqual(['valid', null]);
  });
});

describe('revoke, suspend and restore', () => {
  it('print the card, its status and the manifest that tells of it', async () => {
    const line = await statusCommand([directory, '--id', 'pupil', ...at(60)], 'suspended');
    expect(JSON.parse(line)).toEqual({ id: 'pupil', status: 'suspended', manifest: 2 });
  });
});
