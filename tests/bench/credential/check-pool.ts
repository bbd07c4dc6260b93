/**
 * What the speed of a check is measured on: a made-up world's feed, and many codes of valid cards with
 * portraits under it, each of another card with a key of its own, so that nothing is met twice which a
 * device at a turnstile would meet once. All of it is text, and goes into a browser as it is.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PublicJwk } from '../../../src/base/public-key.ts';
import { pack } from '../../../src/credential/pack.ts';
import { loadKey, publicHalf } from '../../../src/issuer/keys.ts';
import { statusListEntries } from '../../../src/issuer/lists.ts';
import { seededDice } from '../../../src/issuer/specimens.ts';
import { makeWorld } from '../../../src/issuer/world.ts';
import { loadWorld } from '../../../src/issuer/world-state.ts';
import { fileKinds } from '../../../src/trust/manifest.ts';
import { expectValue } from '../expect-value.ts';
import { issueMadeUpCard, type MadeUpIssuer, presentMadeUpCard, shownAt } from './made-up-cards.ts';
import { drawUsualName } from './made-up-names.ts';
import { codePortraits } from './made-up-portraits.ts';
import { makeRubbish, type Rubbish } from './rubbish.ts';

/** A feed and codes to check under it. */
export interface CheckPool {
  readonly firstRoot: string;
  readonly manifest: string;
  /** Path and text. */
  readonly files: readonly (readonly [string, string])[];
  /** The one that signed all cards. */
  readonly issuerKey: PublicJwk;
  /** When all codes are live, milliseconds since 1970. */
  readonly now: number;
  readonly codes: readonly string[];
  readonly rubbish: Rubbish;
}

const seed = 20_261_123;

/** Makes a world in a temporary folder and cards of its first issuer. */
export async function makeCheckPool(count: number, rubbish: number): Promise<CheckPool> {
  const directory = await mkdtemp(path.join(tmpdir(), 'mleg-bench-'));
  try {
    await makeWorld(directory, seed, shownAt - 60);
    const issuer = await readIssuer(directory);
    const codes = await makeCodes(issuer, count);
    const read = (...names: string[]): Promise<string> =>
      readFile(path.join(directory, 'feed', ...names), 'utf8');
    const files: [string, string][] = [];
    for (const kind of fileKinds)
      for (const name of await readdir(path.join(directory, 'feed', kind)))
        if (name.endsWith('.jwt')) files.push([`${kind}/${name}`, await read(kind, name)]);
    return {
      firstRoot: await read('root', '1.json'),
      manifest: await read('manifest.jwt'),
      files,
      issuerKey: publicHalf(issuer.key),
      now: shownAt * 1000,
      codes,
      rubbish: makeRubbish(codes.slice(0, rubbish), seededDice(seed)),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function readIssuer(directory: string): Promise<MadeUpIssuer> {
  const { issuers, cards } = await loadWorld(directory);
  const [issuer] = issuers;
  const [school] = issuer?.schools ?? [];
  if (!issuer || !school) throw new Error('a world without a school');
  return {
    ...(await loadKey(directory, issuer.issuanceKid)),
    iss: issuer.iss,
    statusUri: issuer.statusUri,
    // The world's own specimens are revoked and suspended: behind them all is valid.
    statusFrom: Math.max(...cards.map(({ idx }) => idx)) + 1,
    statusEntries: statusListEntries,
    schoolId: school.id,
    vct: 'urn:mlegitymacja:student:1',
  };
}

async function makeCodes(issuer: MadeUpIssuer, count: number): Promise<readonly string[]> {
  const dice = seededDice(seed);
  const portraits = await codePortraits();
  const codes: string[] = [];
  for (let index = 0; index < count; index++) {
    const picture = portraits[index % portraits.length] ?? null;
    const card = await issueMadeUpCard(issuer, drawUsualName(dice), picture, dice);
    codes.push(expectValue(pack(await presentMadeUpCard(card, dice)), 'pack'));
  }
  return codes;
}
