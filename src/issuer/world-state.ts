/**
 * The state of a made-up world on disk, `DIR/world.json`: what was issued and which number each signed
 * file has reached. Keys lie beside it in `DIR/keys/`, holders' cards in `DIR/holders/`, the feed in
 * `DIR/feed/`.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type PublicJwk, readPublicJwk } from '../base/public-key.ts';
import type { CardStatus } from '../trust/status-list.ts';

/** A school and the issuer that makes its cards. */
export interface WorldSchool {
  readonly id: string;
  readonly name: string;
  readonly vct: readonly string[];
}

/** What an issuer's key is for. */
export type ServiceKind = 'issuance' | 'status';

/** A key that an issuer no longer signs with. Its public half stays on the trust list. */
export interface FormerKey {
  readonly service: ServiceKind;
  readonly kid: string;
  readonly key: PublicJwk;
  /** Seconds since 1970, as on the trust list. */
  readonly from: number;
  readonly until: number;
  readonly withdrawn: boolean;
}

export interface WorldIssuer {
  readonly iss: string;
  readonly name: string;
  readonly issuanceKid: string;
  readonly statusKid: string;
  readonly statusUri: string;
  readonly schools: readonly WorldSchool[];
  /** Since when the present keys sign (seconds since 1970), where they are not the first ones. */
  readonly keysFrom?: Readonly<Partial<Record<ServiceKind, number>>>;
  /** Missing where no key was ever rotated. */
  readonly formerKeys?: readonly FormerKey[];
}

/** One entry of a status list that is not plainly valid, or belongs to a specimen. */
export interface WorldCard {
  readonly id: string;
  readonly uri: string;
  readonly idx: number;
  readonly status: Exclude<CardStatus, 'reserved'>;
}

/** The newest signing of one file: its contents' fingerprint decides whether it must be signed anew. */
export interface SignedFile {
  readonly path: string;
  readonly number: number;
  readonly iat: number;
  readonly exp: number;
  readonly contents: string;
}

export interface World {
  readonly format: 1;
  /** Seconds since 1970. */
  readonly madeAt: number;
  readonly issuers: readonly WorldIssuer[];
  readonly cards: readonly WorldCard[];
  readonly manifestVersion: number;
  /** By what the file is: `trust-list`, `policies`, or a status list's `uri`. */
  readonly signed: Readonly<Record<string, SignedFile>>;
}

/** Since when the first keys of a world's issuers count: cards may be older than the world. */
export const firstKeysFrom = ({ madeAt }: World): number => madeAt - 2 * 365 * 86_400;

/** Why a directory is no world. */
export type WorldFailure = 'world-missing' | 'world-damaged';

export class WorldError extends Error {
  readonly failure: WorldFailure;

  constructor(failure: WorldFailure, directory: string, missing?: string) {
    super(
      failure === 'world-missing'
        ? `${directory} is no world: it has no world.json. "npm start" makes one in .data, "npm run mleg -- world DIR" makes others.`
        : `${directory} is a damaged world${missing ? `: ${missing} is missing` : ''}.`,
    );
    this.failure = failure;
  }
}

/** Reads a world; throws `WorldError`. */
export async function loadWorld(directory: string): Promise<World> {
  let text: string;
  try {
    text = await readFile(worldFile(directory), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new WorldError('world-missing', directory);
    throw error;
  }
  try {
    const world = JSON.parse(text) as World;
    const { format, cards, issuers, manifestVersion, signed } = world;
    const isWhole =
      format === 1 &&
      Array.isArray(cards) &&
      Array.isArray(issuers) &&
      issuers.every(isIssuer) &&
      Number.isSafeInteger(manifestVersion) &&
      typeof signed === 'object' &&
      signed !== null;
    if (isWhole) return world;
  } catch {
    // Falls through: half a file is as damaged as a strange one.
  }
  throw new WorldError('world-damaged', directory);
}

function isIssuer(issuer: WorldIssuer): boolean {
  const {
    iss,
    issuanceKid,
    statusKid,
    statusUri,
    schools,
    keysFrom = {},
    formerKeys = [],
  } = issuer;
  return (
    [iss, issuanceKid, statusKid, statusUri].every((text) => typeof text === 'string') &&
    Array.isArray(schools) &&
    typeof keysFrom === 'object' &&
    Object.values(keysFrom).every(Number.isSafeInteger) &&
    Array.isArray(formerKeys) &&
    formerKeys.every(isFormerKey)
  );
}

const isFormerKey = ({ service, kid, key, from, until, withdrawn }: FormerKey): boolean =>
  ['issuance', 'status'].includes(service) &&
  typeof kid === 'string' &&
  readPublicJwk({ ...key }) !== null &&
  Number.isSafeInteger(from) &&
  Number.isSafeInteger(until) &&
  typeof withdrawn === 'boolean';

/** Writes a world's state in one rename. */
export async function saveWorld(directory: string, world: World): Promise<void> {
  const file = worldFile(directory);
  await writeFile(`${file}.new`, `${JSON.stringify(world, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

const worldFile = (directory: string): string => path.join(directory, 'world.json');
