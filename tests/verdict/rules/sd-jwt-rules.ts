/** RFC 9901 §4 and §7.1: the SD-JWT without its key binding. */
import { encodeBase64url } from '../../../src/base/bytes.ts';
import { digestOf } from '../../../src/credential/sd-jwt.ts';
import { claim, plainDisclosures, salt } from '../../fixtures/hand-made-card.ts';
import { asSegment, withSegment } from '../../fixtures/raw-jws.ts';
import { claims, digests, disclosing, header, type Rules } from './rule.ts';

const triple = asSegment([salt, 'a', 1]);
const saltless = asSegment([1, 'a']);

/** The SD-JWT with a part of its first JWT replaced. */
const withPart = (index: number, part: string) => (sdJwt: string) =>
  sdJwt.replace(/^[^~]+/, (jwt) => withSegment(jwt, index, part));

export const sdJwtRules: Rules = {
  malformed: [
    ['§4.1', 'no claim of the payload is named ...', claims({ '...': 'a' })],
    ['§4.1.1', '_sd_alg is one that we know', claims({ _sd_alg: 'sha-512' })],
    ['§4.1.1', '_sd_alg is written to the letter', claims({ _sd_alg: 'SHA-256' })],
    ['§4.1.1', '_sd_alg stands at the top', claims({ a: { _sd_alg: 'sha-256' } })],
    ['§4.2.1', 'a salt is text', disclosing([1, 'a', 1])],
    ['§4.2.1', 'the name of a claim is text', disclosing(claim(1, 1))],
    ['§4.2.4.1', '_sd is an array', claims({ a: { _sd: 'x' } })],
    ['§4.2.4.1', '_sd holds texts', digests(1)],
    ['§4.2.4.2', 'the digest of an element stands alone', claims({ a: [{ '...': 'x', b: 1 }] })],
    ['§4.2.4.2', 'the digest of an element is text', claims({ a: [{ '...': 1 }] })],
    ['§7.1 step 1', 'what stands first is a JWT', () => ({ sdJwt: withPart(1, asSegment('[]')) })],
    ['§7.1 step 3.3.2.1', 'a disclosure has not two elements', disclosing([salt, 'a'])],
    ['§7.1 step 3.3.2.1', 'a disclosure has not four elements', disclosing([salt, 'a', 1, 1])],
    ['§7.1 step 3.3.2.1', 'a disclosure is an array', disclosing({ a: 1 })],
    ['§7.1 step 3.3.2.1', 'a disclosure is JSON', disclosing('["')],
    ['§4.1.1', 'a disclosure is not named _sd_alg', disclosing(claim('_sd_alg', 'sha-256'))],
    ['§7.1 step 3.3.2.2', 'a disclosure is not named _sd', disclosing(claim('_sd', []))],
    ['§7.1 step 3.3.2.2', 'a disclosure is not named ...', disclosing(claim('...', 'a'))],
    [
      '§7.1 step 3.3.2.3',
      'a disclosure is not named as a visible claim',
      () => ({ card: { payload: { a: 1 }, ...disclosing(claim('a', 1))().card } }),
    ],
    [
      '§7.1 step 3.3.2.3',
      'two disclosures have two names',
      disclosing(claim('a', 1), [`${salt}A`, 'a', 1]),
    ],
    [
      '§7.1 step 3.3.3.1',
      'a disclosed element is of two elements',
      () => ({
        card: { payload: { a: [{ '...': digestOf(triple) }] } },
        sdJwt: (plain) => `${plain}${triple}~`,
      }),
    ],
    [
      '§4.2.2',
      'the salt of an element is text',
      () => ({
        card: { payload: { a: [{ '...': digestOf(saltless) }] } },
        sdJwt: (plain) => `${plain}${saltless}~`,
      }),
    ],
    ['§7.1 step 4', 'no digest stands twice in one place', digests('x', 'x')],
    [
      '§7.1 step 4',
      'no digest stands in two places',
      claims({ a: { _sd: ['x'] }, b: { _sd: ['x'] } }),
    ],
    [
      '§7.1 step 4',
      'no digest stands twice, once in a disclosure',
      () => ({
        card: {
          payload: { b: { _sd: ['x'] } },
          disclosures: [...plainDisclosures, claim('a', { _sd: ['x'] })],
        },
      }),
    ],
    [
      '§7.1 step 5',
      'each disclosure is referenced',
      () => ({ sdJwt: (plain) => `${plain}${triple}~` }),
    ],
    [
      '§7.1 step 5',
      'no disclosure comes twice',
      () => ({ sdJwt: (plain) => `${plain}${plain.split('~')[1]}~` }),
    ],
    ['§7.1 step 6', 'nbf is there', claims({ nbf: undefined })],
    ['§7.1 step 6', 'exp is there', claims({ exp: undefined })],
    ['§7.1 step 6', 'aud names us, where it is there', claims({ aud: 'urn:other' })],
    ['§9.1, RFC 8725 §2.4', 'no name stands twice', disclosing(`["${salt}","a",{"b":1,"b":1}]`)],
    ['ours', 'nothing lies deeper than eight', claims({ a: [[[[[[[[[1]]]]]]]]] })],
    ['PROTOCOL §6', 'no name is JavaScript’s own', disclosing(claim('constructor', 1))],
    ['PROTOCOL §6', 'nor is one further in', disclosing(`["${salt}","a",{"__proto__":1}]`)],
  ],
  'wrong-type': [
    ['§7.1 step 2.1', 'alg is not none', header({ alg: 'none' })],
    ['§7.1 step 2.1', 'alg is that of the key', header({ alg: 'HS256' })],
    ['RFC 7515 §4.1.11', 'no extension is critical', header({ crit: ['exp'], exp: 1 })],
    ['§7.1 step 2.1', 'alg is there', header({ alg: undefined })],
    ['RFC 7797 §6', 'no payload is left unencoded', header({ b64: false })],
  ],
  'unknown-issuer': [
    ['§7.1 step 2.3', 'the issuer is known', claims({ iss: 'https://x.example' })],
  ],
  'unknown-key': [
    ['§7.1 step 2.3', 'the key is known', header({ kid: 'other' })],
    ['§7.1 step 2.3', 'the key is for issuing', header({ kid: 'okaz-a1-status' })],
  ],
  'bad-signature': [
    [
      '§7.1 step 2.2',
      'the issuer signed the payload',
      () => ({ sdJwt: withPart(2, encodeBase64url(new Uint8Array(64).fill(1))) }),
    ],
    [
      'RFC 7518 §3.4',
      'a signature has 64 bytes',
      () => ({
        sdJwt: (plain) =>
          plain.replace(/^[^~]+/, (jwt) => `${jwt}AAAA`.replace(/\.[^.]*$/, '.AAAA')),
      }),
    ],
  ],
};
