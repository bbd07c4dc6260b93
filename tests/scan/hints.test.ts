import { describe, expect, it } from 'vitest';
import { createOutlook, type Outlook } from '../../src/scan/hints.ts';
import type { Corners, FoundCode, Light, Reading } from '../../src/scan/messages.ts';

const lit: Light = { dark: 30, bright: 220, burnt: 0 };

const box = (width: number, height: number): Corners => [
  { x: 100, y: 100 },
  { x: 100 + width, y: 100 },
  { x: 100 + width, y: 100 + height },
  { x: 100, y: 100 + height },
];

const turned: Corners = [
  { x: 300, y: 100 },
  { x: 500, y: 300 },
  { x: 300, y: 500 },
  { x: 100, y: 300 },
];

const makeCode = (code: Partial<FoundCode> = {}): FoundCode => ({
  text: null,
  corners: box(300, 300),
  modules: 97,
  ...code,
});

const makeReading = (reading: Partial<Reading>): Reading => ({
  width: 1280,
  height: 720,
  codes: [],
  suspect: null,
  light: lit,
  print: 0,
  ...reading,
});

const blank = makeReading({});
const unread = makeReading({ codes: [makeCode()] });
const read = makeReading({ codes: [makeCode({ text: 'OKAZ' })] });
const far = makeReading({ codes: [makeCode({ corners: box(150, 150) })] });
const burnt = makeReading({ codes: [makeCode()], light: { ...lit, burnt: 0.1 } });
const dark = makeReading({ codes: [makeCode()], light: { dark: 5, bright: 50, burnt: 0 } });
const suspect = makeReading({ suspect: { x: 100, y: 100, width: 150, height: 150 } });

/** Notes one reading each 100 ms, the first at 0, and gives all that was made of them. */
function follow(readings: readonly Reading[], step = 100): readonly Outlook[] {
  const outlook = createOutlook();
  return readings.map((reading, index) => outlook.note(reading, index * step));
}

const repeat = (reading: Reading, times: number): readonly Reading[] =>
  Array.from({ length: times }, () => reading);

const hintOf = (reading: Reading): string | null => follow(repeat(reading, 8)).at(-1)?.hint ?? null;

const hintsOf = (readings: readonly Reading[]): readonly (string | null)[] =>
  follow(readings).map(({ hint }) => hint);

