/** Rules of src/base/jws.ts: exact `typ`, ES256 alone, strict reading, and only the caller's keys. */
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../src/base/bytes.ts';
import {
  generalSignatureHolds,
  type PrivateJwk,
  readCompactJws,
  readGeneralJws,
  verifyCompactJws,
} from '../../src/base/jws.ts';
import { importPublicJwk, readPublicJwk } from '../../src/base/public-key.ts';
import { signCompactJws, signGeneralJws } from '../../src/base/sign-jws.ts';
import type { JsonValue } from '../../src/base/strict-json.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import { asSegment, type RawJson, signRaw, withSegment } from '../fixtures/raw-jws.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

let key: PrivateJwk;
let other: PrivateJwk;
beforeAll(async () => {
  key = await generateKey();
  other = await generateKey();
});

const header = { alg: 'ES256', typ: 'test+jwt' };

async function verify(compact: string, typ = 'test+jwt', under = key): Promise<string> {
  const read = readCompactJws(compact);
  return read.ok
    ? outcome(await verifyCompactJws(read.value, publicHalf(under), typ))
    : read.failure;
}

describe('a compact JWS', () => {
  it('holds under the key that signed it', async () => {
    const compact = await signCompactJws({ typ: 'test+jwt', kid: 'a' }, { a: 1 }, key);
    expect(await verify(compact)).toBe('ok');
    expect(unwrap(readCompactJws(compact)).header).toMatchObject({ alg: 'ES256', kid: 'a' });
  });

  it('does not hold under another key', async () => {
    expect(await verify(await signRaw(header, {}, key), 'test+jwt', other)).toBe('bad-signature');
  });

  const headers: Record<string, [RawJson, string]> = {
    'refuses a typ in other case': [{ ...header, typ: 'Test+jwt' }, 'wrong-type'],
    'refuses a typ with application/ before it': [
      { ...header, typ: 'application/test+jwt' },
      'wrong-type',
    ],
    'refuses a missing typ': [{ alg: 'ES256' }, 'wrong-type'],
    'refuses alg none': [{ ...header, alg: 'none' }, 'wrong-type'],
    'refuses alg HS256': [{ ...header, alg: 'HS256' }, 'wrong-type'],
    'refuses alg ES384': [{ ...header, alg: 'ES384' }, 'wrong-type'],
    'refuses alg in other case': [{ ...header, alg: 'es256' }, 'wrong-type'],
    'refuses any crit': [{ ...header, crit: ['exp'], exp: 1 }, 'wrong-type'],
    'refuses an empty crit': [{ ...header, crit: [] }, 'wrong-type'],
    'refuses b64': [{ ...header, b64: true }, 'wrong-type'],
    'refuses a header member that stands twice': [
      '{"alg":"ES256","typ":"x","typ":"test+jwt"}',
      'malformed',
    ],
    'refuses a header that is an array': ['["ES256"]', 'malformed'],
    'refuses a header that is no JSON': ['ES256', 'malformed'],
  };
  for (const [rule, [altered, expected]] of Object.entries(headers))
    it(rule, async () => {
      expect(await verify(await signRaw(altered, {}, key))).toBe(expected);
    });

  it('ignores keys that the token brings along', async () => {
    const forged = await signRaw({ ...header, jwk: publicHalf(other) }, {}, other);
    expect(await verify(forged)).toBe('bad-signature');
  });

  it('refuses a payload member that stands twice', async () => {
    expect(await verify(await signRaw(header, '{"a":1,"a":2}', key))).toBe('malformed');
  });

  it('refuses an altered payload, header and signature', async () => {
    const compact = await signRaw(header, { a: 1 }, key);
    const signature = decodeBase64url(compact.split('.')[2] ?? '') as Uint8Array;
    const flipped = signature.map((byte, index) => (index === 40 ? byte ^ 1 : byte));
    const altered = [
      withSegment(compact, 0, asSegment({ ...header, kid: 'b' })),
      withSegment(compact, 1, asSegment({ a: 2 })),
      withSegment(compact, 2, encodeBase64url(flipped)),
      withSegment(compact, 2, encodeBase64url(signature.slice(0, 63))),
      withSegment(compact, 2, encodeBase64url(new Uint8Array(64))),
      withSegment(compact, 2, encodeBase64url(new Uint8Array(64).fill(0xff))),
      withSegment(compact, 2, ''),
    ];
    for (const text of altered) expect(await verify(text)).toBe('bad-signature');
  });

  it('refuses other forms than three canonical segments', async () => {
    const compact = await signRaw(header, {}, key);
    const forms = ['', '.', '..', compact.slice(0, compact.lastIndexOf('.')), `${compact}.`];
    for (const text of [...forms, `${compact}=`, ` ${compact}`, withSegment(compact, 1, '')])
      expect(outcome(readCompactJws(text))).toBe('malformed');
  });
});

