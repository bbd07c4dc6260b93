/**
 * What `mleg unpack` prints is an SD-JWT like any other: @sd-jwt/core verifies the issuer's signature,
 * the disclosures, `sd_hash` and the key binding, for our specimens and for foreign texts.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCompactJws } from '../../src/base/jws.ts';
import { pack } from '../../src/credential/pack.ts';
import { present } from '../../src/credential/present.ts';
import { digestOf, splitSdJwt } from '../../src/credential/sd-jwt.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import { bindCard, type CardKeys, salt } from '../fixtures/hand-made-card.ts';
import { asSegment, signRaw } from '../fixtures/raw-jws.ts';
import { makeTestWorld, shownAt, type TestWorld, unwrap } from '../fixtures/test-world.ts';
import { makeOracle, type OracleKey } from './oracle.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Runs a command of `mleg` in a process of its own, and gives its only line. */
function mleg(command: 'pack' | 'unpack', input: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, command]);
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out.replace(/\n$/, ''));
      else reject(new Error(`${command}: ${code}`));
    });
  });
}

let world: TestWorld;
beforeAll(async () => {
  world = await makeTestWorld();
});
afterAll(() => world.remove());

/** Verifies with the oracle; `currentDate` because it judges dates by its own clock otherwise. */
const verify = (text: string, issuer: OracleKey, keyBindingNonce: string) =>
  makeOracle({ issuer }).verify(text, { currentDate: shownAt, keyBindingNonce });

describe('what unpack prints', () => {
  for (const id of ['valid', 'pupil', 'valid-no-portrait'])
    it(`of the specimen ${id} verifies elsewhere`, async () => {
      const holder = await world.holder(id);
      const nonce = randomBytes(16);
      const { credential, disclose, privateJwk: holderKey } = holder;
      const shown = await present({ credential, disclose, holderKey, iat: shownAt, nonce });
      const text = await mleg('unpack', `${unwrap(pack(shown))}\n`);
      expect(text).toBe(shown);

      const { kid } = unwrap(readCompactJws(splitSdJwt(text)?.issuerJwt ?? '')).header;
      const issuer = { ...publicHalf((await world.key(String(kid))).key) };
      const { payload, kb } = await verify(text, issuer, nonce.toString('base64url'));
      expect(Object.keys(payload as object)).toEqual(expect.arrayContaining([...disclose]));
      expect(payload).not.toHaveProperty('_sd');
      expect(kb?.payload.iat).toBe(shownAt);

      // The oracle is no rubber stamp: another nonce, another key or one disclosure less, and it refuses.
      const right = nonce.toString('base64url');
      await expect(verify(text, issuer, salt)).rejects.toThrow('Nonce');
      await expect(verify(text, { ...publicHalf(await generateKey()) }, right)).rejects.toThrow(
        'Signature',
      );
      const [jwt, , ...rest] = text.split('~');
      await expect(verify([jwt, ...rest].join('~'), issuer, right)).rejects.toThrow('sd_hash');
    });

  it('of a foreign SD-JWT verifies elsewhere, to the letter', async () => {
    const keys: CardKeys = { issuer: await generateKey(), holder: await generateKey() };
    const sdJwt = await makeForeign(keys);
    const shown = await bindCard(sdJwt, keys.holder);
    const text = await mleg('unpack', await mleg('pack', `${shown}\n`));
    expect(text).toBe(shown);
    const { payload } = await verify(text, { ...publicHalf(keys.issuer) }, salt);
    expect(payload).toMatchObject({
      vct: 'urn:example:foreign:1',
      list: ['plain', { inner: 'żółw' }, ['x', 1.5]],
      outer: { 'a ~ b': null, nested: { deepest: true } },
    });
  });
});

/** White space and escapes in every JSON, disclosures within disclosures, array elements, decoys. */
async function makeForeign({ issuer, holder }: CardKeys): Promise<string> {
  const inner = asSegment(`[ "${salt}" ,\n\t"inner", "\\u017c\\u00f3\\u0142w" ]`);
  const element = asSegment(`["${salt}a", { "_sd" : [ "${digestOf(inner)}" ] }]\r\n`);
  const last = asSegment(`["c", "x"]`);
  const deepest = asSegment(`["d","deepest",true ]`);
  const nested = asSegment(`["e", "nested" , {"_sd":["${digestOf(deepest)}"]} ]`);
  const hidden = digestOf('decoy');
  const payload = `{ "vct" : "urn:example:foreign:1" ,
    "list":[ "plain", {"...": "${digestOf(element)}"}, { "..." : "${hidden}" },
             [ {"...":"${digestOf(last)}"}, 1.50 ] ],
    "outer": { "_sd": ["${digestOf(nested)}", "${digestOf('other')}" ], "a ~ b" :null},
    "cnf" : { "jwk": ${JSON.stringify(publicHalf(holder), null, 2)} }
  }`;
  const header = '{ "typ":"dc+sd-jwt" ,"alg" : "ES256" }';
  const shown = [last, nested, inner, element, deepest];
  return [await signRaw(header, payload, issuer), ...shown, ''].join('~');
}
