/** The QR as PROTOCOL §3 wants it: level L, alphanumeric, a quiet zone, whole pixels. */
import { describe, expect, it } from 'vitest';
import { drawUpQr, placeQr, quietZone } from '../../src/holder/qr-matrix.ts';

describe('the QR', () => {
  it('holds 1,853 characters in version 25, which only alphanumeric mode at level L can', () => {
    expect(drawUpQr(`MLEG1:${'A'.repeat(1847)}`).version).toBe(25);
    expect(drawUpQr(`MLEG1:${'A'.repeat(1848)}`).version).toBe(26);
  });

  it('stays at level L where a higher one would fit', () => {
    const { rows } = drawUpQr('MLEG1:A');
    const format = rows[quietZone + 8];
    // The first two format bits are 01 for L, masked with 10 (ISO/IEC 18004 §7.9).
    expect([format?.[quietZone], format?.[quietZone + 1]]).toEqual([true, true]);
  });

  it('has four light modules on every side', () => {
    const { rows, version } = drawUpQr('MLEG1:ABC');
    expect(rows.length).toBe(version * 4 + 17 + 2 * 4);
    for (const edge of [0, 1, 2, 3]) {
      expect(rows[edge]?.some(Boolean)).toBe(false);
      expect(rows.at(-1 - edge)?.some(Boolean)).toBe(false);
      expect(rows.some((row) => row[edge] || row.at(-1 - edge))).toBe(false);
    }
  });

  it('has modules of whole device pixels, centred', () => {
    expect(placeQr(105, 1080)).toEqual({ module: 10, margin: 15 });
    expect(placeQr(105, 360)).toEqual({ module: 3, margin: 22 });
    expect(placeQr(105, 90)).toEqual({ module: 1, margin: 0 });
  });
});
