/**
 * Keys on an issuer's disk: P-256 pairs as JWK files that only their owner reads. A made-up world
 * keeps them beside the feed; a real operator keeps root keys offline.
 */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PrivateJwk } from '../base/jws.ts';
import { importPublicJwk, type PublicJwk } from '../base/public-key.ts';
import { WorldError } from './world-state.ts';

export interface NamedKey {
  readonly kid: string;
  readonly key: PrivateJwk;
}

/** Makes a fresh P-256 key pair. */
export async function generateKey(): Promise<PrivateJwk> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { x, y, d } = await crypto.subtle.exportKey('jwk', privateKey);
  if (x === undefined || y === undefined || d === undefined) throw new Error('no P-256 key');
  return { kty: 'EC', crv: 'P-256', x, y, d };
}

/** The public half. */
export const publicHalf = ({ kty, crv, x, y }: PublicJwk): PublicJwk => ({ kty, crv, x, y });

/** Fresh random bytes. */
export const randomBytes = (length: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(length));

/** Writes a named key to `DIR/keys/<kid>.json`. */
export async function saveKey(directory: string, named: NamedKey): Promise<void> {
  const file = keyFile(directory, named.kid);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(named.key)}\n`);
  await chmod(file, 0o600);
}

/** Reads a key that `saveKey` wrote; throws `WorldError` when it is missing or damaged. */
export async function loadKey(directory: string, kid: string): Promise<NamedKey> {
  const found = await findKey(directory, kid);
  if (found) return found;
  throw new WorldError('world-damaged', directory, `keys/${kid}.json`);
}

/** The same, or null where there is no such key: root keys may be kept elsewhere. */
export async function findKey(directory: string, kid: string): Promise<NamedKey | null> {
  let text: string;
  try {
    text = await readFile(keyFile(directory, kid), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const key = JSON.parse(text) as PrivateJwk;
    if (typeof key?.d === 'string' && (await importPublicJwk(publicHalf(key)))) return { kid, key };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new WorldError('world-damaged', directory);
}

/**
 * Deletes a private key that signs nothing any more. Kept aside it could only be stolen: cards and files
 * that it signed are verified with its public half.
 */
export const deleteKey = (directory: string, kid: string): Promise<void> =>
  rm(keyFile(directory, kid), { force: true });

/** A name for the key that follows `kid`: the next number that none of the keys at hand had. */
export async function nextKid(
  directory: string,
  kid: string,
  known: readonly string[],
): Promise<string> {
  const files = await readdir(path.join(directory, 'keys')).catch((): string[] => []);
  const taken = [kid, ...known, ...files.map((name) => name.replace(/\.json$/, ''))];
  const [stem] = split(kid);
  const numbers = taken.map(split).filter(([other]) => other === stem);
  return `${stem}-${Math.max(...numbers.map(([, number]) => number)) + 1}`;
}

/** `root-3` is the third of `root`; `lists` is the first of `lists`. */
function split(kid: string): readonly [stem: string, number: number] {
  const [, stem = kid, number = '1'] = /^(.+)-(\d{1,6})$/.exec(kid) ?? [];
  return [stem, Number(number)];
}

const keyFile = (directory: string, kid: string): string =>
  path.join(directory, 'keys', `${kid}.json`);
