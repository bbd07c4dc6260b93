/**
 * Project Wycheproof's vectors against src/base/jws.ts. Every vector is either answered as its authors
 * say, or stands under a reason why it is none of ours, with a count that must add up; and those are
 * never accepted either. Their JWS carry neither `typ` nor JSON payloads, which our reader of whole
 * tokens demands: the layers below it, in the order in which it calls them, answer for the signatures.
 */
import { describe, expect, it } from 'vitest';
import { type Bytes, decodeBase64url, decodeUtf8, encodeUtf8 } from '../../src/base/bytes.ts';
import { hasExactType, readCompactJws, verifyCompactJws } from '../../src/base/jws.ts';
import { type PublicJwk, readPublicJwk, verifySignature } from '../../src/base/public-key.ts';
import { type JsonObject, parseStrictJsonObject } from '../../src/base/strict-json.ts';
import { readVectors } from '../fixtures/vectors.ts';

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly result: 'valid' | 'invalid';
}
interface Suite<Group> {
  readonly numberOfTests: number;
  readonly testGroups: readonly Group[];
}
interface EcdsaGroup {
  readonly publicKey: { readonly uncompressed: string };
  readonly tests: readonly (Vector & { readonly msg: string; readonly sig: string })[];
}
type Jwk = JsonObject;
interface JoseGroup<Key> {
  readonly public?: Key;
  readonly private: Key;
  readonly tests: readonly (Vector & { readonly jws: string })[];
}

const fromHex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'));

/** RFC 7518 §6.2.1 from an uncompressed point. */
const asJwk = (point: Buffer): Jwk => ({
  kty: 'EC',
  crv: 'P-256',
  x: point.subarray(1, 33).toString('base64url'),
  y: point.subarray(33).toString('base64url'),
});

/** What is left of our verification where `typ` and the payload's form are none of the vectors' business. */
async function acceptsSignature(jws: string, key: PublicJwk): Promise<boolean> {
  const segments = jws.split('.');
  const [header, payload, signature] = segments.map(decodeBase64url);
  if (segments.length !== 3 || !header || !payload || !signature) return false;
  const text = decodeUtf8(header);
  const read = text === null ? null : parseStrictJsonObject(text);
  const typed: JsonObject | null = read?.ok ? { ...read.value, typ: 'test' } : null;
  if (!typed || !hasExactType(typed, 'test')) return false;
  return verifySignature(key, signature, encodeUtf8(segments.slice(0, 2).join('.')));
}

/** Whether our reader of whole tokens accepts under a `typ`, be it the header's own or one of ours. */
async function acceptsToken(jws: string, key: PublicJwk): Promise<boolean> {
  const read = readCompactJws(jws);
  if (!read.ok) return false;
  const verified = await Promise.all(
    [read.value.header.typ, 'dc+sd-jwt', 'kb+jwt'].map((typ) =>
      verifyCompactJws(read.value, key, String(typ)),
    ),
  );
  return verified.some(({ ok }) => ok);
}

/** Why a key, and with it all its vectors, is none of ours. `null`: the vectors apply. */
function reasonNotOurs(keys: readonly Jwk[]): string | null {
  if (keys.some(({ kty }) => kty === 'oct')) return 'HMAC: no secret is shared with anybody';
  if (keys.some(({ crv }) => crv === 'P-521')) return 'ES512: P-256 is the only curve';
  // A P-256 key that calls itself RSA is a test of ours; a real RSA key is not.
  if (keys.some(({ kty, n }) => kty === 'RSA' && n !== undefined)) return 'RSA: ES256 alone';
  return null;
}

/** Puts vectors under their reason, and counts: nothing falls through. */
async function sortVectors(
  groups: readonly JoseGroup<unknown>[],
  keysOf: (key: unknown) => readonly Jwk[],
  meet: (vector: Vector & { readonly jws: string }, keys: readonly Jwk[]) => Promise<void>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const group of groups) {
    const keys = keysOf(group.public ?? group.private);
    const reason = reasonNotOurs(keys);
    for (const vector of group.tests) {
      if (reason === null) await meet(vector, keys);
      else await refuse(vector.jws, keys);
      const place = reason ?? 'applies';
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return counts;
}

const anyKey: PublicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: '04N0xi21hshyvBp7I167sbE_bXqyqkAPfefdklMO7wY',
  y: 'UI8exy-C06a7DUnjIdENkxeFtHM4-l_41LqEw9nVgmw',
};

