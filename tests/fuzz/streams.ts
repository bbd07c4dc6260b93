/**
 * A card's two streams as bytes, and the container around them: the places where mutants get in between
 * the project's own steps. Deflates with zlib, since the format leaves the compressor open.
 */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { decode as decodeBase45 } from '@digitalbazaar/base45';
import { dictionary, dictionaryVersion } from '../../src/credential/dictionary.ts';
import { writeLength } from '../../src/credential/length.ts';
import type { RandomSource } from './random-source.ts';

/** Skeleton and raw bytes. */
export interface Streams {
  readonly text: Uint8Array;
  readonly raw: Uint8Array;
}

/** Puts streams into a container, deflated as any compressor might. */
export function contain({ text, raw }: Streams, random: RandomSource): Uint8Array {
  const level = random.pick([1, 6, 9, 9]);
  const strategy = random.onceIn(3) ? constants.Z_FIXED : constants.Z_DEFAULT_STRATEGY;
  const deflated = deflateRawSync(text, { dictionary, level, strategy });
  const head = [dictionaryVersion, ...writeLength(deflated.length)];
  return Buffer.concat([Uint8Array.from(head), deflated, raw]);
}

/** The streams of a code's text by way of zlib; null where zlib refuses what fflate lets through. */
export function readStreams(code: string): Streams | null {
  const container = decodeBase45(code.slice(6));
  const [, low = 0, high = 0] = container;
  const length = low < 0x80 ? low : (low & 0x7f) | (high << 7);
  const start = low < 0x80 ? 2 : 3;
  const raw = container.subarray(start + length);
  try {
    return { text: inflateRawSync(container.subarray(start, start + length), { dictionary }), raw };
  } catch {
    return null;
  }
}
