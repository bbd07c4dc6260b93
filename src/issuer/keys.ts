/**
 * Keys on an issuer's disk: P-256 pairs as JWK files that only their owner reads. A made-up world
 * keeps them beside the feed; a real operator keeps root keys offline.
 */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
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
  try {
    const key = JSON.parse(await readFile(keyFile(directory, kid), 'utf8')) as PrivateJwk;
    if (typeof key.d === 'string' && (await importPublicJwk(publicHalf(key)))) return { kid, key };
  } catch (error) {
    const isFault =
      !(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code !== 'ENOENT';
    if (isFault) throw error;
  }
  throw new WorldError('world-damaged', directory);
}

const keyFile = (directory: string, kid: string): string =>
  path.join(directory, 'keys', `${kid}.json`);
