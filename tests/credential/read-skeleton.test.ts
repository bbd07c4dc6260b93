/**
 * Rules of read-skeleton.ts on streams that do not fit each other: each gives null by itself, before
 * unpack.ts compares anything.
 */
import { describe, expect, it } from 'vitest';
import { longestSdJwt } from '../../src/credential/container.ts';
import { readSkeleton } from '../../src/credential/read-skeleton.ts';
import { digestOf } from '../../src/credential/sd-jwt.ts';
import { asSegment } from '../fixtures/raw-jws.ts';

const read = (text: string, raw = ''): string | null => readSkeleton({ text, raw }, digestOf);
const prefix = 'data:image/avif;base64,';

describe('a skeleton', () => {
  it('gives the text that it stands for', () => {
    const disclosure = asSegment('["a"]');
    const issuer = `.${asSegment(`["${digestOf(disclosure)}"]`)}.`;
    const sdJwt = `${issuer}~${disclosure}~`;
    const binding = `.${asSegment(`"${digestOf(sdJwt)}"`)}.`;
    expect(read('\0[\x0e]\0\x07["a"]\x07\0\x04\0')).toBe(`${sdJwt}${binding}`);
  });

  it('gives raw bytes in the order in which it asks for them', () => {
    const expected = asSegment(`"${'QUJD'.repeat(6)}""AA"`);
    expect(read('\x05\x12\x05\x01\x07\x0c\x03\x07', `${'ABC'.repeat(6)}\0\xff\xff\xff`)).toBe(
      `${expected}~____~`,
    );
  });

  it('takes a length of two bytes', () => {
    const raw = '\xff'.repeat(300);
    expect(read('\x0c\xac\x02\x07', raw)).toBe(`${'_'.repeat(400)}~`);
  });
});

describe('a skeleton that gives nothing', () => {
  const misfits: Record<string, [string, string?]> = {
    'has a token that means nothing': ['\x03\x07'],
    'has a token that means nothing before a picture': [`\x03${prefix}\0\0\x07`],
    'has no delimiter behind a literal segment': ['\x08\x01=x'],
    'has no delimiter behind a raw segment': ['\x0c\x01A', '\xff'],
    'has another token behind a signature': ['\x0b\x01', '\xff'.repeat(96)],
    'has a token for a key, and no raw bytes': ['\x01\x07'],
    'has a token for a salt, and too few raw bytes': ['\x02\x07', '\xff'.repeat(15)],
    'has a signature, and too few raw bytes': ['\x0b\x07', '\xff'.repeat(63)],
    'has a raw segment, and too few raw bytes': ['\x0c\x02\x07', '\xff'],
    'has a literal segment, and too few characters': ['\x08\x05AAAA'],
    'leaves raw bytes': ['{}\x07', '\xff'],
    'asks for less than there is': ['\x02\x07', '\xff'.repeat(17)],
    'refers to a digest of no disclosure': ['\x0e\0\0\x07'],
    'refers to a digest behind the last disclosure': ['\x0f\0\0\x07["a"]\x07'],
    'refers to a digest in a disclosure': ['\0\0\x07["a"]\x07\x0e\x07'],
    'refers to a digest in the key binding': ['\0\0\x07["a"]\x07\x0e\0\0'],
    'refers to sd_hash in the issuer’s JWT': ['\x04\0\0\x07'],
    'refers to sd_hash in a disclosure': ['\0\0\x07\x04\x07'],
    'has a picture of another type': ['\x06data:image/png;base64,\0\0\x07'],
    'has a picture with something before its prefix': [`\x06x${prefix}${'A'.repeat(44)}\0\x07`],
    'has a picture whose head is longer than the text': [`\x06${prefix}\x64\0\x07`],
    'has a picture whose rest is longer than the raw bytes': [`\x06${prefix}\0\x05\x07`, 'abcd'],
    'has a picture with no raw bytes at all': [`\x06${prefix}\0\x05\x07`],
    'ends within a picture’s prefix': ['\x06data:image/avif'],
    'ends before a picture’s lengths': [`\x06${prefix}`, ','.repeat(44)],
    'ends before a length': ['\x05', 'a'],
    'ends before a literal segment’s length': ['\x08'],
    'ends within a length': ['\x05\x81', 'a'],
    'has a length in a byte more than it needs': ['\x0c\x83\0\x07', '\xff\xff\xff'],
  };
  for (const [what, [text, raw]] of Object.entries(misfits))
    it(what, () => {
      expect(read(text, raw)).toBeNull();
    });

  it('has a length of three bytes', () => {
    expect(read('\x05\x80\x80\x07', 'a')).toBeNull();
    expect(read('\x05\x80\x80\x01\x07', 'a'.repeat(16_384))).toBeNull();
    expect(read(`\x08\x80\x80${'='.repeat(16_384)}\x07`)).toBeNull();
  });

  it('goes back in its raw bytes by such a length', () => {
    expect(read('\x05\x80\x80\x05\x01\x07')).toBeNull();
    expect(read('\x02\x05\x80\x80\x05\x01\x07', '\xff'.repeat(16))).toBeNull();
  });
});

describe('the issuer’s JWT', () => {
  /** A reference is one byte, and stands for 45 bytes or 60 characters. */
  const read273 = (emptySegments: number): string | null =>
    read(`\0${'\x0e'.repeat(273)}\0${'\0'.repeat(emptySegments)}\x07["a"]\x07`);

  it('is never longer than an SD-JWT may be, though a byte stands for many', () => {
    const disclosed = asSegment('["a"]').length + 1;
    expect(read273(0)).toHaveLength(longestSdJwt - 1 + disclosed);
    expect(read273(1)).toHaveLength(longestSdJwt + disclosed);
    expect(read273(2)).toBeNull();
    expect(read(`\0${'\x0e'.repeat(8000)}\0\x07["a"]\x07`)).toBeNull();
  });
});
