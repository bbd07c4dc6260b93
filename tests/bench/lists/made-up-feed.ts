/**
 * A made-up operator's feed at a nation's scale: one issuer whose cards fill status lists of the largest
 * size, each card revoked with the same chance, by a seeded generator. Lists, keys and signatures are as
 * real ones are; nobody's cards stand behind the entries. What the files weigh is wire-size.ts's.
 */
import { deflateSync } from 'node:zlib';
import { encodeBase64url } from '../../../src/base/bytes.ts';
import { sha256Hex } from '../../../src/base/sha256.ts';
import { signCompactJws, signGeneralJws } from '../../../src/base/sign-jws.ts';
import type { JsonObject } from '../../../src/base/strict-json.ts';
import { generateKey, type NamedKey, publicHalf } from '../../../src/issuer/keys.ts';
import {
  lives,
  manifestEntry,
  policiesContents,
  trustListContents,
  trustListPayload,
} from '../../../src/issuer/lists.ts';
import type { Dice } from '../../../src/issuer/specimens.ts';
import type { WorldIssuer } from '../../../src/issuer/world-state.ts';
import { type FeedFiles, openGeneration } from '../../../src/trust/generation.ts';
import { type FileKind, manifestType } from '../../../src/trust/manifest.ts';
import { policiesType } from '../../../src/trust/policies.ts';
import { rootType } from '../../../src/trust/root.ts';
import { mostEntries, statusListType } from '../../../src/trust/status-list.ts';
import { trustListType } from '../../../src/trust/trust-list.ts';
import { expectValue } from '../expect-value.ts';
import { drawOperator } from './made-up-operator.ts';

/** One card in so many is revoked. */
export const oneRevokedIn = 100;

/** A signed file and what it pins down. */
export interface MadeUpFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string;
}

/** A feed with the keys to sign more of it. */
export interface MadeUpFeed {
  readonly firstRoot: string;
  readonly manifest: string;
  /** Trust list and policies. */
  readonly rules: readonly MadeUpFile[];
  /** One a status list, in the order of the lists. */
  readonly statusLists: readonly MadeUpFile[];
  /** The entries of each list, one bit a card. */
  readonly entries: readonly Uint8Array[];
  readonly operator: WorldIssuer;
  readonly version: number;
  /** Seconds since 1970. */
  readonly at: number;
  readonly keys: FeedKeys;
}

interface FeedKeys {
  readonly manifest: NamedKey;
  readonly lists: NamedKey;
  readonly issuance: NamedKey;
  readonly status: NamedKey;
}

/** Makes a feed of so many full lists, signed at `at` (seconds since 1970), and opens it once. */
export async function makeFeed(lists: number, dice: Dice, at: number): Promise<MadeUpFeed> {
  const operator = drawOperator(dice);
  const keys = {
    manifest: await makeKey('manifest'),
    lists: await makeKey('lists'),
    issuance: await makeKey(operator.issuanceKid),
    status: await makeKey(operator.statusKid),
  };
  const entries = Array.from({ length: lists }, () => drawEntries(dice));
  const statusLists = await Promise.all(
    entries.map((bits, list) => signStatusList(statusUri(operator, list), bits, at, keys.status)),
  );
  const rules = await signRules(operator, keys, at);
  const version = 1;
  const feed = { operator, rules, statusLists, entries, version, at, keys };
  const whole = {
    ...feed,
    firstRoot: await signRoot(keys, at),
    manifest: await signManifest(feed),
  };
  await proveReadable(whole);
  return whole;
}

/** The feed after more lists were altered: those are signed anew, the others stay as they are. */
export async function signAgain(
  before: MadeUpFeed,
  changed: ReadonlyMap<number, Uint8Array>,
  at: number,
): Promise<MadeUpFeed> {
  const entries = before.entries.map((bits, list) => changed.get(list) ?? bits);
  const statusLists = await Promise.all(
    before.statusLists.map((file, list) => {
      const bits = changed.get(list);
      return bits
        ? signStatusList(statusUri(before.operator, list), bits, at, before.keys.status)
        : file;
    }),
  );
  const feed = { ...before, entries, statusLists, version: before.version + 1, at };
  const whole = { ...feed, manifest: await signManifest(feed) };
  await proveReadable(whole);
  return whole;
}

/** The feed as a device has it. */
export const feedFiles = ({ manifest, rules, statusLists }: MadeUpFeed): FeedFiles => ({
  roots: [],
  manifest,
  files: new Map([...rules, ...statusLists].map(({ path, text }) => [path, text])),
});

