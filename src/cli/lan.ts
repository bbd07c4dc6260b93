/**
 * HTTPS for phones on the local network: a certificate authority of this machine's own, kept in the
 * world's folder, and a certificate for its addresses. Phones give the camera to secure pages only.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { createCA, createCert } from 'mkcert';
import type { Certificate } from './serve.ts';

/** This machine's IPv4 addresses on local networks. */
export const lanAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/** Where the authority's certificate lies, for phones to install. */
export const authorityFile = (data: string): string => path.join(data, 'lan', 'ca.crt');

/** A certificate for `localhost` and the given addresses, by the authority kept in `data`. */
export async function certify(data: string, addresses: readonly string[]): Promise<Certificate> {
  const ca = await loadAuthority(data);
  const domains = ['localhost', '127.0.0.1', ...addresses];
  return createCert({ ca, domains, validity: 365 });
}

async function loadAuthority(data: string): Promise<Certificate> {
  const certFile = authorityFile(data);
  const keyFile = path.join(data, 'lan', 'ca.key');
  try {
    return { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const authority = await createCA({
    organization: 'mLegitymacja specimen',
    countryCode: 'PL',
    state: '-',
    locality: '-',
    validity: 365,
  });
  await mkdir(path.dirname(certFile), { recursive: true });
  await writeFile(keyFile, authority.key, { mode: 0o600 });
  await writeFile(certFile, authority.cert);
  return authority;
}