describe('a general JWS', () => {
  const sign = (): Promise<string> =>
    signGeneralJws('test+jws', { a: 1 }, [
      { kid: 'a', key },
      { kid: 'b', key: other },
    ]);

  it('tells for each signature whether it holds', async () => {
    const jws = unwrap(readGeneralJws(await sign()));
    const holds = (at: number, under: PrivateJwk, typ = 'test+jws'): Promise<boolean> =>
      generalSignatureHolds(
        jws,
        jws.signatures[at] as (typeof jws.signatures)[0],
        publicHalf(under),
        typ,
      );
    expect(await holds(0, key)).toBe(true);
    expect(await holds(1, other)).toBe(true);
    expect(await holds(0, other)).toBe(false);
    expect(await holds(0, key, 'Test+jws')).toBe(false);
  });

  const forms: Record<string, (jws: { signatures: Record<string, unknown>[] }) => unknown> = {
    'unprotected headers': (jws) => ({
      ...jws,
      signatures: [{ ...jws.signatures[0], header: { kid: 'a' } }],
    }),
    'a signature that is no object': (jws) => ({ ...jws, signatures: [null] }),
    'signatures that are no array': (jws) => ({ ...jws, signatures: jws.signatures[0] }),
    'a missing payload': ({ signatures }) => ({ signatures }),
    'a payload that is not Base64url': (jws) => ({ ...jws, payload: 'e30=' }),
    'a protected header that is no object': (jws) => ({
      ...jws,
      signatures: [{ ...jws.signatures[0], protected: asSegment([]) }],
    }),
    'an array': (jws) => [jws],
  };
  for (const [what, alter] of Object.entries(forms))
    it(`refuses ${what}`, async () => {
      const altered = alter(JSON.parse(await sign()));
      expect(outcome(readGeneralJws(JSON.stringify(altered)))).toBe('malformed');
    });
});

describe('a public key', () => {
  it('is read without its private half or anything else', async () => {
    expect(readPublicJwk({ ...key, kid: 'a', use: 'sig' })).toEqual(publicHalf(key));
  });

  it('is refused unless it is a point of P-256', async () => {
    const { kty, crv, x, y } = publicHalf(key);
    const refused: (JsonValue | undefined)[] = [
      null,
      'key',
      { kty: 'RSA', crv, x, y },
      { kty, crv: 'P-384', x, y },
      { kty, crv, x },
      { kty, crv, x: `${x}A`, y },
      { kty, crv, x: x.slice(1), y },
      { kty, crv, x: `${x.slice(0, -1)}=`, y },
    ];
    for (const value of refused) expect(readPublicJwk(value)).toBeNull();
  });

  it('is refused where it is meant for something else', () => {
    const plain = { ...publicHalf(key) };
    const fit = [{ use: 'sig' }, { alg: 'ES256' }, { key_ops: ['sign', 'verify'] }];
    for (const members of fit) expect(readPublicJwk({ ...plain, ...members })).toEqual(plain);
    const unfit = [{ use: 'enc' }, { alg: 'ES384' }, { key_ops: ['sign'] }, { key_ops: 'verify' }];
    for (const members of unfit) expect(readPublicJwk({ ...plain, ...members })).toBeNull();
  });

  it('is not imported unless it is a point of P-256', async () => {
    const { kty, crv, x, y } = publicHalf(key);
    expect(await importPublicJwk({ kty, crv, x, y })).not.toBeNull();
    const off = [
      { x: y, y: x },
      { x: encodeBase64url(new Uint8Array(32)), y },
      { x: encodeBase64url(new Uint8Array(32).fill(0xff)), y },
    ];
    for (const point of off) expect(await importPublicJwk({ kty, crv, ...point })).toBeNull();
  });
});
