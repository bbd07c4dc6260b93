/**
 * The operator's roots in memory: keys by name, made when they are first needed, and one signed root
 * after another. Anything can be asked for, wrong roots too: the device has to refuse those.
 */
import type { PrivateJwk } from '../../src/base/jws.ts';
import { signGeneralJws } from '../../src/base/sign-jws.ts';
import { generateKey, type NamedKey, publicHalf } from '../../src/issuer/keys.ts';
import { type RoleName, rootType } from '../../src/trust/root.ts';

/** One root; seconds since 1970. Whoever signs is named, whether entitled or not. */
export interface RootPlan {
  readonly version: number;
  readonly exp: number;
  readonly roles: Readonly<Record<RoleName, RolePlan>>;
  readonly signers: readonly string[];
  readonly more?: Readonly<Record<string, string>>;
}

export interface RolePlan {
  readonly keyIds: readonly string[];
  readonly threshold: number;
}

/** Keys by name; a name that nobody used yet gets a fresh pair. */
export interface KeyRing {
  get(kid: string): Promise<NamedKey>;
}

/** Makes an empty ring. */
export function createKeyRing(): KeyRing {
  const keys = new Map<string, Promise<PrivateJwk>>();
  return {
    async get(kid) {
      const key = keys.get(kid) ?? generateKey();
      keys.set(kid, key);
      return { kid, key: await key };
    },
  };
}

/** Signs a root with exactly the keys that the plan names, in their order. */
export async function signRoot(ring: KeyRing, plan: RootPlan): Promise<string> {
  const { version, exp, roles, signers, more } = plan;
  const named = [...new Set(Object.values(roles).flatMap(({ keyIds }) => keyIds))];
  const keys = await Promise.all(named.map((kid) => ring.get(kid)));
  const payload = {
    version,
    exp,
    specimen: true,
    keys: Object.fromEntries(keys.map(({ kid, key }) => [kid, { ...publicHalf(key) }])),
    roles: Object.fromEntries(Object.entries(roles).map(([role, plain]) => [role, { ...plain }])),
    ...more,
  };
  return signGeneralJws(rootType, payload, await Promise.all(signers.map((kid) => ring.get(kid))));
}
