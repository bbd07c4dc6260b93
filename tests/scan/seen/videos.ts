/**
 * Short videos of a code held before a camera: ten for each thing that keeps it from being read, ten
 * good ones, ten without a code, and codes that are broken. Each is one scene that a hand shakes a
 * little; the noise is new in each frame. What a scanner makes of them is left to the tests.
 */
import type { Luma } from '../../../src/scan/luma.ts';
import { type Picture, pictureOfQr } from '../../e2e/support/picture.ts';
import { type RandomBits, seedRandom } from '../../e2e/support/random.ts';
import { drawSampleText } from '../../e2e/support/sample-text.ts';
import { exposeFrame, renderLight, type SceneOptions } from '../../e2e/support/scene.ts';
import {
  type Draw,
  drawBetween,
  drawBrightRoom,
  drawPage,
  drawPhone,
  drawRoom,
  drawSheet,
  drawTimetable,
  frameSize,
  mixModules,
} from './drawings.ts';

/** A video; `frame` gives the one of that number. */
export interface Video {
  readonly frame: (index: number) => Luma;
}

const modulePixels = 6;
// Versions 15 to 25, as cards have them.
const lengths = [720, 1000, 1454, 1853] as const;

interface Shot extends Partial<SceneOptions> {
  /** Frame pixels a module. */
  readonly module: number;
  /** The brightness of the page around the code, before the screen dims it. */
  readonly page?: number;
  readonly isBroken?: boolean;
}

type Direct = (random: RandomBits, index: number) => Shot;

const backdrops: readonly Draw[] = [
  drawRoom,
  drawTimetable,
  drawRoom,
  drawRoom,
  drawBrightRoom,
  drawRoom,
  drawTimetable,
  drawPage,
  drawRoom,
  drawBrightRoom,
];

function film(seed: number, direct: Direct): Video {
  const random = seedRandom(seed);
  const index = seed % 10;
  const { module, page = 255, isBroken = false, ...shot } = direct(random, index);
  const text = drawSampleText(lengths[index % lengths.length] as number, seed);
  const whole = pictureOfQr(text, { modulePixels });
  const other = pictureOfQr(drawSampleText(text.length, seed + 1), { modulePixels });
  const code = isBroken ? mixModules(whole, other, { modulePixels, seed }) : whole;
  const phone = drawPhone(code, page, seed);
  const backdrop = backdrops[index % backdrops.length] as Draw;
  const options = {
    ...frameSize,
    share: (phone.width / modulePixels) * (module / frameSize.width),
    tilt: drawBetween(random, -8, 8),
    turn: drawBetween(random, -8, 8),
    roll: drawBetween(random, -10, 10),
    blur: 0.6,
    noise: 4,
    shift: { x: drawBetween(random, -150, 150), y: drawBetween(random, -40, 40) },
    seed,
    backdrop: backdrop(seed),
    ...shot,
  };
  return shake(renderLight(phone, options), options);
}

/** Moves the scene by some pixels from frame to frame. */
function shake(light: Float32Array, { noise, seed }: { noise: number; seed: number }): Video {
  const { width } = frameSize;
  return {
    frame(index) {
      const random = seedRandom(1000 * seed + index);
      const by = Math.round(drawBetween(random, -3, 3)) * width + (random() % 7) - 3;
      const moved = new Float32Array(light.length);
      moved.set(
        by < 0 ? light.subarray(-by) : light.subarray(0, light.length - by),
        Math.max(0, by),
      );
      const { luma } = exposeFrame(moved, { ...frameSize, noise, seed: 1000 * seed + index });
      return { data: luma, ...frameSize };
    },
  };
}

const filmTen = (first: number, direct: Direct): readonly (() => Video)[] =>
  Array.from({ length: 10 }, (_, index) => () => film(first + index, direct));

const isOdd = (index: number): boolean => index % 2 === 1;

const tooFar: Direct = (random) => ({ module: drawBetween(random, 0.9, 1.35), blur: 0.7 });

const tooDark: Direct = (random) => ({
  module: drawBetween(random, 2.2, 3.5),
  light: drawBetween(random, 0.085, 0.13),
  noise: drawBetween(random, 8.5, 10.5),
});

const tooSlanted: Direct = (random, index) => {
  const slant = drawBetween(random, 63, 71) * (index % 4 < 2 ? 1 : -1);
  return {
    module: drawBetween(random, 2.2, 3),
    tilt: isOdd(index) ? slant : 0,
    turn: isOdd(index) ? 0 : slant,
    shift: { x: drawBetween(random, -60, 60), y: 0 },
  };
};

const glare: Direct = (random) => {
  const module = drawBetween(random, 2.5, 3.5);
  return {
    module,
    shift: { x: drawBetween(random, -100, 100), y: 0 },
    glare: [
      {
        x: drawBetween(random, -25, 25) * module,
        y: drawBetween(random, -25, 25) * module,
        radius: drawBetween(random, 16, 24) * module,
        strength: drawBetween(random, 320, 600),
      },
    ],
  };
};

const good: Direct = (random, index) => ({
  module: drawBetween(random, 2.5, 4.5),
  page: index % 3 === 0 ? 20 : 255,
  tilt: drawBetween(random, -15, 15),
  turn: drawBetween(random, -15, 15),
  shift: { x: drawBetween(random, -80, 80), y: 0 },
  light: drawBetween(random, 0.7, 1.25),
});

const broken: Direct = (random) => ({ module: drawBetween(random, 2.8, 4), isBroken: true });

const nothing: readonly Draw[] = [drawRoom, drawPage, drawTimetable, drawBrightRoom, drawPage];

/** Ten videos of each; each is rendered when it is called for. */
export const videos = {
  'too-far': filmTen(100, tooFar),
  'too-dark': filmTen(200, tooDark),
  'too-slanted': filmTen(300, tooSlanted),
  glare: filmTen(400, glare),
  good: filmTen(500, good),
  broken: filmTen(600, broken),
  empty: Array.from({ length: 10 }, (_, index) => () => {
    const draw = nothing[index % nothing.length] as Draw;
    const options = { share: 1e-3, tilt: 0, roll: 0, blur: 0.6, noise: 4, seed: 700 + index };
    const unseen: Picture = drawSheet(1, 1, 255);
    const scene = { ...frameSize, ...options, shift: { x: 0, y: 0 }, backdrop: draw(index + 1) };
    return shake(renderLight(unseen, scene), options);
  }),
} as const;
