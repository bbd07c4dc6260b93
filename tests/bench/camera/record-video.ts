/**
 * Draws videos for the fake camera: a second of a hand with a phone that shows no code, then the code, in
 * frames that each differ as a hand moves, to and fro. Every frame carries its number. How a code is
 * held comes from videos.ts, what a camera makes of it from scene.ts.
 */
import { type Picture, pictureOfQr } from '../../e2e/support/picture.ts';
import { drawWithin, type RandomBits, seedRandom } from '../../e2e/support/random.ts';
import { renderScene } from '../../e2e/support/scene.ts';
import { writeY4m } from '../../e2e/support/y4m.ts';
import { writeFrameNumber } from './frame-number.ts';
import type { VideoPlan } from './videos.ts';

/** Frames a second, and with them when the first frame with a code comes. */
export const framesPerSecond = 10;
/** The number of the first frame with a code. */
export const firstCodeFrame = 10;

const emptyViews = 3;
const codeViews = 9;
/** Frames with a code: to and fro twice, or once where a frame is large. */
const codeFrames = 2 * (2 * codeViews - 2);
const modulePixels = 4;

/** Writes the video of a plan with a card's text to a file. */
export function recordVideo(file: string, plan: VideoPlan, text: string, seed: number): void {
  writeY4m(file, numberFrames(listFrames(plan, text, seed)), { framesPerSecond });
}

/** Views of a phone without and with a code, in the order of time. */
function* listFrames(plan: VideoPlan, text: string, seed: number): Generator<Picture, void> {
  const random = seedRandom(seed);
  const code = drawCode(text, plan.version);
  const empty = drawViews(plan, drawClutter(code.width, random), emptyViews, random);
  const shown = drawViews(plan, code, codeViews, random);
  for (let frame = 0; frame < firstCodeFrame; frame += 1) yield toAndFro(empty, frame);
  const length = plan.width > 1280 ? codeFrames / 2 : codeFrames;
  for (let frame = 0; frame < length; frame += 1) yield toAndFro(shown, frame);
}

function* numberFrames(frames: Iterable<Picture>): Generator<Picture, void> {
  let number = 0;
  for (const frame of frames) {
    const luma = frame.luma.slice();
    writeFrameNumber(luma, frame.width, number);
    yield { ...frame, luma };
    number += 1;
  }
}

function toAndFro(views: readonly Picture[], frame: number): Picture {
  const period = 2 * views.length - 2;
  const place = frame % period;
  return views[place < views.length ? place : period - place] as Picture;
}

/** Views of one picture in a hand that trembles, each blurred, moved and lit as the plan says. */
export function drawViews(
  plan: VideoPlan,
  picture: Picture,
  count: number,
  random: RandomBits,
): readonly Picture[] {
  return Array.from({ length: count }, (): Picture => {
    const length = plan.motion * (0.65 + drawWithin(random, 0.35));
    const direction = drawWithin(random, Math.PI);
    return renderScene(picture, {
      width: plan.width,
      height: plan.height,
      share: (plan.pixelsPerModule * picture.width) / modulePixels / plan.width,
      tilt: plan.tilt + drawWithin(random, 0.8),
      roll: plan.roll + drawWithin(random, 0.8),
      blur: plan.blur * (1 + drawWithin(random, 0.25)),
      motion: { x: length * Math.cos(direction), y: length * Math.sin(direction) },
      light: plan.light,
      glare: plan.glare,
      noise: plan.noise,
      shift: {
        x: plan.shift.x + drawWithin(random, 4),
        y: plan.shift.y + drawWithin(random, 4),
      },
      seed: random(),
    });
  });
}

/** The code of a text, in the version that is asked for or the next larger. */
export const drawCode = (text: string, minVersion: number): Picture =>
  pictureOfQr(text, { modulePixels, minVersion });

/** A screen full of something else: boxes and lines of what could be text. */
export function drawClutter(width: number, random: RandomBits): Picture {
  const luma = new Uint8Array(width * width).fill(235);
  const paint = (x: number, y: number, across: number, down: number, grey: number): void => {
    for (let row = y; row < Math.min(width, y + down); row += 1)
      luma.fill(grey, row * width + x, row * width + Math.min(width, x + across));
  };
  for (let box = 0; box < 6; box += 1)
    paint(random() % width, random() % width, random() % 120, random() % 90, 40 + (random() % 160));
  for (let y = 12; y < width; y += 14)
    for (let x = 10; x < width - 20; x += 6 + (random() % 14))
      if (random() % 4 > 0) paint(x, y, 2 + (random() % 7), 7, 50);
  return { width, height: width, luma };
}
