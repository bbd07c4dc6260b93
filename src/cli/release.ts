/**
 * `npm run release`: the app as it goes to a server, and what goes with it: hashes of every file, the
 * bill of materials (CycloneDX) and the headers for other servers. The time of the build is that of the
 * commit, or SOURCE_DATE_EPOCH: whoever builds the same source with the same root gets the same hashes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { readArguments, takePositionals } from './arguments.ts';
import { hostHeaders } from './host-headers.ts';
import { listMaterials } from './materials.ts';
import { exitCodes, UsageError } from './usage.ts';

const usage = `npm run release [-- --out DIR]    DIR/app to serve, beside it hashes, materials and headers
MLEG_ROOT names the root to build in, SOURCE_DATE_EPOCH the time of the build.
`;

async function release(args: readonly string[]): Promise<void> {
  const given = readArguments(args, { out: { type: 'string' } });
  takePositionals(given);
  if (given.values.help) return void process.stdout.write(usage);
  const out = path.resolve((given.values.out as string | undefined) ?? 'dist');
  process.env.SOURCE_DATE_EPOCH ??= commitTime();
  await rm(out, { recursive: true, force: true });
  const app = path.join(out, 'app');
  await build({ logLevel: 'error', build: { outDir: app, emptyOutDir: true } });
  await mkdir(path.join(out, 'headers'));
  for (const [name, text] of Object.entries(hostHeaders))
    await writeFile(path.join(out, 'headers', name), text);
  await writeFile(path.join(out, 'sbom.cdx.json'), await listMaterials('.'));
  const sums = await hashFiles(app);
  await writeFile(path.join(out, 'SHA256SUMS'), sums);
  const digest = createHash('sha256').update(sums).digest('hex');
  console.log(
    `${path.relative('.', app)}: time ${process.env.SOURCE_DATE_EPOCH}, all files ${digest}`,
  );
}

/** Seconds since 1970 of the newest commit. */
function commitTime(): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).trim();
  } catch {
    throw new UsageError('Not in a git checkout: set SOURCE_DATE_EPOCH, seconds since 1970.');
  }
}

/** A line for each file, as `sha256sum --check` reads them. */
async function hashFiles(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const lines: string[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    if ((await stat(file)).isDirectory()) continue;
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    lines.push(`${digest}  app/${name.split(path.sep).join('/')}`);
  }
  return `${lines.join('\n')}\n`;
}

try {
  await release(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exit(error instanceof UsageError ? exitCodes.usage : exitCodes.internal);
}