describe('the hint', () => {
  it.each([
    ['glare', 'a reflection burnt a part of it out', burnt],
    [
      'too-dark',
      'its white is dark',
      makeReading({
        codes: [makeCode({ corners: box(150, 150) })],
        light: { dark: 5, bright: 50, burnt: 0 },
      }),
    ],
    [
      'too-dark',
      'its white is dim and hardly lighter than its black',
      makeReading({
        codes: [makeCode({ corners: box(150, 150) })],
        light: { dark: 80, bright: 100, burnt: 0 },
      }),
    ],
    [
      'too-dark',
      'its white is grey and nothing else is wrong',
      makeReading({ codes: [makeCode()], light: { ...lit, bright: 110 } }),
    ],
    [
      'too-slanted',
      'one side is much shorter',
      makeReading({ codes: [makeCode({ corners: box(300, 150) })] }),
    ],
    [
      'too-slanted',
      'it is a rhombus',
      makeReading({
        codes: [
          makeCode({
            corners: [
              { x: 300, y: 100 },
              { x: 600, y: 250 },
              { x: 300, y: 400 },
              { x: 0, y: 250 },
            ],
          }),
        ],
      }),
    ],
    [
      'too-slanted',
      'its far edge is much shorter than its near one',
      makeReading({
        codes: [
          makeCode({
            corners: [
              { x: 200, y: 100 },
              { x: 340, y: 100 },
              { x: 440, y: 370 },
              { x: 100, y: 370 },
            ],
          }),
        ],
      }),
    ],
    ['too-far', 'its modules are small', far],
    [
      'too-far',
      'it is small and of an unknown number of modules',
      makeReading({ codes: [makeCode({ corners: box(150, 150), modules: null })] }),
    ],
    ['too-far', 'nothing more than a small suspect is seen', suspect],
    [
      'too-slanted',
      'the suspect is oblong',
      makeReading({ suspect: { x: 100, y: 100, width: 400, height: 240 } }),
    ],
  ])('is %s where %s', (hint, _, reading) => expect(hintOf(reading)).toBe(hint));

  it.each([
    ['a code with few modules is small', makeCode({ corners: box(150, 150), modules: 57 })],
    ['a code is turned by 45 degrees', makeCode({ corners: turned })],
    ['a code is held somewhat askew', makeCode({ corners: box(300, 230) })],
  ])('is none where %s', (_, code) => expect(hintOf(makeReading({ codes: [code] }))).toBeNull());

  it('is none where nothing looks like a code, however dark and burnt it is', () => {
    expect(hintOf(makeReading({ light: { dark: 0, bright: 20, burnt: 0.5 } }))).toBeNull();
  });

  it('is none where the edge of the frame cuts a suspect off', () => {
    for (const place of [
      { x: 5, y: 100 },
      { x: 1100, y: 100 },
    ])
      expect(hintOf(makeReading({ suspect: { ...place, width: 175, height: 400 } }))).toBeNull();
  });

  it('names what hides the others', () => {
    const code = makeCode({ corners: box(150, 60) });
    const dim = { dark: 10, bright: 30, burnt: 0 };
    expect(hintOf(makeReading({ codes: [code], light: { ...dim, burnt: 0.1 } }))).toBe('glare');
    expect(hintOf(makeReading({ codes: [code], light: dim }))).toBe('too-dark');
    expect(hintOf(makeReading({ codes: [code] }))).toBe('too-slanted');
  });

  it('is of the code that is held nearest', () => {
    const both = [makeCode({ corners: box(100, 100) }), makeCode()];
    expect(hintOf(makeReading({ codes: both }))).toBeNull();
  });

  it('comes after some readings in accord, within a second of eight a second', () => {
    const hints = follow(repeat(far, 9), 125).map(({ hint }) => hint);
    expect(hints.slice(0, 3)).toEqual([null, null, null]);
    expect(hints[4]).toBe('too-far');
  });

  it.each([350, 700, 1000])('comes after three readings where each takes %i ms', (step) => {
    const hints = follow(repeat(far, 4), step).map(({ hint }) => hint);
    expect(hints).toEqual([null, null, 'too-far', 'too-far']);
  });

  it('does not come of two readings, however far apart', () => {
    expect(follow(repeat(far, 2), 400).at(-1)?.hint).toBeNull();
  });

  it('comes of a code that the engine locates now and then', () => {
    const rarely = [blank, blank, far, blank, blank, far, blank, blank, far];
    expect(hintsOf(rarely).at(-1)).toBe('too-far');
  });

  it('names what hides the other when two are seen as often', () => {
    expect(hintsOf([dark, burnt, dark, burnt, dark, burnt]).at(-1)).toBe('glare');
  });

  it('does not come of one reading among others', () => {
    expect(hintsOf([...repeat(unread, 5), burnt, ...repeat(unread, 5)])).toEqual(
      Array(11).fill(null),
    );
  });

  it('goes at once when a code is read, and needs its time to come again', () => {
    const hints = hintsOf([...repeat(far, 8), read, far, far]);
    expect(hints.slice(7)).toEqual(['too-far', null, null, null]);
  });

  it('stays while the readings waver', () => {
    const wavering = [far, unread, unread, far, unread, unread, far, unread];
    expect(hintsOf([...repeat(far, 8), ...wavering]).slice(8)).toEqual(Array(8).fill('too-far'));
  });

  it('stays while the engine loses the code for a moment', () => {
    const losing = [far, blank, blank, far, blank, blank, blank, far];
    expect(hintsOf([...repeat(far, 8), ...losing]).slice(8)).toEqual(Array(8).fill('too-far'));
  });

  it('goes when the code goes', () => {
    const hints = hintsOf([...repeat(far, 8), ...repeat(blank, 11)]);
    expect(hints.at(-1)).toBeNull();
  });

  it('gives way to another cause', () => {
    expect(hintsOf([...repeat(far, 8), ...repeat(burnt, 8)]).at(-1)).toBe('glare');
  });

  it('is forgotten on a reset', () => {
    const outlook = createOutlook();
    for (let at = 0; at < 800; at += 100) outlook.note(far, at);
    outlook.reset();
    expect(outlook.note(far, 800)).toEqual({ hint: null, isUndecodable: false });
  });
});

describe('a code is undecodable', () => {
  const isUndecodable = (readings: readonly Reading[]): boolean | undefined =>
    follow(readings).at(-1)?.isUndecodable;

  it('once it has been in view for three seconds, and not before', () => {
    const outlooks = follow(repeat(unread, 31));
    expect(outlooks.map((outlook) => outlook.isUndecodable)).toEqual([
      ...Array(30).fill(false),
      true,
    ]);
  });

  it('when the engine locates it in half of the readings, without wavering', () => {
    const half = Array.from({ length: 40 }, (_, index) => (index % 2 ? blank : unread));
    expect(follow(half).slice(30)).toEqual(Array(10).fill({ hint: null, isUndecodable: true }));
  });

  it('not when it locates it in a third', () => {
    const third = Array.from({ length: 60 }, (_, index) => (index % 3 ? blank : unread));
    expect(isUndecodable(third)).toBe(false);
  });

  it('not for a mere suspect', () => expect(isUndecodable(repeat(suspect, 40))).toBe(false));

  it('not within three seconds of a text read', () => {
    expect(isUndecodable([...repeat(unread, 31), read])).toBe(false);
    expect(isUndecodable([read, ...repeat(unread, 30)])).toBe(false);
    expect(isUndecodable([read, ...repeat(unread, 31)])).toBe(true);
  });

  it('not while another beside it is read', () => {
    const beside = makeReading({ codes: [makeCode(), makeCode({ text: 'OKAZ' })] });
    expect(isUndecodable(repeat(beside, 40))).toBe(false);
  });

  it('not when it was gone for a second in between', () => {
    const gone = [...repeat(unread, 25), ...repeat(blank, 10), ...repeat(unread, 25)];
    expect(isUndecodable(gone)).toBe(false);
    expect(isUndecodable([...gone, ...repeat(unread, 6)])).toBe(true);
  });

  it('no longer a second after it went', () => {
    expect(isUndecodable([...repeat(unread, 31), ...repeat(blank, 10)])).toBe(false);
  });
});
