/**
 * A whole feed in memory with its operator: root 2 of 3, manifest, lists and enrolment keys, two
 * issuers with an issuance and a status key each. Methods are an operator's deeds, in an order that an
 * operator would follow; what attackers do is attacker.ts's. Time moves only when it is told to.
 */

import { sha256Hex } from '../../src/base/sha256.ts';
import { signCompactJws } from '../../src/base/sign-jws.ts';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { lives, manifestEntry } from '../../src/issuer/lists.ts';
import type { WorldCard, WorldIssuer } from '../../src/issuer/world-state.ts';
import type { FetchFile } from '../../src/sync/fetch-file.ts';
import { type FileKind, manifestType } from '../../src/trust/manifest.ts';
import type { RoleName } from '../../src/trust/root.ts';
import { textBytes } from './answer.ts';
import { asFetch } from './as-fetch.ts';
import { draftFiles, firstIssuers } from './contents.ts';
import { createFaultBoard, type FaultBoard } from './fault-board.ts';
import { createKeyRing, type KeyRing, type RolePlan, signRoot } from './roots.ts';

/** When simulations begin, seconds since 1970. */
export const beginning = Date.parse('2026-11-23T12:00:00Z') / 1000;

const year = 365 * 86_400;

/** A feed's files by path. */
export type Files = ReadonlyMap<string, string>;

/** How the next root differs from the one before. */
export interface NextRoot {
  readonly signers?: readonly string[];
  readonly root?: RolePlan;
  /** Other roles' keys. */
  readonly roles?: Partial<Record<RoleName, RolePlan>>;
  /** Its number, where it is not the next. */
  readonly version?: number;
  /** Seconds for which it holds. */
  readonly life?: number;
  /** Members that nobody knows. */
  readonly more?: Readonly<Record<string, string>>;
}

export interface Simulator {
  readonly firstRoot: string;
  readonly ring: KeyRing;
  readonly issuers: readonly WorldIssuer[];
  /** What the operator has published so far, by path; old files stay. */
  readonly files: Files;
  readonly board: FaultBoard;
  /** The feed's server, with its faults. */
  readonly fetchFile: FetchFile;
  /** Seconds since 1970. */
  now(): number;
  advance(seconds: number): void;
  /** The next manifest, and every file whose contents changed or whose life is half over. */
  publish(): Promise<void>;
  /** Revokes a card of an issuer and publishes. */
  revoke(index: number, issuer?: number): Promise<void>;
  /** A new key for a role, a root that says so, and everything that the role signs, counted from 1. */
  rotate(role: RoleName): Promise<void>;
  /** The next root as planned; nothing else is published. */
  rotateRoot(next?: NextRoot): Promise<void>;
  /** A new status key for an issuer, and a trust list that no longer has the old one. */
  rotateStatusKey(issuer: number): Promise<void>;
  /** Which key a role signs with now. */
  keyOf(role: RoleName): string;
  /** Answers with these files in place of the operator's; null ends that. */
  hijack(files: Files | null): void;
}

interface Signed {
  readonly path: string;
  readonly length: number;
  readonly kind: FileKind;
  readonly number: number;
  readonly iat: number;
  readonly exp: number;
  /** What it was signed from, and by whom. */
  readonly made: string;
}

