/** Codes that people write down: what is read is what was written, whatever they make of it. */
import { describe, expect, it } from 'vitest';
import { readCrockford, writeCrockford } from '../../src/base/crockford.ts';

describe('a code in Crockford’s Base32', () => {
  it('has one character for each byte, and none that looks like another', () => {
    const all = writeCrockford(Uint8Array.from({ length: 64 }, (_, at) => at));
    expect(all).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.repeat(2));
  });

  it.each([
    ['k7qf-2m9x', 'K7QF2M9X'],
    [' K7QF 2M9X\n', 'K7QF2M9X'],
    ['ILOilo', '110110'],
  ])('is read as written, however it was typed: "%s"', (typed, code) => {
    expect(readCrockford(typed)).toBe(code);
  });

  it.each(['K7QU', 'K7QÓ', 'K7Q!'])('is none with another character: %s', (typed) => {
    expect(readCrockford(typed)).toBeNull();
  });
});
