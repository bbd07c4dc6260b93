/** Rules of src/base/bytes.ts: one text for one byte string. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  concatBytes,
  decodeBase64,
  decodeBase64url,
  decodeUtf8,
  encodeBase64,
  encodeBase64url,
  encodeUtf8,
  equalBytes,
} from '../../src/base/bytes.ts';
import { sha256Hex } from '../../src/base/sha256.ts';

describe('Base64url', () => {
  it('gives every byte string back', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = new Uint8Array(randomBytes(length));
      expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes);
    }
  });

  const refused = {
    padding: 'AA==',
    'non-zero spare bits of one byte': 'AB',
    'non-zero spare bits of two bytes': 'AAB',
    'a single character': 'A',
    'a length of four and one': 'AAAAA',
    'the standard alphabet': 'ab+/',
    'white space': 'AA AA',
    'a line end': 'AAAA\n',
    'characters beyond ASCII': 'AAĄA',
  };
  for (const [what, text] of Object.entries(refused))
    it(`refuses ${what}`, () => {
      expect(decodeBase64url(text)).toBeNull();
    });
});

describe('Base64', () => {
  it('gives every byte string back', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = new Uint8Array(randomBytes(length));
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
    }
  });

  for (const text of [
    'AA',
    'AA=',
    'AAA',
    'AB==',
    'AAB=',
    'A===',
    '=AAA',
    'AA==AAAA',
    'ab-_',
    'AAAA\n',
  ])
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(decodeBase64(text)).toBeNull();
    });
});

describe('UTF-8', () => {
  it('gives text back, a byte order mark included', () => {
    for (const text of ['', 'Zażółć gęślą jaźń', '\ufeff{}', '🎓'])
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });

  it('refuses bytes that are not UTF-8', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]])
      expect(decodeUtf8(Uint8Array.from(bytes))).toBeNull();
  });
});

describe('byte strings', () => {
  it('join in order', () => {
    const joined = concatBytes(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3));
    expect([...joined]).toEqual([1, 2, 3]);
  });

  it('are equal by length and content', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
  });

  it('hash as FIPS 180-4 says', async () => {
    expect(await sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