/** A feed that has been published once; `root` says how root 1 is signed, if not 2 of 3. */
export async function createSimulator(root?: NextRoot): Promise<Simulator> {
  let now = beginning;
  let hijacked: Files | null = null;
  const ring = createKeyRing();
  const files = new Map<string, string>();
  const rotations: Record<RoleName, number> = { root: 1, manifest: 1, lists: 1, enrolment: 1 };
  let issuers = firstIssuers;
  let cards: readonly WorldCard[] = [];
  let signed = new Map<string, Signed>();
  let rootVersion = 0;
  let manifestVersion = 0;
  const keyOf = (role: RoleName): string =>
    rotations[role] === 1 ? role : `${role}-${rotations[role]}`;
  const plain = (role: RoleName): RolePlan => ({ keyIds: [keyOf(role)], threshold: 1 });
  let roles: Record<RoleName, RolePlan> = {
    root: { keyIds: ['root-a', 'root-b', 'root-c'], threshold: 2 },
    manifest: plain('manifest'),
    lists: plain('lists'),
    enrolment: plain('enrolment'),
  };

  const source = async (path: string): Promise<Uint8Array | null> => {
    const text = (hijacked ?? files).get(path);
    return text === undefined ? null : textBytes(text);
  };
  const board = createFaultBoard(source, () => now * 1000);

  async function rotateRoot(next: NextRoot = {}): Promise<void> {
    const before = roles.root;
    roles = { ...roles, ...next.roles, root: next.root ?? before };
    const thresholds = [before, roles.root].flatMap(({ keyIds, threshold }) =>
      keyIds.slice(0, threshold),
    );
    rootVersion++;
    const plan = {
      version: next.version ?? rootVersion,
      exp: now + (next.life ?? year),
      roles,
      signers: next.signers ?? [...new Set(thresholds)],
      more: next.more ?? {},
    };
    files.set(`root/${rootVersion}.json`, await signRoot(ring, plan));
  }

  async function signDrafts(): Promise<void> {
    const since = beginning - year;
    const [listsKid = ''] = roles.lists.keyIds;
    const next = new Map<string, Signed>();
    for (const draft of await draftFiles(ring, issuers, cards, listsKid, since)) {
      const { name, kind, typ, kid, life, frame } = draft;
      const before = signed.get(name);
      const made = JSON.stringify([kid, draft.contents]);
      const isYoung = before && now < (before.iat + before.exp) / 2;
      if (isYoung && before.made === made) {
        next.set(name, before);
        continue;
      }
      const number = (before?.number ?? 0) + 1;
      const iat = Math.max(now, (before?.iat ?? 0) + 1);
      const { key } = await ring.get(kid);
      const text = await signCompactJws({ typ, kid }, frame(number, iat, iat + life), key);
      const path = `${kind}/${await sha256Hex(text)}.jwt`;
      files.set(path, text);
      next.set(name, { path, length: text.length, kind, number, iat, exp: iat + life, made });
    }
    signed = next;
  }

  async function publish(): Promise<void> {
    await signDrafts();
    manifestVersion++;
    const pins = [...signed.values()].map(
      ({ path, length, kind }): JsonObject =>
        manifestEntry(kind, path.slice(kind.length + 1, -'.jwt'.length), length),
    );
    // No file of a generation is newer than its manifest.
    const iat = Math.max(now, ...[...signed.values()].map((file) => file.iat));
    const { ttl, exp } = lives.manifest;
    const payload = { version: manifestVersion, iat, exp: iat + exp, ttl, files: pins };
    const [kid = ''] = roles.manifest.keyIds;
    const { key } = await ring.get(kid);
    files.set('manifest.jwt', await signCompactJws({ typ: manifestType, kid }, payload, key));
  }

  await rotateRoot(root);
  await publish();
  return {
    firstRoot: files.get('root/1.json') as string,
    ring,
    get issuers() {
      return issuers;
    },
    files,
    board,
    fetchFile: asFetch(board.answer),
    now: () => now,
    advance: (seconds) => {
      now += seconds;
    },
    publish,
    async revoke(index, issuer = 0) {
      const uri = issuers[issuer]?.statusUri ?? '';
      cards = [...cards, { id: `card-${index}`, uri, idx: index, status: 'revoked' }];
      await publish();
    },
    async rotate(role) {
      rotations[role]++;
      await rotateRoot({ roles: { [role]: plain(role) } });
      if (role === 'manifest') manifestVersion = 0;
      if (role === 'lists') for (const name of ['trust-list', 'policies']) signed.delete(name);
      await publish();
    },
    rotateRoot,
    async rotateStatusKey(index) {
      issuers = issuers.map((issuer, at) =>
        at === index ? { ...issuer, statusKid: `${issuer.statusKid}-new` } : issuer,
      );
      await publish();
    },
    keyOf,
    hijack: (other) => {
      hijacked = other;
    },
  };
}
