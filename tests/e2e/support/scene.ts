/**
 * What a camera sees of a picture held before it: perspective, defocus, motion, dim light, reflections,
 * noise, a backdrop.
 * A pinhole camera; each frame pixel is carried back into the picture and averaged over 4×4 points
 * of its footprint, so that fine modules turn grey as on a sensor instead of dropping out.
 * Writing frames and moving the picture between them is left to y4m.ts and fake-camera.ts.
 */

import type { Picture } from './picture.ts';
import { seedRandom } from './random.ts';

/** A round patch of light, with a soft edge. */
export interface Glare {
  /** Its centre, off the picture's centre, in frame pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Steps of luma that it adds in the middle. */
  readonly strength: number;
}

/** How the picture is held and seen. */
export interface SceneOptions {
  /** Frame size in pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture's width, before tilt and roll, as a part of the frame's width. */
  readonly share: number;
  /** Degrees by which the picture's upper edge leans away from the camera. */
  readonly tilt: number;
  /** Degrees by which the picture's right edge leans away from the camera; none if not given. */
  readonly turn?: number;
  /** Degrees of turn in the frame's plane, clockwise. */
  readonly roll: number;
  /** Standard deviation of the Gaussian defocus, in frame pixels. */
  readonly blur: number;
  /** Frame pixels that everything moves, right and down, while the shutter is open; none if not given. */
  readonly motion?: { readonly x: number; readonly y: number };
  /** Brightness of all that is seen, 1 if not given. */
  readonly light?: number;
  /** Reflections on the picture. */
  readonly glare?: readonly Glare[];
  /** What is behind, of the frame's size; else a wall, lighter below. */
  readonly backdrop?: Picture;
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

/** Three rows of three: what makes (x, y, 1) of a place in the frame a place in the picture. */
type Homography = readonly [Row, Row, Row];
type Row = readonly [x: number, y: number, one: number];

/** Undoes roll and perspective; the third row is the share of the focal length that is left. */
const findPicturePlace = (picture: Picture, options: SceneOptions): Homography => {
  const focal = FOCAL_PER_LONG_SIDE * Math.max(options.width, options.height);
  const scale = picture.width / (options.share * options.width);
  const [sinTilt, cosTilt] = [Math.sin(radians(options.tilt)), Math.cos(radians(options.tilt))];
  const [sinTurn, cosTurn] = [
    Math.sin(radians(options.turn ?? 0)),
    Math.cos(radians(options.turn ?? 0)),
  ];
  const [sinRoll, cosRoll] = [Math.sin(radians(options.roll)), Math.cos(radians(options.roll))];
  const originX = (options.width - 1) / 2 + options.shift.x;
  const originY = (options.height - 1) / 2 + options.shift.y;
  // A place of the frame off the origin, turned back by the roll.
  const flatX: Row = [cosRoll, sinRoll, -originX * cosRoll - originY * sinRoll];
  const flatY: Row = [-sinRoll, cosRoll, originX * sinRoll - originY * cosRoll];
  const mix = (byX: number, byY: number, one: number): Row => [
    byX * flatX[0] + byY * flatY[0],
    byX * flatX[1] + byY * flatY[1],
    byX * flatX[2] + byY * flatY[2] + one,
  ];
  // Where the ray of that place meets the leaning plane; the plane's normal gives the depth.
  const depth = mix(-sinTurn, cosTurn * sinTilt, cosTurn * cosTilt * focal);
  const aside = (row: Row, by: number): Row => [
    row[0] + by * depth[0],
    row[1] + by * depth[1],
    row[2] + by * depth[2],
  ];
  return [
    aside(mix(scale * focal * cosTilt, 0, 0), picture.width / 2),
    aside(mix(-scale * focal * sinTurn * sinTilt, scale * focal * cosTurn, 0), picture.height / 2),
    depth,
  ];
};

const paintBackdrop = ({ width, height, backdrop }: SceneOptions): Float32Array => {
  if (backdrop) return Float32Array.from(backdrop.luma);
  const frame = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      frame[y * width + x] =
        BACKDROP_DARK + BACKDROP_SPAN * (0.4 * (x / width) + 0.6 * (y / height));
    }
  }
  return frame;
};

