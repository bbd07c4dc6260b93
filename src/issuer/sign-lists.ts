/**
 * Signing the lists of a world (PROTOCOL §5): which files its feed consists of, which of them must be
 * signed anew, and by whom. Putting them where others fetch them is publish.ts's.
 */
import path from 'node:path';
import type { PublicJwk } from '../base/public-key.ts';
import { sha256, sha256Hex } from '../base/sha256.ts';
import { signCompactJws } from '../base/sign-jws.ts';
import type { JsonObject } from '../base/strict-json.ts';
import type { FileKind } from '../trust/manifest.ts';
import { policiesType } from '../trust/policies.ts';
import type { Root } from '../trust/root.ts';
import { statusListType } from '../trust/status-list.ts';
import { trustListType } from '../trust/trust-list.ts';
import { writeFeedFile } from './feed-folder.ts';
import { loadKey, type NamedKey, publicHalf } from './keys.ts';
import {
  lives,
  policiesContents,
  statusListContents,
  trustListContents,
  trustListPayload,
} from './lists.ts';
import { signerOf } from './roots.ts';
import { firstKeysFrom, type SignedFile, type World } from './world-state.ts';

/** How a file's contents become a payload with number and dates. */
type Frame = (contents: JsonObject, number: number, iat: number, exp: number) => JsonObject;

/** A file of the feed before it is signed. */
export interface Draft {
  /** What the file is: a key of `World.signed`. */
  readonly name: string;
  readonly kind: FileKind;
  readonly contents: JsonObject;
  readonly frame: Frame;
  readonly typ: string;
  readonly signer: NamedKey;
  /** Seconds. */
  readonly life: number;
  /** Many files of one kind come due on different days. */
  readonly isStaggered: boolean;
}

/** Signs a payload with a named key. */
export const signFile = (
  payload: JsonObject,
  typ: string,
  { kid, key }: NamedKey,
): Promise<string> => signCompactJws({ typ, kid }, payload, key);

/** All files of a world's feed but its manifest. */
export async function draftFiles(
  directory: string,
  world: World,
  root: Root,
): Promise<readonly Draft[]> {
  const keys = new Map<string, PublicJwk>();
  const signers = new Map<string, NamedKey>();
  for (const { issuanceKid, statusKid } of world.issuers)
    for (const kid of [issuanceKid, statusKid]) {
      const named = await loadKey(directory, kid);
      signers.set(kid, named);
      keys.set(kid, publicHalf(named.key));
    }
  const lists = {
    signer: await signerOf(directory, root, 'lists'),
    life: lives.lists.exp,
    isStaggered: false,
  };
  return [
    {
      name: 'trust-list',
      kind: 'trust-list',
      contents: trustListContents(world.issuers, keys, firstKeysFrom(world)),
      frame: trustListPayload,
      typ: trustListType,
      ...lists,
    },
    {
      name: 'policies',
      kind: 'policies',
      contents: policiesContents(),
      frame: (contents, version, iat, exp) => ({
        version,
        iat,
        exp,
        ttl: lives.lists.exp,
        ...contents,
      }),
      typ: policiesType,
      ...lists,
    },
    ...world.issuers.map(
      ({ statusUri, statusKid }): Draft => ({
        name: statusUri,
        kind: 'status',
        contents: statusListContents(statusUri, world.cards),
        frame: (contents, _number, iat, exp) => ({ ...contents, iat, exp, ttl: lives.status.ttl }),
        typ: statusListType,
        signer: signers.get(statusKid) as NamedKey,
        life: lives.status.exp,
        isStaggered: true,
      }),
    ),
  ];
}

/** Signs one file and writes it, unless the one of `before` still serves. */
export async function signIfNeeded(
  directory: string,
  draft: Draft,
  before: SignedFile | undefined,
  now: number,
  isForced: boolean,
): Promise<SignedFile> {
  const contents = await fingerprint(draft);
  if (before && !isForced && before.contents === contents && !isDue(draft, before, now))
    return before;
  const number = (before?.number ?? 0) + 1;
  // PROTOCOL §5: two contents never share one time.
  const iat = Math.max(now, (before?.iat ?? 0) + 1);
  const exp = iat + draft.life;
  const payload = draft.frame(draft.contents, number, iat, exp);
  const text = await signFile(payload, draft.typ, draft.signer);
  const file = `${draft.kind}/${await sha256Hex(text)}.jwt`;
  await writeFeedFile(path.join(directory, 'feed'), file, text);
  return { path: file, number, iat, exp, contents };
}

/** Another key is as good a reason to sign anew as other contents. */
const fingerprint = ({ contents, signer }: Draft): Promise<string> =>
  sha256Hex(JSON.stringify([signer.kid, publicHalf(signer.key), contents]));

/**
 * Half a life after it was signed, a file is due. A staggered one is due at a moment of its own in each
 * half: lists that were all signed on one day would otherwise all be fetched anew on one day for ever.
 */
function isDue({ name, life, isStaggered }: Draft, { iat }: SignedFile, now: number): boolean {
  const half = life / 2;
  if (!isStaggered) return now >= iat + half;
  const offset = new DataView(sha256(name).buffer).getUint32(0) % half;
  return Math.floor((now + offset) / half) > Math.floor((iat + offset) / half);
}
