/**
 * Somebody who has the feed's server, or the road to it, and the keys that he stole: no others. He
 * begins with a copy of what is published, changes it, and serves it to the device.
 */
import { readCompactJws } from '../../src/base/jws.ts';
import { sha256Hex } from '../../src/base/sha256.ts';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { generateKey, type NamedKey } from '../../src/issuer/keys.ts';
import { manifestEntry } from '../../src/issuer/lists.ts';
import { type FileKind, manifestType } from '../../src/trust/manifest.ts';
import { policiesType } from '../../src/trust/policies.ts';
import { statusListType } from '../../src/trust/status-list.ts';
import { trustListType } from '../../src/trust/trust-list.ts';
import { signRaw } from '../fixtures/raw-jws.ts';
import { type RootPlan, signRoot } from './roots.ts';
import type { Simulator } from './simulator.ts';

type Change = (payload: JsonObject) => object;

export interface Attacker {
  /** What he serves; changed at will. */
  readonly files: Map<string, string>;
  /** Stops the operator's server and answers in its place. */
  takeServer(): void;
  /** Gives the server back. */
  leave(): void;
  /** Signs the manifest anew. */
  forgeManifest(change: Change, signer: string): Promise<void>;
  /** Signs the first pinned file that `matches` anew, changed; gives its pin's old and new path. */
  forgeFile(
    kind: FileKind,
    change: Change,
    signer: string,
    matches?: (payload: JsonObject) => boolean,
  ): Promise<Forged>;
  /** Pins a forged file in place of the old one, in a manifest that `signer` signs. */
  pin(forged: Forged, signer: string): Promise<void>;
  /** Publishes a root of his own making. */
  forgeRoot(plan: RootPlan): Promise<void>;
}

/** A file that was made, and the one for which it stands. */
export interface Forged {
  readonly kind: FileKind;
  readonly oldPath: string;
  readonly path: string;
  readonly text: string;
}

const types = {
  'trust-list': trustListType,
  policies: policiesType,
  status: statusListType,
} as const;

/** The payload of a signed file. */
export function payloadOf(text: string): JsonObject {
  const jws = readCompactJws(text);
  if (!jws.ok) throw new Error('no JWS');
  return jws.value.payload;
}

/** Starts from what is published now. Signing as somebody whose key was not stolen takes a key of his own. */
export function createAttacker(feed: Simulator, stolen: readonly string[] = []): Attacker {
  const files = new Map(feed.files);
  const signerNamed = async (kid: string): Promise<NamedKey> =>
    stolen.includes(kid) ? feed.ring.get(kid) : { kid, key: await generateKey() };
  const sign = async (typ: string, payload: object, signer: string): Promise<string> => {
    const { kid, key } = await signerNamed(signer);
    return signRaw({ alg: 'ES256', kid, typ }, payload, key);
  };
  const manifest = (): JsonObject => payloadOf(files.get('manifest.jwt') ?? '');
  const pins = (): readonly JsonObject[] => manifest().files as readonly JsonObject[];

  async function forgeManifest(change: Change, signer: string): Promise<void> {
    files.set('manifest.jwt', await sign(manifestType, change(manifest()), signer));
  }

  return {
    files,
    takeServer: () => feed.hijack(files),
    leave: () => feed.hijack(null),
    forgeManifest,
    async forgeFile(kind, change, signer, matches = () => true) {
      const paths = pins()
        .filter((pin) => pin.kind === kind)
        .map((pin) => String(pin.path));
      const oldPath = paths.find((path) => matches(payloadOf(files.get(path) ?? ''))) ?? '';
      const text = await sign(types[kind], change(payloadOf(files.get(oldPath) ?? '')), signer);
      return { kind, oldPath, path: `${kind}/${await sha256Hex(text)}.jwt`, text };
    },
    async pin({ kind, oldPath, path, text }, signer) {
      files.set(path, text);
      const entry = manifestEntry(kind, await sha256Hex(text), text.length);
      const repinned = pins().map((pin) => (pin.path === oldPath ? entry : pin));
      const next = Number(manifest().version) + 1;
      await forgeManifest((payload) => ({ ...payload, version: next, files: repinned }), signer);
    },
    async forgeRoot(plan) {
      const named = new Map<string, NamedKey>();
      const own = {
        async get(kid: string): Promise<NamedKey> {
          // Public keys of the operator's are his to name; signing with them is not.
          const key = named.get(kid) ?? (await signerNamed(kid));
          named.set(kid, key);
          return key;
        },
      };
      files.set(`root/${plan.version}.json`, await signRoot(own, plan));
    },
  };
}