/** How many cards a feed revokes. */
export const countRevoked = ({ entries }: MadeUpFeed): number =>
  entries.reduce((sum, bits) => bits.reduce((count, byte) => count + ones(byte), sum), 0);

const ones = (byte: number): number => byte.toString(2).replaceAll('0', '').length;

const makeKey = async (kid: string): Promise<NamedKey> => ({ kid, key: await generateKey() });

function drawEntries(dice: Dice): Uint8Array {
  const bits = new Uint8Array(mostEntries / 8);
  for (let index = 0; index < mostEntries; index++)
    if (dice(oneRevokedIn) === 0) revoke(bits, index);
  return bits;
}

/** Sets one entry of a list. */
export function revoke(bits: Uint8Array, index: number): void {
  bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
}

/** The address of a status list, as cards name it. */
const statusUri = ({ iss }: WorldIssuer, list: number): string => `${iss}/status/${list + 1}`;

/** As `statusListContents` does it for the worlds that `mleg` makes, whose lists are short. */
function signStatusList(
  uri: string,
  bits: Uint8Array,
  iat: number,
  key: NamedKey,
): Promise<MadeUpFile> {
  const lst = encodeBase64url(deflateSync(bits, { level: 9, memLevel: 9 }));
  const { ttl, exp } = lives.status;
  const payload = { sub: uri, status_list: { bits: 1, lst }, iat, exp: iat + exp, ttl };
  return signFile('status', statusListType, payload, key);
}

async function signRules(
  operator: WorldIssuer,
  keys: FeedKeys,
  iat: number,
): Promise<readonly MadeUpFile[]> {
  const exp = iat + lives.lists.exp;
  const jwks = new Map([keys.issuance, keys.status].map(({ kid, key }) => [kid, publicHalf(key)]));
  const contents = trustListContents([operator], jwks, iat - 365 * 86_400);
  const policies = { version: 1, iat, exp, ttl: lives.lists.exp, ...policiesContents() };
  return [
    await signFile(
      'trust-list',
      trustListType,
      trustListPayload(contents, 1, iat, exp),
      keys.lists,
    ),
    await signFile('policies', policiesType, policies, keys.lists),
  ];
}

async function signFile(
  kind: FileKind,
  typ: string,
  payload: JsonObject,
  { kid, key }: NamedKey,
): Promise<MadeUpFile> {
  const text = await signCompactJws({ typ, kid }, payload, key);
  return { path: `${kind}/${await sha256Hex(text)}.jwt`, kind, text };
}

async function signManifest({
  version,
  at,
  keys,
  rules,
  statusLists,
}: Pick<MadeUpFeed, 'version' | 'at' | 'keys' | 'rules' | 'statusLists'>): Promise<string> {
  const files = await Promise.all(
    [...rules, ...statusLists].map(async ({ kind, text }) =>
      manifestEntry(kind, await sha256Hex(text), text.length),
    ),
  );
  const { ttl, exp } = lives.manifest;
  const { kid, key } = keys.manifest;
  return signCompactJws(
    { typ: manifestType, kid },
    { version, iat: at, exp: at + exp, ttl, files },
    key,
  );
}

async function signRoot(keys: FeedKeys, at: number): Promise<string> {
  const roots = [await makeKey('root-1'), await makeKey('root-2'), await makeKey('root-3')];
  const enrolment = await makeKey('enrolment');
  const known: readonly NamedKey[] = [...roots, keys.manifest, keys.lists, enrolment];
  const jwks = known.map(({ kid, key }): [string, JsonObject] => [kid, { ...publicHalf(key) }]);
  const single = (kid: string): JsonObject => ({ keyIds: [kid], threshold: 1 });
  const payload = {
    version: 1,
    exp: at + 10 * 365 * 86_400,
    specimen: true,
    keys: Object.fromEntries(jwks),
    roles: {
      root: { keyIds: roots.map(({ kid }) => kid), threshold: 2 },
      manifest: single('manifest'),
      lists: single('lists'),
      enrolment: single('enrolment'),
    },
  };
  return signGeneralJws(rootType, payload, roots.slice(0, 2));
}

/** A feed counts only when every one of its lists is read. */
async function proveReadable(feed: MadeUpFeed): Promise<void> {
  const { statusLists } = expectValue(
    await openGeneration(feed.firstRoot, feedFiles(feed)),
    'open the feed',
  );
  if (statusLists.size !== feed.statusLists.length) throw new Error('a status list is not read');
}
