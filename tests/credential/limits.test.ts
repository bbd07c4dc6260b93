/** PROTOCOL §3: each limit of packing and unpacking, at its last value and one beyond. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { decode as decodeBase45, encode as encodeBase45 } from '@digitalbazaar/base45';
import { describe, expect, it } from 'vitest';
import { concatBytes, encodeBase64url, fromBinary } from '../../src/base/bytes.ts';
import { isPackable } from '../../src/credential/container.ts';
import { dictionary } from '../../src/credential/dictionary.ts';
import { writeLength } from '../../src/credential/length.ts';
import { pack } from '../../src/credential/pack.ts';
import { digestOf } from '../../src/credential/sd-jwt.ts';
import { unpack } from '../../src/credential/unpack.ts';
import { writeSkeleton } from '../../src/credential/write-skeleton.ts';
import { asSegment } from '../fixtures/raw-jws.ts';
import { skeletonBytes } from '../fixtures/skeleton-bytes.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

/** Bytes that no compressor makes shorter, always the same. */
function noise(length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(String(index)).digest(),
  );
  return concatBytes(...blocks).subarray(0, length);
}

const readContainer = (...parts: Uint8Array[]): string =>
  outcome(unpack(`MLEG1:${encodeBase45(concatBytes(...parts))}`));

/** Reads the code of a text that was packed without looking at any limit. */
function readPacked(sdJwt: string): string {
  const { text, raw } = skeletonBytes(sdJwt);
  const deflated = deflateRawSync(text, { level: 9, dictionary });
  return readContainer(Uint8Array.of(1, ...writeLength(deflated.length)), deflated, raw);
}

describe('a QR text', () => {
  it('has at most 1,853 characters', () => {
    const codes = new Map<number, string>();
    for (let length = 1150; length < 1250; length++) {
      const sdJwt = `..${encodeBase64url(noise(length))}~`;
      const packed = pack(sdJwt);
      if (packed.ok) codes.set(packed.value.length, sdJwt);
      else expect([packed.failure, readPacked(sdJwt)]).toEqual(['too-large', 'damaged']);
    }
    const longest = codes.get(1853) ?? '';
    expect(Math.max(...codes.keys())).toBe(1853);
    expect(unwrap(unpack(unwrap(pack(longest))))).toBe(longest);
  });
});

describe('skeleton and raw bytes', () => {
  const text = (spaces: number, raw: number): string =>
    `.${asSegment(' '.repeat(spaces))}.${encodeBase64url(noise(raw))}~`;
  const sizeOf = (sdJwt: string): number => {
    const skeleton = writeSkeleton(sdJwt);
    return skeleton.text.length + skeleton.raw.length;
  };

  it('are 8,192 bytes together at most', () => {
    for (const raw of [64, 600]) {
      const spaces = 8192 - sizeOf(text(0, raw));
      expect(sizeOf(text(spaces, raw))).toBe(8192);
      expect(outcome(pack(text(spaces, raw)))).toBe('ok');
      expect(readPacked(text(spaces, raw))).toBe('ok');
      expect(outcome(pack(text(spaces + 1, raw)))).toBe('too-large');
      expect(readPacked(text(spaces + 1, raw))).toBe('damaged');
    }
  });
});

describe('an SD-JWT', () => {
  const disclosure = asSegment('["a"]');
  const digests = `"${digestOf(disclosure)}"`.repeat(270);
  const text = (length: number): string =>
    `.${asSegment(digests)}.~${disclosure}`.padEnd(length, '~');

  it('has at most 16,384 characters, though its skeleton be short', () => {
    expect(text(16_384)).toHaveLength(16_384);
    expect(writeSkeleton(text(16_384)).text.length).toBeLessThan(1000);
    expect(isPackable(text(16_384))).toBe(true);
    expect(isPackable(text(16_385))).toBe(false);
    expect(outcome(pack(text(16_384)))).toBe('ok');
    expect(outcome(pack(text(16_385)))).toBe('too-large');
    expect(readPacked(text(16_384))).toBe('ok');
    expect(readPacked(text(16_385))).toBe('damaged');
  });
});

describe('the deflate stream', () => {
  /** One stored block (RFC 1951 §3.2.4). */
  const stored = (bytes: Uint8Array, isLast: boolean): Uint8Array =>
    concatBytes(
      fromBinary(String.fromCharCode(isLast ? 1 : 0, bytes.length & 0xff, bytes.length >> 8)),
      fromBinary(String.fromCharCode(~bytes.length & 0xff, (~bytes.length >> 8) & 0xff)),
      bytes,
    );
  /** A skeleton of that many bytes, all of it text. */
  const skeleton = (length: number): Uint8Array =>
    skeletonBytes(`.${asSegment(' '.repeat(length - 3))}.~`).text;

  for (const length of [9, 127, 128, 129, 255, 256, 384, 1000])
    it(`may have ${length} bytes`, () => {
      const stream = stored(skeleton(length - 5), true);
      expect(stream).toHaveLength(length);
      const head = Uint8Array.of(1, ...writeLength(length));
      expect(readContainer(head, stream)).toBe('ok');
    });

  it('is never longer than the container', () => {
    const stream = stored(skeleton(100), true);
    expect(readContainer(Uint8Array.of(1, stream.length), stream)).toBe('ok');
    expect(readContainer(Uint8Array.of(1, stream.length + 1), stream)).toBe('damaged');
    expect(readContainer(Uint8Array.of(1, stream.length | 0x80, 1), stream)).toBe('damaged');
  });

  it('does not lend its first byte to the length', () => {
    const bytes = skeleton(100);
    const stream = concatBytes(
      stored(bytes.subarray(0, 50), false),
      stored(bytes.subarray(50), true),
    );
    expect(stream[0]).toBe(0);
    expect(readContainer(Uint8Array.of(1, stream.length), stream)).toBe('ok');
    expect(readContainer(Uint8Array.of(1, stream.length | 0x80), stream)).toBe('damaged');
  });

  it('is as long as the container says, in one byte or two', () => {
    const [, low = 0] = decodeBase45(unwrap(pack('..~')).slice('MLEG1:'.length));
    expect(low).toBeLessThan(0x80);
    const words = encodeBase64url(noise(300)).replaceAll('-', ' ');
    const text = `..~${asSegment(JSON.stringify(words.split('')))}~`;
    const [, first = 0, second = 0] = decodeBase45(unwrap(pack(text)).slice('MLEG1:'.length));
    expect(first).toBeGreaterThanOrEqual(0x80);
    expect(second).toBeGreaterThan(1);
    expect(unwrap(unpack(unwrap(pack(text))))).toBe(text);
  });
});
