/** Rules of length.ts: LEB128 in one byte or two, and one form for each length. */
import { describe, expect, it } from 'vitest';
import { readLength, writeLength } from '../../src/credential/length.ts';

/** Reads a length from bytes, and tells how many of them it took. */
function read(...bytes: readonly number[]): readonly [number, number] {
  let taken = 0;
  const length = readLength(() => bytes[taken++] ?? -1);
  return [length, taken];
}

describe('a length', () => {
  const forms: [number, number[]][] = [
    [0, [0]],
    [1, [1]],
    [127, [0x7f]],
    [128, [0x80, 1]],
    [255, [0xff, 1]],
    [256, [0x80, 2]],
    [16_383, [0xff, 0x7f]],
  ];
  for (const [length, bytes] of forms)
    it(`of ${length} has one form of ${bytes.length}`, () => {
      expect(writeLength(length)).toEqual(bytes);
      expect(read(...bytes, 7)).toEqual([length, bytes.length]);
    });

  const others: Record<string, number[]> = {
    'a byte too many': [0x83, 0],
    'two bytes for zero': [0x80, 0],
    'three bytes': [0x80, 0x80, 1],
    'a second byte that goes on': [0x81, 0xff],
    'no byte': [],
    'an end within': [0x81],
  };
  for (const [what, bytes] of Object.entries(others))
    it(`is none with ${what}`, () => {
      expect(read(...bytes)[0]).toBe(-1);
    });
});
