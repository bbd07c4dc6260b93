/**
 * The one form of README.md, rule by rule: which bytes a text becomes, written out by hand. A format
 * that changed would still find its way back, and cards that are out there would be damaged.
 */
import { describe, expect, it } from 'vitest';
import { encodeBase64url, fromBinary } from '../../src/base/bytes.ts';
import { writeLength } from '../../src/credential/length.ts';
import { digestOf } from '../../src/credential/sd-jwt.ts';
import { writeSkeleton } from '../../src/credential/write-skeleton.ts';
import { asSegment } from '../fixtures/raw-jws.ts';

/** A segment of these bytes, one character each. */
const segmentOf = (binary: string): string => encodeBase64url(fromBinary(binary));

/** What one segment in the issuer's JWT becomes. */
function written(segment: string): { readonly text: string; readonly raw: string } {
  const { text, raw } = writeSkeleton(`.${segment}.~`);
  expect(text.startsWith('\0')).toBe(true);
  expect(text.endsWith('\0\x07')).toBe(true);
  return { text: text.slice(1, -2), raw };
}

/** Base64url of `length` bytes that are all 0xff, as bytes and as text. */
const noise = (length: number): string => '\xff'.repeat(length);
const noiseText = (length: number): string => segmentOf(noise(length));

describe('a segment', () => {
  it('that is empty is nothing, and each delimiter is written', () => {
    expect(writeSkeleton('..~~')).toEqual({ text: '\0\0\x07\x07', raw: '' });
    expect(writeSkeleton('..~~..')).toEqual({ text: '\0\0\x07\x07\0\0', raw: '' });
  });

  it('that is text is its text, with spaces, tabs and line ends', () => {
    const json = '{ "a" :\t[1,\r\n true] }';
    expect(written(asSegment(json))).toEqual({ text: json, raw: '' });
  });

  it('that is text beyond ASCII is its UTF-8', () => {
    const utf8 = '["\xc5\xbbaneta"]';
    expect(written(asSegment('["Żaneta"]'))).toEqual({ text: utf8, raw: '' });
  });

  const literals = {
    'characters outside the alphabet': '=',
    'one character in the last group': 'AAAAA',
    'spare bits in a group of two': 'AB',
    'spare bits in a group of three': 'AAB',
  };
  for (const [what, segment] of Object.entries(literals))
    it(`with ${what} is 0x08, its length and itself`, () => {
      const length = String.fromCharCode(segment.length);
      expect(written(segment)).toEqual({ text: `\x08${length}${segment}`, raw: '' });
    });

  it('with a length from 128 on has that in two bytes, the lower seven bits first', () => {
    const segment = `${'A'.repeat(128)}=`;
    expect(written(segment)).toEqual({ text: `\x08\x81\x01${segment}`, raw: '' });
    const bytes = noise(300);
    expect(written(segmentOf(bytes))).toEqual({ text: '\x0c\xac\x02', raw: bytes });
    expect([0, 127, 128, 16_383].map(writeLength)).toEqual([[0], [127], [0x80, 1], [0xff, 0x7f]]);
  });

  it('of 64 bytes that are no text is 0x0b', () => {
    expect(written(segmentOf(noise(64)))).toEqual({ text: '\x0b', raw: noise(64) });
  });

  it('of 64 bytes that are text is text', () => {
    const text = 'a'.repeat(64);
    expect(written(asSegment(text))).toEqual({ text, raw: '' });
  });

  it('of any other bytes is 0x0c with their number', () => {
    for (const length of [1, 63, 65])
      expect(written(segmentOf(noise(length)))).toEqual({
        text: `\x0c${String.fromCharCode(length)}`,
        raw: noise(length),
      });
  });

  it('is no text where one byte of it could be taken for a token', () => {
    for (const byte of ['\0', '\x01', '\x07', '\x08', '\x0b', '\x0c', '\x0e', '\x1f'])
      expect(written(segmentOf(`{}${byte}`))).toEqual({ text: '\x0c\x03', raw: `{}${byte}` });
  });

  it('is no text where it is no UTF-8', () => {
    for (const bytes of ['\xc5', 'a\xff', '\xc0\xaf', '\xed\xa0\x80'])
      expect(written(segmentOf(bytes)).text).toBe(`\x0c${String.fromCharCode(bytes.length)}`);
  });

  it('is text from 0x20 on, up to the last byte that UTF-8 has', () => {
    const text = ' \x7f\u0080\u{10ffff}';
    const utf8 = ' \x7f\xc2\x80\xf4\x8f\xbf\xbf';
    expect(written(asSegment(text))).toEqual({ text: utf8, raw: '' });
  });
});

