/**
 * What a camera sees of a picture held before it: perspective, defocus, noise, a lit backdrop.
 * A pinhole camera; each frame pixel is carried back into the picture and averaged over 4×4 points
 * of its footprint, so that fine modules turn grey as on a sensor instead of dropping out.
 * Writing frames and moving the picture between them is left to y4m.ts and fake-camera.ts.
 */

import type { Picture } from './picture.ts';
import { seedRandom } from './random.ts';

/** How the picture is held and seen. */
export interface SceneOptions {
  /** Frame size in pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture's width, before tilt and roll, as a part of the frame's width. */
  readonly share: number;
  /** Degrees by which the picture's upper edge leans away from the camera. */
  readonly tilt: number;
  /** Degrees of turn in the frame's plane, clockwise. */
  readonly roll: number;
  /** Standard deviation of the Gaussian defocus, in frame pixels. */
  readonly blur: number;
  /** Standard deviation of the noise, in steps of luma. */
  readonly noise: number;
  /** The picture's centre off the frame's centre, in frame pixels. */
  readonly shift: { readonly x: number; readonly y: number };
  readonly seed: number;
}

// A phone's main camera sees some 67° across the long side of its frame.
const FOCAL_PER_LONG_SIDE = 0.75;

// A lit screen neither absorbs all light nor saturates the sensor.
const SCREEN_BLACK = 30;
const SCREEN_CONTRAST = 200 / 255;

const BACKDROP_DARK = 60;
const BACKDROP_SPAN = 90;

const GRID_SIDE = 4;
const GRID_POINTS = GRID_SIDE * GRID_SIDE;
const GRID_MIDDLE = (GRID_SIDE - 1) / (2 * GRID_SIDE);

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const paintScene = (picture: Picture, options: SceneOptions): Float32Array => {
  const { width, height, shift } = options;
  const { width: pictureWidth, height: pictureHeight, luma } = picture;
  const frame = new Float32Array(width * height);
  const focal = FOCAL_PER_LONG_SIDE * Math.max(width, height);
  const scale = pictureWidth / (options.share * width);
  const sinTilt = Math.sin(radians(options.tilt));
  const cosTilt = Math.cos(radians(options.tilt));
  const sinRoll = Math.sin(radians(options.roll));
  const cosRoll = Math.cos(radians(options.roll));
  const originX = (width - 1) / 2 + shift.x;
  const originY = (height - 1) / 2 + shift.y;

  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const backdrop = BACKDROP_DARK + BACKDROP_SPAN * (0.4 * (x / width) + 0.6 * (y / height));
      frame[at] = backdrop;

      // Undo the roll, then meet the tilted plane along this pixel's ray.
      const flatX = (x - originX) * cosRoll + (y - originY) * sinRoll;
      const flatY = (y - originY) * cosRoll - (x - originX) * sinRoll;
      const depth = focal * cosTilt + flatY * sinTilt;
      if (depth <= 0) continue;
      const pictureX = (scale * flatX * focal * cosTilt) / depth + pictureWidth / 2;
      const pictureY = (scale * flatY * focal) / depth + pictureHeight / 2;

      // Within one pixel the perspective is as good as linear: one division serves its 16 points.
      const xByX = (scale * focal * cosTilt) / depth;
      const xByY = (-xByX * flatX * sinTilt) / depth;
      const yByY = (scale * focal * focal * cosTilt) / (depth * depth);
      const stepXx = xByX * cosRoll - xByY * sinRoll;
      const stepXy = xByX * sinRoll + xByY * cosRoll;
      const stepYx = -yByY * sinRoll;
      const stepYy = yByY * cosRoll;
      const reachX = Math.abs(stepXx) + Math.abs(stepXy);
      const reachY = Math.abs(stepYx) + Math.abs(stepYy);
      if (pictureX < -reachX || pictureX > pictureWidth + reachX) continue;
      if (pictureY < -reachY || pictureY > pictureHeight + reachY) continue;

      let sum = 0;
      for (let point = 0; point < GRID_POINTS; point++) {
        const right = (point % GRID_SIDE) / GRID_SIDE - GRID_MIDDLE;
        const down = Math.floor(point / GRID_SIDE) / GRID_SIDE - GRID_MIDDLE;
        const px = Math.floor(pictureX + right * stepXx + down * stepXy);
        const py = Math.floor(pictureY + right * stepYx + down * stepYy);
        const inside = px >= 0 && px < pictureWidth && py >= 0 && py < pictureHeight;
        sum += inside
          ? SCREEN_BLACK + SCREEN_CONTRAST * (luma[py * pictureWidth + px] ?? 0)
          : backdrop;
      }
      frame[at] = sum / GRID_POINTS;
    }
  }
  return frame;
};

const makeKernel = (sigma: number): Float32Array => {
  const radius = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, index) =>
    Math.exp(-((index - radius) ** 2) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float32Array.from(weights, (weight) => weight / total);
};

/** Adds `weight` times the line of `source` at `from` to the line of `target` at `to`. */
const addLine = (
  target: Float32Array,
  to: number,
  source: Float32Array,
  from: number,
  { length, weight }: { readonly length: number; readonly weight: number },
): void => {
  for (let i = 0; i < length; i++) {
    target[to + i] = (target[to + i] ?? 0) + weight * (source[from + i] ?? 0);
  }
};

/** Blurs down, then across, whole lines at a time; the frame's edge repeats beyond it. */
const blurFrame = (frame: Float32Array, { width, height, blur }: SceneOptions): Float32Array => {
  if (blur === 0) return frame;
  const kernel = makeKernel(blur);
  const radius = (kernel.length - 1) / 2;
  const blurred = new Float32Array(frame.length);
  const line = new Float32Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    kernel.forEach((weight, tap) => {
      const row = Math.min(height - 1, Math.max(0, y + tap - radius));
      addLine(line, radius, frame, row * width, { length: width, weight });
    });
    line.fill(line[radius] ?? 0, 0, radius);
    line.fill(line[radius + width - 1] ?? 0, radius + width);
    kernel.forEach((weight, tap) => {
      addLine(blurred, y * width, line, tap, { length: width, weight });
    });
  }
  return blurred;
};

/** The sum of four even bytes is close to normal: mean 510, standard deviation 147.8. */
const addNoise = (frame: Float32Array, { noise, seed }: SceneOptions): Uint8Array => {
  const random = seedRandom(seed);
  const luma = new Uint8ClampedArray(frame.length);
  for (let at = 0; at < frame.length; at++) {
    const bits = random();
    const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
    luma[at] = (frame[at] ?? 0) + (noise * (sum - 510)) / 147.8;
  }
  return new Uint8Array(luma.buffer);
};

/** Renders one frame; the same options give the same bytes. */
export const renderScene = (picture: Picture, options: SceneOptions): Picture => ({
  width: options.width,
  height: options.height,
  luma: addNoise(blurFrame(paintScene(picture, options), options), options),
});
