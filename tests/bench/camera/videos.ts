/**
 * The videos of the race: codes as people hold them well, and codes as they hold them badly. They
 * follow how phones are held, not who reads what; how they are drawn is left to record-video.ts.
 */
import type { Glare } from '../../e2e/support/scene.ts';

/** One video: how its code is held and seen. */
export interface VideoPlan {
  readonly name: string;
  readonly kind: 'easy' | 'hard';
  readonly width: number;
  readonly height: number;
  /** The QR code's least version: a card's own is 20 or so. */
  readonly version: number;
  /** Pixels from module to module where nothing is tilted. */
  readonly pixelsPerModule: number;
  /** As in scene.ts, and so are all that follow but for what is said of them. */
  readonly tilt: number;
  readonly roll: number;
  /** Standard deviation of the defocus, in pixels; it wanders by a quarter. */
  readonly blur: number;
  /** Pixels of motion within a frame: at most, since a hand also rests. */
  readonly motion: number;
  readonly light: number;
  readonly noise: number;
  readonly glare: readonly Glare[];
  readonly shift: { readonly x: number; readonly y: number };
}

const good: VideoPlan = {
  name: 'good',
  kind: 'easy',
  width: 1280,
  height: 720,
  version: 20,
  pixelsPerModule: 5.5,
  tilt: 4,
  roll: 3,
  blur: 0.5,
  motion: 0,
  light: 1,
  noise: 3,
  glare: [],
  shift: { x: 0, y: 0 },
};

const bad: VideoPlan = { ...good, kind: 'hard', noise: 4, motion: 1 };

/** The videos, easy ones first. */
export const videoPlans: readonly VideoPlan[] = [
  { ...good, name: '35 % of the frame', pixelsPerModule: 4.3 },
  { ...good, name: '42 % of the frame', pixelsPerModule: 5.1, roll: -5 },
  { ...good, name: '48 % of the frame', pixelsPerModule: 5.8, tilt: 8 },
  { ...good, name: '55 % of the frame', pixelsPerModule: 6.7, tilt: 2, roll: 1 },
  {
    ...good,
    name: 'turned, off the centre',
    pixelsPerModule: 5,
    roll: 17,
    shift: { x: 140, y: -30 },
  },

  { ...bad, name: '2.6 px a module', pixelsPerModule: 2.6 },
  { ...bad, name: '2.2 px a module', version: 22, pixelsPerModule: 2.2, motion: 0 },
  {
    ...bad,
    name: 'version 25 at 1080p',
    width: 1920,
    height: 1080,
    version: 25,
    pixelsPerModule: 3,
  },
  { ...bad, name: 'tilted by 38°', pixelsPerModule: 4.4, tilt: 38 },
  { ...bad, name: 'dim and noisy', pixelsPerModule: 4, light: 0.25, noise: 9 },
  { ...bad, name: 'out of focus', pixelsPerModule: 4, blur: 2.2 },
  { ...bad, name: 'moving', pixelsPerModule: 4.5, motion: 7 },
  {
    ...bad,
    name: 'glare at an edge',
    pixelsPerModule: 4.5,
    glare: [{ x: 230, y: -145, radius: 160, strength: 190 }],
  },
  {
    ...bad,
    name: 'a little of all at 1080p',
    width: 1920,
    height: 1080,
    version: 21,
    pixelsPerModule: 3.2,
    tilt: 18,
    roll: -9,
    blur: 1,
    motion: 2.5,
    light: 0.55,
    noise: 6,
  },
];

/** How the camera is held where no scanner races: before an idle one, and for the memory bench. */
export const steadyPlan: VideoPlan = good;
