import { describe, expect, it } from 'vitest';
import { createWedgeBuffer, type WedgeBuffer } from '../../src/scan/wedge-buffer.ts';
import { drawWithin, seedRandom } from '../e2e/support/random.ts';
import { drawSampleText } from '../e2e/support/sample-text.ts';

type Pace = (index: number) => number;

/** Types a text, each character `pace(index)` ms after the one before, taking bursts that are over. */
function type(text: string, pace: Pace): { buffer: WedgeBuffer; taken: (string | null)[] } {
  const buffer = createWedgeBuffer();
  const taken: (string | null)[] = [];
  let at = 1000;
  [...text].forEach((character, index) => {
    at += index === 0 ? 0 : pace(index);
    if (buffer.isOver(at)) taken.push(buffer.take()?.text ?? null);
    buffer.add(character, at);
  });
  taken.push(buffer.take()?.text ?? null);
  return { buffer, taken };
}

const dense = drawSampleText(1460);
const random = seedRandom(5);
const between = (low: number, high: number): number =>
  Math.abs(drawWithin(random, high - low)) + low;

describe('the wedge buffer', () => {
  it.each<[string, Pace]>([
    ['a key a millisecond', () => 1],
    ['a key in 5 ms', () => 5],
    ['all keys at one instant', () => 0],
    ['equal times that go back a little', (index) => (index % 9 === 0 ? -1 : 0)],
    ['a key in 30 ms', () => 30],
    ['a key in 60 ms', () => 60],
    ['a key in 30 to 60 ms', () => between(30, 60)],
    ['a slow radio that pauses for 300 ms at every tenth key', (index) => (index % 10 ? 45 : 300)],
    ['a slow radio that pauses for 100 ms at every fifth key', (index) => (index % 5 ? 45 : 100)],
    ['a slow radio that pauses at the first key already', (index) => (index === 1 ? 250 : 50)],
    ['instant bunches of eight, 200 ms apart', (index) => (index % 8 ? 0 : 200)],
    ['instant bunches of four, 300 ms apart', (index) => (index % 4 ? 0 : 300)],
  ])('takes a dense code whole from a scanner that sends %s', (_name, pace) => {
    expect(type(dense, pace).taken).toEqual([dense]);
  });

  it.each<[string, Pace]>([
    ['at 80 ms a key', () => 80],
    ['at 80 to 250 ms a key', () => between(80, 250)],
    ['at 150 ms a key', () => 150],
    ['with every third key rolled in after 40 ms', (index) => (index % 3 ? 130 : 40)],
    ['with two keys in a row rolled in after 20 ms', (index) => (index % 6 < 2 ? 20 : 120)],
    ['with pauses for thought', (index) => (index % 12 ? 110 : 900)],
  ])('takes nothing from a person who types %s', (_name, pace) => {
    const { taken } = type(dense.slice(0, 400), pace);
    expect(taken.every((text) => text === null)).toBe(true);
  });

  it('never takes a person who rolls every second key for a scanner', () => {
    const buffer = createWedgeBuffer();
    for (let index = 0, at = 0; index < 400; index += 1, at += index % 2 ? 40 : 130) {
      buffer.add('M', at);
      expect(buffer.isScanner).toBe(false);
    }
  });

  it('knows a quick scanner by its fourth key, and not before', () => {
    const buffer = createWedgeBuffer();
    const known = [...'MLEG'].map((character, index) => {
      buffer.add(character, 3 * index);
      return buffer.isScanner;
    });
    expect(known).toEqual([false, false, false, true]);
  });

  it('knows a slow scanner by its ninth key, and not before', () => {
    const buffer = createWedgeBuffer();
    const known = [...'MLEG1:OKA'].map((character, index) => {
      buffer.add(character, 60 * index);
      return buffer.isScanner;
    });
    expect(known.indexOf(true)).toBe(8);
  });

  it('drops a burst that a person went on with', () => {
    const { taken } = type('MLEG1:OKAZ', (index) => (index < 5 ? 2 : 120));
    expect(taken).toEqual([null]);
  });

  it('calls a burst over after 400 ms, and after 500 ms where the pauses are long', () => {
    const buffer = createWedgeBuffer();
    buffer.add('M', 0);
    expect([buffer.isOver(400), buffer.isOver(401)]).toEqual([false, true]);
    buffer.add('L', 290);
    expect(buffer.silence).toBe(500);
    expect([buffer.isOver(790), buffer.isOver(791)]).toEqual([false, true]);
  });

  it('tells how long a scan took to type', () => {
    const buffer = createWedgeBuffer();
    for (let index = 0; index < 1460; index += 1) buffer.add('7', 1000 + 40 * index);
    expect(buffer.take()?.took).toBe(1459 * 40);
  });

  it('is never over while it is empty', () => {
    expect(createWedgeBuffer().isOver(1e9)).toBe(false);
  });

  it('keeps nothing of what was taken', () => {
    const { buffer } = type(dense, () => 1);
    expect([buffer.length, buffer.isScanner, buffer.take()]).toEqual([0, false, null]);
  });

  it('stops to grow beyond the longest code', () => {
    const buffer = createWedgeBuffer();
    for (let at = 0; at < 20_000; at += 1) buffer.add('7', at);
    expect(buffer.length).toBeLessThan(8200);
  });
});
