import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { functionPatterns } from '../../../src/scan/modules/function-patterns.ts';

const versions = Array.from({ length: 40 }, (_, index) => index + 1);

describe('the function patterns', () => {
  it.each(versions)('are those that another encoder draws, version %i', (version) => {
    const limits = { minVersion: version, maxVersion: version } as const;
    const { data } = encode('OKAZ', { ...limits, ecc: 'L', boostEcc: false, border: 0 });
    const patterns = functionPatterns(data.length);
    const drawn = data.flatMap((row) => row.map((isDark) => (isDark ? -1 : 1)));
    const wrong = drawn.filter((colour, at) => colour + (patterns?.known[at] ?? 0) === 0);
    expect(wrong.length).toBe(0);
  });

  it.each([
    [21, 0, 21 * 21 - 208 - 30],
    [25, 1, 25 * 25 - 359 - 30],
    [97, 13, 97 * 97 - 8683 - 30],
    [177, 46, 177 * 177 - 29_648 - 30],
  ])('leave what depends on the text: %i modules a side', (side, alignments, count) => {
    const patterns = functionPatterns(side);
    expect(patterns?.alignments.length).toBe(alignments);
    expect(patterns?.known.filter((colour) => colour !== 0).length).toBe(count);
  });

  it.each([0, 17, 20, 22, 99, 181, 21.5])('are none for %d modules a side', (side) => {
    expect(functionPatterns(side)).toBeNull();
  });
});
