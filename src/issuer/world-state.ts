/**
 * The state of a made-up world on disk, `DIR/world.json`: what was issued and which number each signed
 * file has reached. Keys lie beside it in `DIR/keys/`, holders' cards in `DIR/holders/`, the feed in
 * `DIR/feed/`.
 */
import { access, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CardStatus } from '../trust/status-list.ts';

/** A school and the issuer that makes its cards. */
export interface WorldSchool {
  readonly id: string;
  readonly name: string;
  readonly vct: readonly string[];
}

export interface WorldIssuer {
  readonly iss: string;
  readonly name: string;
  readonly issuanceKid: string;
  readonly statusKid: string;
  readonly statusUri: string;
  readonly schools: readonly WorldSchool[];
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
      Number.isSafeInteger(manifestVersion) &&
      typeof signed === 'object';
    if (isWhole) return world;
  } catch {
    // Falls through: half a file is as damaged as a strange one.
  }
  throw new WorldError('world-damaged', directory);
}

/** Makes sure that what a world's state speaks of is there; throws `WorldError`. */
export async function checkWorld(directory: string): Promise<void> {
  const { cards, issuers, signed } = await loadWorld(directory);
  const wanted = [
    'feed/root/1.json',
    'holders/index.json',
    'keys/manifest.json',
    'keys/lists.json',
    ...issuers.flatMap(({ issuanceKid, statusKid }) => [
      `keys/${issuanceKid}.json`,
      `keys/${statusKid}.json`,
    ]),
    ...cards.map(({ id }) => `holders/${id}.json`),
    ...Object.values(signed).map((file) => `feed/${file.path}`),
  ];
  for (const file of wanted)
    await access(path.join(directory, file)).catch(() => {
      throw new WorldError('world-damaged', directory, file);
    });
}

/** Writes a world's state in one rename. */
export async function saveWorld(directory: string, world: World): Promise<void> {
  const file = worldFile(directory);
  await writeFile(`${file}.new`, `${JSON.stringify(world, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

const worldFile = (directory: string): string => path.join(directory, 'world.json');
