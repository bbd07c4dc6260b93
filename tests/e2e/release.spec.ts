/**
 * A release can be made again by anybody: the same source, root and time give the same bytes, wherever
 * the source lies.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { worldFolder } from './support/app-server.ts';
import { expect, test } from './support/test.ts';

const source = ['src', 'public', 'index.html', 'card.html', 'vite.config.ts', 'tsconfig.json'];
const manifests = ['package.json', 'package-lock.json'];

async function releaseFrom(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of [...source, ...manifests])
    await cp(name, path.join(folder, name), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/release.ts', '--out', 'out'], {
    cwd: folder,
    env: { ...process.env, MLEG_ROOT: path.join(worldFolder, 'feed', 'root', '1.json'), ...env },
  });
  return readFile(path.join(folder, 'out', 'SHA256SUMS'), 'utf8');
}

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
test('two builds of one source have the same hashes', async ({}, info) => {
  const from = (name: string, time: string) =>
    releaseFrom(info.outputPath(name), { SOURCE_DATE_EPOCH: time });
  const first = await from('here', '1790000000');
  expect(first).toMatch(/^[0-9a-f]{64} {2}app\/index\.html$/mu);
  expect(await from('elsewhere/deeper', '1790000000')).toBe(first);
  // What the time of the build decides is in the hashes, too.
  expect(await from('later', '1790000001')).not.toBe(first);
});
