/** Rules of src/base/inflate.ts: bombs stop at the limit, and streams are taken to the letter. */
import { randomBytes } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/base/bytes.ts';
import { inflateRaw } from '../../src/base/inflate.ts';
import { inflateZlib } from '../../src/base/zlib.ts';
import { outcome } from '../fixtures/test-world.ts';

const text = encodeUtf8('legitymacja studencka, legitymacja szkolna; '.repeat(40));
const notDeflate = { ok: false, failure: 'not-deflate' };
const tooLarge = { ok: false, failure: 'too-large' };

const raw = (bytes: Uint8Array, level = 9): Uint8Array =>
  new Uint8Array(deflateRawSync(bytes, { level }));
const zlib = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));

describe('raw deflate', () => {
  it('gives back what any level of another compressor made', () => {
    for (let level = 0; level <= 9; level++)
      for (const bytes of [text, new Uint8Array(randomBytes(1000)), new Uint8Array(1)])
        expect(inflateRaw(raw(bytes, level), 10_000)).toEqual({ ok: true, value: bytes });
  });

  it('gives back streams of every short length, whatever bits their last byte leaves', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = text.slice(0, length);
      expect(inflateRaw(raw(bytes), 1000)).toEqual({ ok: true, value: bytes });
    }
  });

  it('stops a bomb at the limit', () => {
    const read = inflateRaw(raw(new Uint8Array(50_000_000)), 8192);
    expect(outcome(read)).toBe('too-large');
  });

  it('takes each byte of a stream once at most, and of a bomb no more than the limit needs', () => {
    for (const bytes of [text, new Uint8Array(randomBytes(5000)), new Uint8Array(50_000_000)]) {
      const stream = raw(bytes);
      const taken = new Map<string, number>();
      const counted = new Proxy(stream, {
        get: (target, name) => {
          if (typeof name === 'string' && /^\d+$/.test(name))
            taken.set(name, (taken.get(name) ?? 0) + 1);
          return Reflect.get(target, name, target);
        },
      });
      inflateRaw(counted, 8192);
      expect(Math.max(...taken.values())).toBe(1);
      expect(taken.size).toBeLessThanOrEqual(Math.min(stream.length, 8192));
    }
  });

  it('takes exactly the limit and not a byte more', () => {
    expect(inflateRaw(raw(text), text.length).ok).toBe(true);
    expect(inflateRaw(raw(text), text.length - 1)).toEqual(tooLarge);
  });

  it('refuses trailing bytes, whatever they are', () => {
    for (const tail of [[0], [0xff], [3, 0], [...raw(text)]])
      expect(inflateRaw(Uint8Array.from([...raw(text), ...tail]), 10_000)).toEqual(notDeflate);
  });

  it('refuses a stream cut anywhere', () => {
    const stream = raw(text);
    for (let length = 0; length < stream.length; length++)
      expect(inflateRaw(stream.slice(0, length), 10_000)).toEqual(notDeflate);
  });

  it('refuses an unknown block type and a distance before the beginning', () => {
    expect(inflateRaw(Uint8Array.of(0x07, 0, 0), 100).ok).toBe(false);
    const needsDictionary = new Uint8Array(deflateRawSync(text, { dictionary: text }));
    expect(inflateRaw(needsDictionary, 10_000, text).ok).toBe(true);
    const read = inflateRaw(needsDictionary, 10_000);
    expect(read.ok && Buffer.from(read.value).equals(text)).toBe(false);
  });
});

describe('zlib', () => {
  it('gives back what another compressor made', () => {
    for (const bytes of [text, new Uint8Array(), new Uint8Array(randomBytes(5000))])
      expect(inflateZlib(zlib(bytes), 10_000)).toEqual({ ok: true, value: bytes });
  });

  const stream = zlib(text);
  const last = stream.length - 1;
  const altered = (at: number, flip: number): Uint8Array =>
    stream.map((byte, index) => (index === at ? byte ^ flip : byte));
  const refused = {
    'a wrong Adler-32': altered(last, 1),
    'an Adler-32 wrong in its first byte': altered(last - 3, 0x80),
    'a wrong header checksum': altered(1, 1),
    'another method': Uint8Array.from([0x77, 0x01 ^ 0, ...stream.slice(2)]),
    'a preset dictionary': Uint8Array.from([0x78, 0xbb, ...stream.slice(2)]),
    'trailing bytes': Uint8Array.from([...stream, 0]),
    'a cut stream': stream.slice(0, -1),
    'a stream cut to its header': stream.slice(0, 2),
    nothing: new Uint8Array(),
  };
  for (const [what, bytes] of Object.entries(refused))
    it(`refuses ${what}`, () => {
      expect(inflateZlib(bytes, 10_000)).toEqual(notDeflate);
    });

  it('stops a bomb at the limit', () => {
    const read = inflateZlib(zlib(new Uint8Array(50_000_000)), 32_768);
    expect(outcome(read)).toBe('too-large');
  });
});