describe('a JSON string', () => {
  it('of 22 characters of Base64url is 0x02', () => {
    expect(written(asSegment(`["${noiseText(16)}",1]`))).toEqual({
      text: '[\x02,1]',
      raw: noise(16),
    });
  });

  it('of 43 characters of Base64url is 0x01', () => {
    expect(written(asSegment(`{"x":"${noiseText(32)}"}`))).toEqual({
      text: '{"x":\x01}',
      raw: noise(32),
    });
  });

  it('of 24 characters of Base64url or more is 0x05 with the number of bytes', () => {
    for (const length of [18, 31, 33, 64])
      expect(written(asSegment(`["${noiseText(length)}"]`))).toEqual({
        text: `[\x05${String.fromCharCode(length)}]`,
        raw: noise(length),
      });
  });

  const kept = {
    'shorter than 22 characters': noiseText(15),
    'of 23 characters': noiseText(17),
    'of 25 characters': 'A'.repeat(25),
    'with spare bits': `${'A'.repeat(21)}B`,
    'of other characters': `${'A'.repeat(21)} `,
    'in padded Base64': `${'A'.repeat(22)}==`,
    'of ordinary words': 'Akademia Okazowa w Krakowie',
  };
  for (const [what, content] of Object.entries(kept))
    it(`${what} stays as it is`, () => {
      const json = `["${content}"]`;
      expect(written(asSegment(json))).toEqual({ text: json, raw: '' });
    });

  const key = noiseText(32);
  const unfit = {
    'text outside quotes stays': `[${'1'.repeat(24)},${'1'.repeat(45)}]`,
    'an escaped quote begins none': `"a\\"${key}"`,
    'an escaped quote ends none': `"${key}\\" b"`,
    'more may follow an escape': `"\\n${key}"`,
    'an escaped backslash escapes no quote': `"a\\\\b\\\\"`,
    'one that never ends is text': `"${key}`,
    'one that ends in a backslash is text': `"${key}\\`,
  };
  for (const [rule, json] of Object.entries(unfit))
    it(`has its quotes to the letter: ${rule}`, () => {
      expect(written(asSegment(json))).toEqual({ text: json, raw: '' });
    });

  it('is found behind others, whatever they escape', () => {
    const json = (string: string): string => `["\\"","\\"x","\\\\y","a\nb",${string}]`;
    expect(written(asSegment(json(`"${key}"`))).text).toBe(json('\x01'));
    expect(written(asSegment(`"${key}""${key}"`)).text).toBe('\x01\x01');
  });
});

