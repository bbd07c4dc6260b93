/**
 * Rules of inflating, held against a second reader: a card's skeleton is taken from any compressor, and
 * a stream that is cut or has anything behind its end, even a bit, is not. What breaks the format's other
 * rules may be taken or not: fflate is lenient there, and the skeleton's one form decides.
 */
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inflateRaw } from '../../src/base/inflate.ts';
import { dictionary } from '../../src/credential/dictionary.ts';
import { inflateToTheBit } from './bit-inflate.ts';
import { type FuzzWorld, makeFuzzWorld } from './originals.ts';
import { RandomSource } from './random-source.ts';

const numRuns = Math.ceil(Number(process.env['FUZZ_RUNS'] ?? 40_000) / 10);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const limit = 8192;
const timeout = 120_000 + numRuns * 20;
const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED } = constants;
const strategies = [Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED];
const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

let world: FuzzWorld;
beforeAll(async () => {
  world = await makeFuzzWorld();
});

const deflate = (bytes: Uint8Array, level: number, strategy: number): Uint8Array =>
  Uint8Array.from(deflateRawSync(bytes, { dictionary, level, strategy }));

/** Text of a card or a stretch of it, deflated by some means, and changed, cut or added to. */
function makeAltered(random: RandomSource): Uint8Array {
  const { text } = random.pick(world.originals).skeleton;
  const start = random.below(text.length);
  const bytes = random.onceIn(2) ? text : text.subarray(start, start + random.below(90));
  const stream = [...deflate(bytes, random.pick(levels), random.pick(strategies))];
  const nearEnd = Math.max(0, stream.length - 3);
  const at = random.between(random.onceIn(2) ? nearEnd : 0, stream.length - 1);
  const change = random.below(4);
  if (change === 0) stream[at] = (stream[at] ?? 0) ^ (1 << random.below(8));
  else if (change === 1) stream.length = at;
  else if (change === 2) stream.push(...random.bytes(random.between(1, 3)));
  else stream[at] = random.below(256);
  return Uint8Array.from(stream);
}

/** Whether that many bits are the whole stream, but for zeros that fill its last byte. */
const isWhole = (stream: Uint8Array, bits: number): boolean =>
  Math.ceil(bits / 8) === stream.length &&
  (bits % 8 === 0 || (stream.at(-1) ?? 0) >> (bits % 8) === 0);

describe('inflating', () => {
  it('takes every card’s skeleton, whoever deflated it', () => {
    for (const { name, skeleton } of world.originals)
      for (const level of levels)
        for (const strategy of strategies) {
          const read = inflateRaw(deflate(skeleton.text, level, strategy), limit, dictionary);
          expect(read.ok && Buffer.from(read.value).equals(skeleton.text), name).toBe(true);
        }
  });

  it('takes no stream that ends before or behind its last bit', { timeout }, () => {
    const seen = { taken: 0, cut: 0, behind: 0 };
    fc.assert(
      fc.property(fc.noBias(fc.nat(2 ** 31 - 1)), (number) => {
        const stream = makeAltered(new RandomSource(number));
        const expected = inflateToTheBit(stream, dictionary);
        if (expected === 'invalid') return;
        const read = inflateRaw(stream.slice(), limit, dictionary);
        const whole = expected !== 'cut' && isWhole(stream, expected.bits);
        if (expected === 'cut') seen.cut++;
        else if (!whole) seen.behind++;
        if (!read.ok) return;
        seen.taken++;
        expect(whole, Buffer.from(stream).toString('hex')).toBe(true);
        if (expected !== 'cut') expect([...read.value]).toEqual(expected.bytes);
      }),
      { numRuns, seed },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(numRuns / 100);
  });
});
