/**
 * Roots (PROTOCOL §5): who may sign manifest, lists and enrolment, and how one root hands over to the
 * next. Rules are TUF 1.0.34's client rules §5.3; the file is a general JWS.
 */

import { asArray, asCount, asObject, asText, readJson, refuse } from '../base/json-reader.ts';
import { type GeneralJws, generalSignatureHolds, readGeneralJws } from '../base/jws.ts';
import { importPublicJwk, type PublicJwk, readPublicJwk } from '../base/public-key.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { JsonObject } from '../base/strict-json.ts';

export const rootType = 'mleg-root+jws';
export const roleNames = ['root', 'manifest', 'lists', 'enrolment'] as const;
export type RoleName = (typeof roleNames)[number];

/** Keys that may sign for a role, and how many distinct ones must. */
export interface Role {
  readonly keyIds: readonly string[];
  readonly threshold: number;
}

export interface Root {
  readonly version: number;
  /** Seconds since 1970. */
  readonly exp: number;
  /** A made-up world for tests and shows: every verdict under it is marked SPECIMEN. */
  readonly specimen: boolean;
  readonly keys: ReadonlyMap<string, PublicJwk>;
  readonly roles: Readonly<Record<RoleName, Role>>;
}

export type RootFailure = 'feed-malformed' | 'feed-bad-signature' | 'feed-rolled-back';

/** TUF §5.3.3: no client follows more than this many roots in one update. */
export const mostRotations = 1024;

/** Reads the root that the app was built with: its own threshold must hold, nothing else vouches (TUF §5.2). */
export async function openFirstRoot(text: string): Promise<Result<Root, RootFailure>> {
  const read = await readRoot(text);
  if (!read.ok) return read;
  const { jws, root } = read.value;
  return (await meetsThreshold(jws, root, root)) ? ok(root) : fail('feed-bad-signature');
}

/** Follows one rotation: N+1 by the thresholds of N and of N+1 (TUF §5.3.4). */
export async function rotateRoot(trusted: Root, text: string): Promise<Result<Root, RootFailure>> {
  const read = await readRoot(text);
  if (!read.ok) return read;
  const { jws, root } = read.value;
  if (!(await meetsThreshold(jws, root, trusted)) || !(await meetsThreshold(jws, root, root)))
    return fail('feed-bad-signature');
  // TUF §5.3.5. A gap is no attack: this build does not know the roots in between.
  if (root.version > trusted.version + 1) return fail('feed-malformed');
  if (root.version <= trusted.version) return fail('feed-rolled-back');
  // No rotation makes a made-up world real.
  return ok({ ...root, specimen: trusted.specimen || root.specimen });
}

/** The version that a root claims, before anything of it is believed; null where it is no root. */
export function rootVersionOf(text: string): number | null {
  const jws = readGeneralJws(text);
  return jws.ok ? readJson(() => asCount(jws.value.payload.version)) : null;
}

/** The key of a single-signature role, or null: such a role's threshold is one. */
export function keyOfRole(root: Root, role: RoleName, kid: unknown): PublicJwk | null {
  return typeof kid === 'string' && root.roles[role].keyIds.includes(kid)
    ? (root.keys.get(kid) ?? null)
    : null;
}

async function meetsThreshold(jws: GeneralJws, signed: Root, judge: Root): Promise<boolean> {
  const { keyIds, threshold } = judge.roles.root;
  const signers = new Set<string>();
  for (const signature of jws.signatures.slice(0, 2 * signed.keys.size + keyIds.length)) {
    const { kid } = signature.header;
    const key = typeof kid === 'string' && keyIds.includes(kid) ? judge.keys.get(kid) : undefined;
    // Distinct keys, not distinct names of one key.
    if (key && (await generalSignatureHolds(jws, signature, key, rootType))) signers.add(key.x);
  }
  return signers.size >= threshold;
}

async function readRoot(
  text: string,
): Promise<Result<{ jws: GeneralJws; root: Root }, 'feed-malformed'>> {
  const jws = readGeneralJws(text);
  if (!jws.ok) return fail('feed-malformed');
  const root = await readRootPayload(jws.value.payload);
  return root ? ok({ jws: jws.value, root }) : fail('feed-malformed');
}

async function readRootPayload(payload: JsonObject): Promise<Root | null> {
  const keys = new Map<string, PublicJwk>();
  const entries = readJson(() => Object.entries(asObject(payload.keys)));
  for (const [kid, jwk] of entries ?? []) {
    const key = readPublicJwk(jwk);
    if (!key || !(await importPublicJwk(key))) return null;
    keys.set(kid, key);
  }
  return readJson(() => {
    const roles = asObject(payload.roles);
    const role = (name: RoleName): Role => {
      const { keyIds, threshold } = asObject(roles[name]);
      const read = { keyIds: asArray(keyIds).map(asText), threshold: asCount(threshold) };
      const known = read.keyIds.every((kid) => keys.has(kid));
      // Files of the other roles are compact JWS: one signature, so a higher threshold could not be met.
      const most = name === 'root' ? read.keyIds.length : 1;
      return known && read.threshold >= 1 && read.threshold <= most ? read : refuse();
    };
    return {
      version: asCount(payload.version),
      exp: asCount(payload.exp),
      specimen: payload.specimen === true,
      keys,
      roles: {
        root: role('root'),
        manifest: role('manifest'),
        lists: role('lists'),
        enrolment: role('enrolment'),
      },
    };
  });
}
