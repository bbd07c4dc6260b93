/**
 * Publishing a feed as static files (PROTOCOL §5): contents first, manifest last by rename, each with
 * a brotli and a gzip copy beside it. A file is signed anew only when its contents changed or half
 * its life is over; the manifest carries the daily freshness.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { encodeUtf8 } from '../base/bytes.ts';
import { signCompactJws } from '../base/jws.ts';
import type { PublicJwk } from '../base/public-key.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { type FileKind, fileKinds, manifestType } from '../trust/manifest.ts';
import { policiesType } from '../trust/policies.ts';
import { statusListType } from '../trust/status-list.ts';
import { trustListType } from '../trust/trust-list.ts';
import { loadKey, type NamedKey, publicHalf } from './keys.ts';
import {
  lives,
  policiesContents,
  statusListContents,
  trustListContents,
  trustListPayload,
} from './lists.ts';
import { withWorldLock } from './world-lock.ts';
import { loadWorld, type SignedFile, saveWorld, type World } from './world-state.ts';

/** How a file's contents become a payload with number and dates. */
type Frame = (contents: JsonObject, number: number, iat: number, exp: number) => JsonObject;

interface Draft {
  readonly name: string;
  readonly kind: FileKind;
  readonly contents: JsonObject;
  readonly frame: Frame;
  readonly typ: string;
  readonly kid: string;
  readonly life: { readonly ttl: number; readonly exp: number };
}

/**
 * Signs what must be signed at `now` (seconds since 1970), writes the feed, and returns the new state.
 * `change` alters the world's state first.
 */
export async function publishFeed(
  directory: string,
  now: number,
  change: (world: World) => World = (world) => world,
): Promise<World> {
  await loadWorld(directory);
  return withWorldLock(directory, async () =>
    publishWorld(directory, change(await loadWorld(directory)), now),
  );
}

async function publishWorld(directory: string, world: World, now: number): Promise<World> {
  const drafts = await draftFiles(directory, world);
  const signed: Record<string, SignedFile> = {};
  const files: JsonObject[] = [];
  for (const draft of drafts) {
    const file = await signIfNeeded(directory, draft, world.signed[draft.name], now);
    signed[draft.name] = file;
    const text = await readFile(path.join(directory, 'feed', file.path));
    files.push({
      path: file.path,
      sha256: await sha256Hex(text),
      length: text.length,
      kind: draft.kind,
    });
  }
  const version = world.manifestVersion + 1;
  const { ttl, exp } = lives.manifest;
  // No file of a generation is newer than its manifest.
  const iat = Math.max(now, ...Object.values(signed).map((file) => file.iat));
  const payload = { version, iat, exp: iat + exp, ttl, files };
  const key = await loadKey(directory, 'manifest');
  await writeFeedFile(directory, 'manifest.jwt', await sign(payload, manifestType, key));
  await removeOldFiles(directory, [world.signed, signed]);
  const next = { ...world, manifestVersion: version, signed };
  await saveWorld(directory, next);
  return next;
}

/** Writes one file of the feed and its compressed copies, each in one rename. */
export async function writeFeedFile(directory: string, name: string, text: string): Promise<void> {
  const file = path.join(directory, 'feed', name);
  await mkdir(path.dirname(file), { recursive: true });
  const bytes = encodeUtf8(text);
  const copies: readonly (readonly [string, Uint8Array])[] = [
    ['.br', await promisify(brotliCompress)(bytes)],
    ['.gz', await promisify(gzip)(bytes)],
    ['', bytes],
  ];
  for (const [ending, content] of copies) {
    await writeFile(`${file}${ending}.new`, content);
    await rename(`${file}${ending}.new`, `${file}${ending}`);
  }
}

async function draftFiles(directory: string, world: World): Promise<readonly Draft[]> {
  const keys = new Map<string, PublicJwk>();
  for (const { issuanceKid, statusKid } of world.issuers)
    for (const kid of [issuanceKid, statusKid])
      keys.set(kid, publicHalf((await loadKey(directory, kid)).key));
  const twoYears = 2 * 365 * 86_400;
  const life = lives.lists;
  return [
    {
      name: 'trust-list',
      kind: 'trust-list',
      contents: trustListContents(world.issuers, keys, world.madeAt - twoYears),
      frame: trustListPayload,
      typ: trustListType,
      kid: 'lists',
      life,
    },
    {
      name: 'policies',
      kind: 'policies',
      contents: policiesContents(),
      frame: (contents, version, iat, exp) => ({ version, iat, exp, ttl: life.exp, ...contents }),
      typ: policiesType,
      kid: 'lists',
      life,
    },
    ...world.issuers.map(
      ({ statusUri, statusKid }): Draft => ({
        name: statusUri,
        kind: 'status',
        contents: statusListContents(statusUri, world.cards),
        frame: (contents, _number, iat, exp) => ({ ...contents, iat, exp, ttl: lives.status.ttl }),
        typ: statusListType,
        kid: statusKid,
        life: lives.status,
      }),
    ),
  ];
}

async function signIfNeeded(
  directory: string,
  draft: Draft,
  before: SignedFile | undefined,
  now: number,
): Promise<SignedFile> {
  const contents = await sha256Hex(JSON.stringify(draft.contents));
  const isYoung = before !== undefined && now < (before.iat + before.exp) / 2;
  if (isYoung && before.contents === contents) return before;
  const number = (before?.number ?? 0) + 1;
  // PROTOCOL §5: two contents never share one time.
  const iat = Math.max(now, (before?.iat ?? 0) + 1);
  const exp = iat + draft.life.exp;
  const key = await loadKey(directory, draft.kid);
  const text = await sign(draft.frame(draft.contents, number, iat, exp), draft.typ, key);
  const file = `${draft.kind}/${await sha256Hex(text)}.jwt`;
  await writeFeedFile(directory, file, text);
  return { path: file, number, iat, exp, contents };
}

const sign = (payload: JsonObject, typ: string, { kid, key }: NamedKey): Promise<string> =>
  signCompactJws({ typ, kid }, payload, key);

/** Keeps the files of this generation and of the one before, which somebody may be fetching. */
async function removeOldFiles(
  directory: string,
  generations: readonly Readonly<Record<string, SignedFile>>[],
): Promise<void> {
  const kept = new Set(
    generations.flatMap((signed) => Object.values(signed).map((file) => path.basename(file.path))),
  );
  for (const kind of fileKinds) {
    const folder = path.join(directory, 'feed', kind);
    for (const name of await readdir(folder))
      if (!kept.has(name.replace(/\.(?:br|gz)$/, ''))) await rm(path.join(folder, name));
  }
}
