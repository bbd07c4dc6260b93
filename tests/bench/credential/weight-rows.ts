/**
 * What the verifying part of the page weighs on the wire, and who in it is to blame: each dependency's
 * and the project's own share of the bundle before minifying.
 */
import { gzipSync } from 'node:zlib';
import { bundleEntry } from '../bundle-entry.ts';
import { compare, type Row } from '../report.ts';

/** Bytes, gzipped: the budget. */
const budget = 20_000;

/** Bundles the verifying part and weighs it. */
export async function weightRows(): Promise<readonly Row[]> {
  const { code, modules } = await bundleEntry(new URL('verifying-part.ts', import.meta.url));
  const gzipped = gzipSync(code, { level: 9 }).length;
  const whole = [...modules.values()].reduce((sum, length) => sum + length, 0);
  const shares = new Map<string, number>();
  for (const [path, length] of modules)
    shares.set(ownerOf(path), (shares.get(ownerOf(path)) ?? 0) + length);
  const reference = { name: 'all modules', value: whole };
  return [
    compare('verifying part: gzipped', gzipped, 'B', { name: 'budget', value: budget }, 1),
    compare('verifying part: minified', code.length, 'B', reference),
    ...[...shares]
      .filter(([, length]) => length > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([owner, length]) =>
        compare(`verifying part: ${owner}, not minified`, length, 'B', reference),
      ),
  ];
}

/** The package that a module belongs to, or the folder of the project. */
function ownerOf(path: string): string {
  const packaged = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  const folder = /.*\/(src\/[^/]+)\//.exec(path)?.[1];
  return packaged ?? folder ?? 'bundler';
}
