/**
 * The examples of RFC 9901: their signatures hold, their disclosures give the payloads of
 * rfc9901-payloads.ts, their key bindings bind, and they survive our packing.
 */
import { describe, expect, it } from 'vitest';
import { concatBytes, decodeBase64url, encodeBase64url, encodeUtf8 } from '../../src/base/bytes.ts';
import { readCompactJws, verifyCompactJws } from '../../src/base/jws.ts';
import { type PublicJwk, readPublicJwk } from '../../src/base/public-key.ts';
import { isJsonObject, type JsonObject } from '../../src/base/strict-json.ts';
import { pack } from '../../src/credential/pack.ts';
import { processDisclosures } from '../../src/credential/process-disclosures.ts';
import { digestOf, type SdJwtParts, splitSdJwt } from '../../src/credential/sd-jwt.ts';
import { type UnpackedPresentation, unpack } from '../../src/credential/unpack.ts';
import { readPresentation } from '../../src/credential/verify.ts';
import { withSegment } from '../fixtures/raw-jws.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';
import { readVectors } from '../fixtures/vectors.ts';
import { payloads } from './rfc9901-payloads.ts';

interface Example {
  readonly id: string;
  readonly hasKeyBinding: boolean;
  readonly typ: string;
  readonly disclosures: number;
  readonly issuerKey: PublicJwk;
  readonly sdJwt: string;
}

const examples = readVectors<{ readonly vectors: readonly Example[] }>('sd-jwt-rfc9901.json');
const all = examples?.vectors ?? [];
const bound = all.filter(({ hasKeyBinding }) => hasKeyBinding);

const split = (text: string): SdJwtParts => {
  const parts = splitSdJwt(text);
  if (!parts) throw new Error('no SD-JWT');
  return parts;
};

const processed = ({ issuerJwt, disclosures }: SdJwtParts): JsonObject => {
  const { payload } = unwrap(readCompactJws(issuerJwt));
  return unwrap(processDisclosures(payload, disclosures, digestOf)).payload;
};

/** Whether the key binding holds: signature under the key in `cnf`, `sd_hash` over what is shown. */
async function bindingHolds(parts: SdJwtParts): Promise<boolean> {
  const { cnf } = processed(parts);
  const key = readPublicJwk(isJsonObject(cnf) ? cnf.jwk : null);
  const jws = unwrap(readCompactJws(parts.keyBindingJwt ?? ''));
  const verified = key && (await verifyCompactJws(jws, key, 'kb+jwt'));
  return Boolean(verified?.ok) && jws.payload.sd_hash === digestOf(parts.sdJwt);
}

describe('the examples of RFC 9901', () => {
  it('are eight, three of them with key binding', () => {
    if (!examples) return;
    expect(all.map(({ id }) => id.replace('sd-jwt-rfc9901-', ''))).toEqual(Object.keys(payloads));
    expect(bound.length).toBe(3);
  });

  it('split into the parts they have', () => {
    for (const { id, sdJwt, disclosures, hasKeyBinding } of all) {
      const parts = split(sdJwt);
      expect(parts.disclosures.length, id).toBe(disclosures);
      expect(parts.keyBindingJwt !== null, id).toBe(hasKeyBinding);
    }
  });

  it('hold under their issuer’s key, and no longer with other bytes', async () => {
    for (const { id, sdJwt, issuerKey, typ } of all) {
      const key = readPublicJwk({ ...issuerKey }) as PublicJwk;
      const { issuerJwt } = split(sdJwt);
      const jws = unwrap(readCompactJws(issuerJwt));
      expect(outcome(await verifyCompactJws(jws, key, typ)), id).toBe('ok');
      // The same JSON with a space behind it: other bytes than those that were signed.
      const bytes = decodeBase64url(issuerJwt.split('.')[1] ?? '') as Uint8Array;
      const spaced = encodeBase64url(concatBytes(bytes, encodeUtf8(' ')));
      const forged = unwrap(readCompactJws(withSegment(issuerJwt, 1, spaced)));
      expect(outcome(await verifyCompactJws(forged, key, typ)), id).toBe('bad-signature');
    }
  });

  it('give their payloads once their disclosures stand in place', () => {
    for (const { id, sdJwt } of all) {
      const payload = JSON.parse(JSON.stringify(processed(split(sdJwt))));
      expect(payload, id).toEqual(payloads[id.replace('sd-jwt-rfc9901-', '')]);
    }
  });

  it('are bound to the key that their issuer named, and to what they show', async () => {
    for (const { id, sdJwt } of bound) {
      const parts = split(sdJwt);
      expect(await bindingHolds(parts), id).toBe(true);
      // One disclosure less, and the same key binding is one for something else.
      const fewer = [parts.issuerJwt, ...parts.disclosures.slice(1), parts.keyBindingJwt].join('~');
      expect(split(fewer).keyBindingJwt, id).toBe(parts.keyBindingJwt);
      const { sd_hash } = unwrap(readCompactJws(parts.keyBindingJwt ?? '')).payload;
      expect(digestOf(split(fewer).sdJwt), id).not.toBe(sd_hash);
    }
  });

  it('come back from our packing to the letter', () => {
    let fitting = 0;
    for (const { id, sdJwt } of all) {
      const packed = pack(sdJwt);
      if (!packed.ok) expect(packed.failure, id).toBe('too-large');
      else expect(unwrap(unpack(packed.value)), id).toBe(sdJwt);
      if (packed.ok) fitting++;
    }
    if (examples) expect(fitting).toBeGreaterThan(0);
  });

  it('are no cards of ours', () => {
    for (const { id, sdJwt, typ } of all) {
      const read = readPresentation(sdJwt as UnpackedPresentation);
      // SD-JWT VC §2.2.1 for the `typ`; the two of the right `typ` have no `kid`.
      expect(outcome(read), id).toBe(typ === 'dc+sd-jwt' ? 'malformed' : 'wrong-type');
    }
  });
});
