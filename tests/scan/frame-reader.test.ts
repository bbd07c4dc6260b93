import { beforeEach, describe, expect, it } from 'vitest';
import type { QrEngine } from '../../src/scan/engines/engine.ts';
import { createFrameReader } from '../../src/scan/frame-reader.ts';
import type { Luma } from '../../src/scan/luma.ts';
import type { Corners, FoundCode } from '../../src/scan/messages.ts';

const frame: Luma = { data: new Uint8Array(640 * 480).fill(120), width: 640, height: 480 };

const square = (x: number, y: number, side: number): Corners => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

const codeAt = (text: string | null, x: number, y: number, side = 100): FoundCode => ({
  text,
  corners: square(x, y, side),
  modules: null,
});

/** Sizes that the engine was given, and what it finds in a picture of a size. */
let sizes: string[];
let answers: Map<string, readonly FoundCode[]>;

const engine: QrEngine = {
  name: 'zxing-wasm',
  find({ width, height }) {
    const size = `${width}×${height}`;
    sizes.push(size);
    return answers.get(size) ?? [];
  },
  decode: () => null,
};

beforeEach(() => {
  sizes = [];
  answers = new Map();
});

const textsOf = (codes: readonly FoundCode[]): readonly (string | null)[] =>
  codes.map(({ text }) => text);

describe('a frame', () => {
  it('is looked at as a whole first, and no further when a code is read', () => {
    answers.set('640×480', [codeAt('A', 200, 200)]);
    expect(textsOf(createFrameReader(engine, () => 0).read(frame).codes)).toEqual(['A']);
    expect(sizes).toEqual(['640×480']);
  });

  it('in which nothing is seen is looked at once', () => {
    const { codes, suspect } = createFrameReader(engine, () => 0).read(frame);
    expect([codes, suspect]).toEqual([[], null]);
    expect(sizes).toEqual(['640×480']);
  });

  it('has places in its own pixels, whatever view they were seen in', () => {
    answers.set('640×480', [codeAt(null, 200, 200)]);
    answers.set('260×260', [codeAt('A', 32, 34, 196)]);
    const [code] = createFrameReader(engine, () => 0).read(frame).codes;
    expect(code?.corners).toEqual(square(201, 202, 98));
  });

  it('shows a code once, the read one before the unread one of the same place', () => {
    answers.set('640×480', [codeAt(null, 200, 200), codeAt(null, 202, 201)]);
    answers.set('260×260', [codeAt('A', 30, 30, 200)]);
    expect(textsOf(createFrameReader(engine, () => 0).read(frame).codes)).toEqual(['A']);
  });

  it('shows codes of different places each', () => {
    answers.set('640×480', [codeAt('A', 100, 100), codeAt(null, 400, 100)]);
    expect(textsOf(createFrameReader(engine, () => 0).read(frame).codes)).toEqual(['A', null]);
  });
});

describe('a code that is seen and unread', () => {
  it('is looked at again at twice the size', () => {
    answers.set('640×480', [codeAt(null, 200, 200)]);
    answers.set('260×260', [codeAt('A', 30, 30, 200)]);
    expect(textsOf(createFrameReader(engine, () => 0).read(frame).codes)).toEqual(['A']);
    expect(sizes).toContain('260×260');
  });

  it('is given up for the frame when time is short, and the next begins with another remedy', () => {
    answers.set('640×480', [codeAt(null, 200, 200)]);
    let time = 0;
    const reader = createFrameReader(engine, () => (time += 110));
    reader.read(frame);
    const first = sizes.splice(0);
    reader.read(frame);
    const looks = (all: readonly string[]): readonly string[] =>
      all.slice(all.indexOf('640×480') + 1);
    expect(looks(first).length).toBe(1);
    expect(looks(sizes)).not.toEqual(looks(first));
  });
});

describe('where a code was', () => {
  const seen = (): ReturnType<typeof createFrameReader> => {
    const reader = createFrameReader(engine, () => 0);
    answers.set('640×480', [codeAt('A', 200, 200)]);
    reader.read(frame);
    answers.clear();
    sizes = [];
    return reader;
  };

  it('the next frame is looked at first, and only there when a code is read', () => {
    const reader = seen();
    answers.set('150×150', [codeAt('A', 25, 25)]);
    expect(reader.read(frame).codes[0]?.corners).toEqual(square(200, 200, 100));
    expect(sizes).toEqual(['150×150']);
  });

  it('a second code is found beside the first within four frames', () => {
    const reader = seen();
    answers.set('150×150', [codeAt('A', 25, 25)]);
    answers.set('640×480', [codeAt('A', 200, 200), codeAt('B', 400, 200)]);
    const texts = [1, 2, 3, 4].flatMap(() => textsOf(reader.read(frame).codes));
    expect(texts).toContain('B');
  });

  it('is forgotten after frames without', () => {
    const reader = seen();
    for (let frames = 0; frames < 6; frames += 1) reader.read(frame);
    sizes = [];
    reader.read(frame);
    expect(sizes[0]).toBe('640×480');
  });
});

describe('the print of a frame', () => {
  const printOf = (luma: Luma): number => createFrameReader(engine, () => 0).read(luma).print;

  it('is the same for the same picture', () => {
    expect(printOf({ ...frame, data: frame.data.slice() })).toBe(printOf(frame));
  });

  it('is another where noise changed the picture', () => {
    const noisy = frame.data.map((value, at) => value + ((at * 2654435761) >>> 31));
    expect(printOf({ ...frame, data: noisy })).not.toBe(printOf(frame));
  });
});
