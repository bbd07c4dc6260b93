/**
 * A pool of specimen portraits, coded once: coding takes a third of a second each, and their drawing
 * does not matter to any figure, only their size does.
 */

import { concatBytes } from '../../../src/base/bytes.ts';
import type { Picture } from '../../../src/credential/card-claims.ts';
import { pictureBytes } from '../../../src/credential/vocabulary.ts';
import { drawPortrait, encodePortrait } from '../../../src/issuer/portraits.ts';
import type { Dice } from '../../../src/issuer/specimens.ts';

const portraits = 24;
const firstSeed = 1000;

let pool: Promise<readonly Picture[]> | null = null;

/** The pool, each portrait of at most the size that issuers aim at. */
export function codePortraits(): Promise<readonly Picture[]> {
  pool ??= Promise.all(
    Array.from({ length: portraits }, async (_, index): Promise<Picture> => {
      const drawing = drawPortrait({ seed: firstSeed + index });
      const coded = await encodePortrait(drawing, { maxBytes: pictureBytes.target });
      return { type: 'image/avif', bytes: concatBytes(coded) };
    }),
  );
  return pool;
}

/** A picture made as large as a card may carry, by bytes that no compressor makes smaller. */
export function padToMaximum({ type, bytes }: Picture, dice: Dice): Picture {
  const padding = Uint8Array.from({ length: pictureBytes.maximum - bytes.length }, () => dice(256));
  return { type, bytes: concatBytes(bytes, padding) };
}