describe('the digest of a disclosure', () => {
  const [first, second] = [asSegment(['a', 'x', 1]), asSegment(['a', 'y', 1])];
  const quoted = (text: string): string => `"${digestOf(text)}"`;

  it('is a token by the disclosure’s place, in payload and header', () => {
    const issuer = `${asSegment(quoted(first))}.${asSegment(`[${quoted(second)},${quoted(first)}]`)}.`;
    const { text, raw } = writeSkeleton(`${issuer}~${first}~${second}~`);
    expect(text).toBe('\x0e\0[\x0f,\x0e]\0\x07["a","x",1]\x07["a","y",1]\x07');
    expect(raw).toBe('');
  });

  it('is that of the first where two disclosures are the same', () => {
    const { text } = writeSkeleton(`.${asSegment(quoted(first))}.~${second}~${first}~${first}~`);
    expect(text.startsWith('\0\x0f\0\x07')).toBe(true);
  });

  it('has a token for the first 18 alone', () => {
    const all = Array.from({ length: 19 }, (_, index) => asSegment(['a', `c${index}`, 1]));
    const payload = asSegment(`[${all.map(quoted).join('')}]`);
    const { text, raw } = writeSkeleton([`.${payload}.`, ...all, ''].join('~'));
    const tokens = String.fromCharCode(...Array.from({ length: 18 }, (_, index) => 0x0e + index));
    expect(text.startsWith(`\0[${tokens}\x01]\0\x07`)).toBe(true);
    expect(segmentOf(raw)).toBe(digestOf(all[18] ?? ''));
  });

  it('is raw in a disclosure and in the key binding', () => {
    const outer = asSegment(`["a","z",{"_sd":[${quoted(first)}]}]`);
    const { text } = writeSkeleton(`..~${first}~${outer}~.${asSegment(quoted(first))}.`);
    expect(text).toBe('\0\0\x07["a","x",1]\x07["a","z",{"_sd":[\x01]}]\x07\0\x01\0');
  });
});

describe('sd_hash', () => {
  const sdJwt = `..~${asSegment(['a', 'x', 1])}~`;
  const shown = '\0\0\x07["a","x",1]\x07';
  const quoted = `"${digestOf(sdJwt)}"`;

  it('is 0x04 in the key binding, in its header as in its payload', () => {
    const { text, raw } = writeSkeleton(`${sdJwt}${asSegment(quoted)}.${asSegment(quoted)}.`);
    expect(text).toBe(`${shown}\x04\0\x04\0`);
    expect(raw).toBe('');
  });

  it('covers the text up to the last ~ and no more', () => {
    const parts = [`..~`, sdJwt.slice(0, -1), `${sdJwt}.`].map((part) => `"${digestOf(part)}"`);
    const { text } = writeSkeleton(`${sdJwt}.${asSegment(`[${parts.join(',')}]`)}.`);
    expect(text).toBe(`${shown}\0[\x01,\x01,\x01]\0`);
  });
});

describe('a picture', () => {
  const prefix = 'data:image/avif;base64,';
  const uri = (binary: string, start = prefix): string => `${start}${btoa(binary)}`;
  const picture = (content: string) => written(asSegment(`["${content}"]`));

  it('is 0x06, its prefix, the head up to the first mdat, and the number of bytes behind', () => {
    expect(picture(uri('headmdat\0\x01mdat'))).toEqual({
      text: `[\x06${prefix}\x08headmdat\x06]`,
      raw: '\0\x01mdat',
    });
    expect(picture(uri('mdat\xff'))).toEqual({ text: `[\x06${prefix}\x04mdat\x01]`, raw: '\xff' });
  });

  it('may be WebP, and may have no mdat or nothing at all', () => {
    const webp = 'data:image/webp;base64,';
    expect(picture(uri('RIFF', webp))).toEqual({ text: `[\x06${webp}\0\x04]`, raw: 'RIFF' });
    expect(picture(uri('', webp))).toEqual({ text: `[\x06${webp}\0\0]`, raw: '' });
    expect(picture(uri('mda'))).toEqual({ text: `[\x06${prefix}\0\x03]`, raw: 'mda' });
  });

  it('has its head within the first 1,024 bytes', () => {
    const head = `${'a'.repeat(1020)}mdat`;
    expect(picture(uri(`${head}b`))).toEqual({
      text: `[\x06${prefix}\x80\x08${head}\x01]`,
      raw: 'b',
    });
    const late = `a${head}b`;
    expect(picture(uri(late))).toEqual({ text: `[\x06${prefix}\0\x82\x08]`, raw: late });
  });

  const others = {
    'of another type': 'data:image/png;base64,AAAA',
    'without padding': `${prefix}AA`,
    'with spare bits': `${prefix}AB==`,
    'with something before it': `x${uri('mdat')}`,
  };
  for (const [what, content] of Object.entries(others))
    it(`${what} is text`, () => {
      expect(picture(content)).toEqual({ text: `["${content}"]`, raw: '' });
    });
});
