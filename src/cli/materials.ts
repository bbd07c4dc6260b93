/**
 * The bill of materials (CycloneDX 1.6): every package that the app itself may contain, with version,
 * licence and hash, from the lock file. npm's own command leaves out what a development tool needs as
 * well, so the service worker's library would be missing. No serial number and no time: the same lock
 * file gives the same bill.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const folder = 'node_modules/';

/** The bill as JSON text; `root` is the folder of the lock file. */
export async function listMaterials(root: string): Promise<string> {
  const text = await readFile(path.join(root, 'package-lock.json'), 'utf8');
  const { name, version, packages } = JSON.parse(text) as LockFile;
  const components = Object.entries(packages)
    .filter(([at, { dev, optional }]) => at.startsWith(folder) && !dev && !optional)
    .map(([at, locked]) => describe(at.slice(at.lastIndexOf(folder) + folder.length), locked));
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', name, version, licenses: licensesOf(packages['']) },
    },
    components,
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function describe(name: string, locked: LockedPackage): Readonly<Record<string, unknown>> {
  const { version, integrity } = locked;
  return {
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: licensesOf(locked),
    ...(integrity ? { hashes: [readIntegrity(integrity)] } : {}),
  };
}

const licensesOf = (locked: LockedPackage | undefined) =>
  locked?.license ? [{ license: { id: locked.license } }] : [];

/** `sha512-…` in base64 becomes CycloneDX's algorithm and hexadecimal digits. */
function readIntegrity(integrity: string): { readonly alg: string; readonly content: string } {
  const [algorithm = '', digest = ''] = integrity.split('-');
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}