const paintScene = (picture: Picture, options: SceneOptions): Float32Array => {
  const { width, height } = options;
  const { width: pictureWidth, height: pictureHeight, luma } = picture;
  const frame = paintBackdrop(options);
  const [rowX, rowY, rowDepth] = findPicturePlace(picture, options);

  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const depth = rowDepth[0] * x + rowDepth[1] * y + rowDepth[2];
      if (depth <= 0) continue;
      const pictureX = (rowX[0] * x + rowX[1] * y + rowX[2]) / depth;
      const pictureY = (rowY[0] * x + rowY[1] * y + rowY[2]) / depth;

      // Within one pixel the perspective is as good as linear: one division serves its 16 points.
      const stepXx = (rowX[0] - pictureX * rowDepth[0]) / depth;
      const stepXy = (rowX[1] - pictureX * rowDepth[1]) / depth;
      const stepYx = (rowY[0] - pictureY * rowDepth[0]) / depth;
      const stepYy = (rowY[1] - pictureY * rowDepth[1]) / depth;
      const reachX = Math.abs(stepXx) + Math.abs(stepXy);
      const reachY = Math.abs(stepYx) + Math.abs(stepYy);
      if (pictureX < -reachX || pictureX > pictureWidth + reachX) continue;
      if (pictureY < -reachY || pictureY > pictureHeight + reachY) continue;

      const at = y * width + x;
      const backdrop = frame[at] ?? 0;
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

/** Dims everything, then adds the reflections, which are of another light. */
const lightFrame = (frame: Float32Array, options: SceneOptions): Float32Array => {
  const { width, height, shift, light = 1, glare = [] } = options;
  if (light !== 1) for (let at = 0; at < frame.length; at++) frame[at] = light * (frame[at] ?? 0);
  for (const { x, y, radius, strength } of glare) {
    const [centreX, centreY] = [width / 2 + shift.x + x, height / 2 + shift.y + y];
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const distance = ((column - centreX) ** 2 + (row - centreY) ** 2) / radius ** 2;
        if (distance > 4) continue;
        const at = row * width + column;
        frame[at] = (frame[at] ?? 0) + strength * Math.exp(-distance * distance);
      }
    }
  }
  return frame;
};

/** Averages along the way that everything moves; the frame's edge repeats beyond it. */
const moveFrame = (frame: Float32Array, { width, height, motion }: SceneOptions) => {
  const way = motion ? Math.round(Math.hypot(motion.x, motion.y)) : 0;
  if (!motion || way < 2) return frame;
  const moved = new Float32Array(frame.length);
  for (let step = 0; step < way; step++) {
    const part = (step - (way >> 1)) / way;
    const [right, down] = [Math.round(part * motion.x), Math.round(part * motion.y)];
    for (let y = 0; y < height; y++) {
      const from = Math.min(height - 1, Math.max(0, y + down)) * width;
      for (let x = 0; x < width; x++) {
        const at = from + Math.min(width - 1, Math.max(0, x + right));
        moved[y * width + x] = (moved[y * width + x] ?? 0) + (frame[at] ?? 0) / way;
      }
    }
  }
  return moved;
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

/**
 * What the sensor makes of the light: noise on all of it, and nothing above white. The sum of four even
 * bytes is close to normal: mean 510, standard deviation 147.8.
 */
export const exposeFrame = (
  frame: Float32Array,
  { width, height, noise, seed }: Pick<SceneOptions, 'width' | 'height' | 'noise' | 'seed'>,
): Picture => {
  const random = seedRandom(seed);
  const luma = new Uint8ClampedArray(frame.length);
  for (let at = 0; at < frame.length; at++) {
    const bits = random();
    const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
    luma[at] = (frame[at] ?? 0) + (noise * (sum - 510)) / 147.8;
  }
  return { width, height, luma: new Uint8Array(luma.buffer) };
};

/** The light that falls on the sensor, before noise; a reflection may be brighter than white. */
export const renderLight = (picture: Picture, options: SceneOptions): Float32Array =>
  blurFrame(moveFrame(lightFrame(paintScene(picture, options), options), options), options);

/** Renders one frame; the same options give the same bytes. */
export const renderScene = (picture: Picture, options: SceneOptions): Picture =>
  exposeFrame(renderLight(picture, options), options);
