/** Rules of unpack.ts on hostile text: one form for one card, limits, and newer formats. */
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { decode as decodeBase45, encode as encodeBase45 } from '@digitalbazaar/base45';
import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, encodeBase64url, encodeUtf8 } from '../../src/base/bytes.ts';
import { dictionary } from '../../src/credential/dictionary.ts';
import { writeLength } from '../../src/credential/length.ts';
import { pack } from '../../src/credential/pack.ts';
import { splitSdJwt } from '../../src/credential/sd-jwt.ts';
import { token } from '../../src/credential/skeleton.ts';
import { unpack } from '../../src/credential/unpack.ts';
import { makeBoundCard, makeCardKeys } from '../fixtures/hand-made-card.ts';
import { asSegment } from '../fixtures/raw-jws.ts';
import { type SkeletonBytes, skeletonBytes } from '../fixtures/skeleton-bytes.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

let code: string;
let container: Uint8Array;
let skeleton: SkeletonBytes;
let card: string;
beforeAll(async () => {
  card = await makeBoundCard(await makeCardKeys());
  code = unwrap(pack(card));
  container = decodeBase45(code.slice(6));
  skeleton = skeletonBytes(card);
});

const read = async (text: string): Promise<string> => outcome(unpack(text));
const readContainer = (bytes: Uint8Array): Promise<string> => read(`MLEG1:${encodeBase45(bytes)}`);

const deflate = (text: Uint8Array): Uint8Array => deflateRawSync(text, { dictionary });

/** Reads a code made of any two streams, well deflated. */
function readStreams(text: Uint8Array | number[], raw: Uint8Array | number[]): Promise<string> {
  const deflated = deflate(Uint8Array.from(text));
  const head = [1, ...writeLength(deflated.length)];
  return readContainer(concatBytes(Uint8Array.from(head), deflated, Uint8Array.from(raw)));
}

/** The skeleton's text with bytes replaced from an index on. */
const splice = (at: number, remove: number, ...insert: number[]): number[] => {
  const bytes = [...skeleton.text];
  bytes.splice(at, remove, ...insert);
  return bytes;
};

describe('the text form', () => {
  it('is not a card without its prefix to the letter', async () => {
    for (const text of [
      '',
      'HC1:ABC',
      'mleg1:ABC',
      ' MLEG1:ABC',
      'MLEG:ABC',
      'MLEG1',
      'MLEG1234:A',
    ])
      expect(await read(text)).toBe('not-a-card');
  });

  it('is newer where the digit is higher', async () => {
    for (const text of ['MLEG2:', 'MLEG2:ABC', 'MLEG10:ABC', 'MLEG999:????'])
      expect(await read(text)).toBe('newer-format');
  });

  it('is damaged where the digit is written another way', async () => {
    for (const digit of ['01', '001', '0', '00']) {
      const text = code.replace('MLEG1:', `MLEG${digit}:`);
      expect(await read(text)).toBe('damaged');
    }
  });

  it('is Base45 in its one form', async () => {
    const body = code.slice(6);
    const bodies = [
      '',
      'A',
      body.slice(0, -1),
      `${body}0`,
      `${body}00`,
      body.toLowerCase(),
      ` ${body}`,
      `${body}\n`,
      `:::${body.slice(3)}`,
      `${body.slice(0, 9)}Ą${body.slice(10)}`,
      `${body.slice(0, 9)}\u{10300}${body.slice(10)}`,
      `${body.slice(0, 3)}ŁŁŁ${body.slice(6)}`,
    ];
    for (const altered of bodies) expect(await read(`MLEG1:${altered}`)).toBe('damaged');
  });

  it('has no character beyond Latin-1, which stands for zero bytes to a careless decoder', async () => {
    const text = unwrap(pack(`..${encodeBase64url(new Uint8Array(64))}~`));
    expect(text).toContain('000');
    expect(await read(text)).toBe('ok');
    expect(await read(text.replace('000', 'ŁŁŁ'))).toBe('damaged');
  });

  it('holds at most 1,853 characters, though all else be well', async () => {
    const noise = (length: number): string => encodeBase64url(randomBytes(length));
    const short = skeletonBytes(`..${noise(1200)}~`);
    expect(await readStreams(short.text, short.raw)).toBe('ok');
    const long = skeletonBytes(`..${noise(1250)}~`);
    expect(await readStreams(long.text, long.raw)).toBe('damaged');
    expect(await read(`MLEG1:${'0'.repeat(1_000_000)}`)).toBe('damaged');
  });
});