/** What does not apply is not accepted: its keys are none, and under a key of ours it does not hold. */
async function refuse(jws: string, keys: readonly Jwk[]): Promise<void> {
  for (const key of [...keys, { ...anyKey }]) {
    const read = readPublicJwk(key);
    if (!read) continue;
    expect(await acceptsSignature(jws, read)).toBe(false);
    expect(await acceptsToken(jws, read)).toBe(false);
  }
  for (const key of keys) if (key.kty !== 'EC') expect(readPublicJwk(key)).toBeNull();
}

describe('ECDSA P-256, SHA-256, signatures as in IEEE P1363', () => {
  it('is answered as the vectors say, all of them', async () => {
    const suite = readVectors<Suite<EcdsaGroup>>(
      'wycheproof-ecdsa_secp256r1_sha256_p1363_test.json',
    );
    const wrong: string[] = [];
    let asked = 0;
    for (const { publicKey, tests } of suite?.testGroups ?? []) {
      const key = readPublicJwk(asJwk(Buffer.from(publicKey.uncompressed, 'hex')));
      if (!key) throw new Error(`no key: ${publicKey.uncompressed}`);
      for (const { tcId, comment, msg, sig, result } of tests) {
        const holds = await verifySignature(key, fromHex(sig), fromHex(msg));
        if (holds !== (result === 'valid')) wrong.push(`${tcId} ${comment}`);
        asked++;
      }
    }
    expect(wrong).toEqual([]);
    if (suite) expect(asked).toBe(262);
  });
});

describe('JSON Web Signature', () => {
  it('is answered as the vectors say, or refused for a reason', async () => {
    const suite = readVectors<Suite<JoseGroup<Jwk>>>('wycheproof-json_web_signature_test.json');
    if (!suite) return;
    const wrong: string[] = [];
    const answers = { valid: 0, invalid: 0 };
    const keysOf = (key: unknown): readonly Jwk[] => [key as Jwk];
    const counts = await sortVectors(suite.testGroups, keysOf, async (vector, [jwk]) => {
      const key = readPublicJwk(jwk);
      const accepted = key !== null && (await acceptsSignature(vector.jws, key));
      if (accepted !== (vector.result === 'valid')) wrong.push(`${vector.tcId} ${vector.comment}`);
      // Without `typ` and with a payload that is no JSON, a whole token is never one of ours.
      if (key) expect(await acceptsToken(vector.jws, key), `${vector.tcId}`).toBe(false);
      answers[vector.result]++;
    });
    expect(wrong).toEqual([]);
    expect(counts).toEqual({
      applies: 41,
      'HMAC: no secret is shared with anybody': 40,
      'RSA: ES256 alone': 318,
      'ES512: P-256 is the only curve': 2,
    });
    expect(41 + 40 + 318 + 2).toBe(suite.numberOfTests);
    expect(answers).toEqual({ valid: 2, invalid: 39 });
  });
});

describe('JSON Web Key', () => {
  it('is read as the vectors say, or refused for a reason', async () => {
    const suite = readVectors<Suite<JoseGroup<{ readonly keys: readonly Jwk[] }>>>(
      'wycheproof-json_web_key_test.json',
    );
    if (!suite) return;
    const wrong: string[] = [];
    const keysOf = (set: unknown): readonly Jwk[] => (set as { readonly keys: Jwk[] }).keys;
    const counts = await sortVectors(suite.testGroups, keysOf, async (vector, [jwk]) => {
      const key = readPublicJwk(jwk);
      const accepted = key !== null && (await acceptsSignature(vector.jws, key));
      if (accepted !== (vector.result === 'valid')) wrong.push(`${vector.tcId} ${vector.comment}`);
      // The signature is good: the key's faults alone are what is refused.
      expect(await acceptsSignature(vector.jws, anyKey)).toBe(true);
    });
    expect(wrong).toEqual([]);
    expect(counts).toEqual({
      applies: 6,
      'HMAC: no secret is shared with anybody': 15,
      'RSA: ES256 alone': 5,
    });
    expect(6 + 15 + 5).toBe(suite.numberOfTests);
  });
});