describe('the container', () => {
  it('is newer where its version is higher', async () => {
    for (const version of [2, 3, 255])
      expect(await readContainer(Uint8Array.of(version, ...container.slice(1)))).toBe(
        'newer-format',
      );
  });

  it('has no version 0', async () => {
    expect(await readContainer(Uint8Array.of(0, ...container.slice(1)))).toBe('damaged');
  });

  it('writes the length in as few bytes as it needs', async () => {
    const streams = skeletonBytes('..~');
    const short = deflate(streams.text);
    expect(await readContainer(concatBytes(Uint8Array.of(1, short.length), short))).toBe('ok');
    const long = concatBytes(Uint8Array.of(1, short.length | 0x80, 0), short);
    expect(await readContainer(long)).toBe('damaged');
    const [, low = 0, high = 0] = container;
    const third = Uint8Array.of(1, low, high | 0x80, 0, ...container.slice(3));
    expect(await readContainer(third)).toBe('damaged');
  });

  it('is whole', async () => {
    for (let length = 0; length < container.length; length += 7)
      expect(await readContainer(container.slice(0, length))).toBe('damaged');
  });

  it('has nothing behind its end', async () => {
    for (const tail of [[0], [1, 2], [...container]])
      expect(await readContainer(Uint8Array.from([...container, ...tail]))).toBe('damaged');
  });

  it('has nothing behind the deflate stream that its length covers', async () => {
    const deflated = concatBytes(deflate(skeleton.text), Uint8Array.of(0));
    const head = Uint8Array.of(1, ...writeLength(deflated.length));
    expect(await readContainer(concatBytes(head, deflated, skeleton.raw))).toBe('damaged');
  });

  it('inflates to at most 8 KiB', async () => {
    const bomb = deflateRawSync(new Uint8Array(5_000_000).fill(0x20), { level: 9 });
    const small = bomb.subarray(0, 1000);
    for (const stream of [small, deflateRawSync(new Uint8Array(8193).fill(0x20))]) {
      const head = Uint8Array.of(1, ...writeLength(stream.length));
      expect(await readContainer(concatBytes(head, stream))).toBe('damaged');
    }
  });

  it('counts the raw stream towards the 8 KiB', async () => {
    const padded = (spaces: number): SkeletonBytes =>
      skeletonBytes(`.${asSegment(' '.repeat(spaces))}.${encodeBase64url(randomBytes(300))}~`);
    const fits = padded(7800);
    expect(await readStreams(fits.text, fits.raw)).toBe('ok');
    const exceeds = padded(7900);
    expect(await readStreams(exceeds.text, exceeds.raw)).toBe('damaged');
  });
});

describe('the skeleton', () => {
  it('is taken as it was written', async () => {
    expect(await readStreams(skeleton.text, skeleton.raw)).toBe('ok');
  });

  it('refers to a digest that can be computed again, and never spells it out', async () => {
    const text = [...skeleton.text];
    const digests = splitSdJwt(card)?.disclosures.length ?? 0;
    expect(digests).toBeGreaterThan(0);
    const at = text.findIndex((byte) => byte >= token.firstDigest && byte < 0x20);
    const parts = splitSdJwt(card);
    const named = parts?.disclosures[(text[at] as number) - token.firstDigest] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', encodeUtf8(named));
    const rawBefore = [...skeleton.raw];
    // Holder's key (two coordinates) comes before the digests in the raw stream.
    rawBefore.splice(64, 0, ...new Uint8Array(digest));
    expect(await readStreams(splice(at, 1, token.raw32), rawBefore)).toBe('damaged');
  });

  it('refers to no disclosure that is not there, and to none from a disclosure', async () => {
    const at = skeleton.text.findIndex((byte) => byte >= token.firstDigest && byte < 0x20);
    expect(await readStreams(splice(at, 1, 0x1f), skeleton.raw)).toBe('damaged');
    const end = skeleton.text.indexOf(token.endWithTilde);
    expect(await readStreams(splice(end + 1, 0, token.firstDigest), skeleton.raw)).toBe('damaged');
    expect(await readStreams(splice(0, 0, token.sdHash), skeleton.raw)).toBe('damaged');
  });

  it('writes a signature as one, and plain text as text', async () => {
    const at = skeleton.text.indexOf(token.signatureSegment);
    const spelled = splice(at, 1, token.rawSegment, 64);
    expect(await readStreams(spelled, skeleton.raw)).toBe('damaged');
    const asRaw = [token.rawSegment, 2, ...skeleton.text];
    expect(await readStreams(asRaw, [0x7b, 0x7d, ...skeleton.raw])).toBe('damaged');
  });

  const variants: Record<string, () => [number[], number[]]> = {
    'an empty raw segment': () => [[token.rawSegment, 0, token.endWithTilde], []],
    'an empty literal segment': () => [[token.literalSegment, 0, token.endWithTilde], []],
    'a literal segment that is Base64url': () => [
      [token.literalSegment, 4, ...encodeUtf8('AAAA'), token.endWithTilde],
      [],
    ],
    'a literal segment with delimiters inside': () => [
      [token.literalSegment, 3, ...encodeUtf8('A~A'), token.endWithTilde],
      [],
    ],
    'a length in two bytes where one would do': () => [
      [token.rawSegment, 0x83, 0, token.endWithTilde],
      [0xff, 0xff, 0xff],
    ],
    'a length that never ends': () => [
      [token.rawSegment, 0x80, 0x80, 0x80, token.endWithTilde],
      [],
    ],
    'a raw run of a key’s length': () => [
      [token.rawRun, 32, token.endWithTilde],
      Array(32).fill(1),
    ],
    'a raw run shorter than any': () => [
      [token.rawRun, 3, token.endWithTilde],
      [1, 2, 3],
    ],
    'a token that means nothing': () => [[0x03, token.endWithTilde], []],
    'a token that means nothing and is white space elsewhere': () => [[0x0c, 0xff], []],
    'a picture without its prefix': () => [[token.image, 0x41, token.endWithTilde], []],
    'a picture that is all raw where it has boxes': () => [
      [token.image, ...encodeUtf8('data:image/avif;base64,'), 0, 8, token.endWithTilde],
      [...encodeUtf8('mdatABCD')],
    ],
    'raw bytes that nobody takes': () => [[...skeleton.text], [...skeleton.raw, 0]],
    'raw bytes that are missing': () => [[...skeleton.text], [...skeleton.raw.slice(1)]],
    'no delimiter at all': () => [[...encodeUtf8('{}')], []],
    'an empty skeleton': () => [[], []],
  };
  for (const [what, make] of Object.entries(variants))
    it(`refuses ${what}`, async () => {
      const [text, raw] = make();
      expect(await readStreams(text, raw)).toBe('damaged');
    });
});
