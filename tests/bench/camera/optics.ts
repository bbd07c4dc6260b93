/**
 * What befalls a picture on its way through a hand-held camera, beyond what scene.ts draws: motion while
 * the shutter is open, little light, a lamp mirrored in the screen, and the sensor's noise, in the order
 * in which they happen.
 */
import type { Picture } from '../../e2e/support/picture.ts';
import { seedRandom } from '../../e2e/support/random.ts';

/** A bright, soft spot: its centre as parts of the frame, its radius and the luma added at its centre. */
export interface Glare {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly strength: number;
}

/** What one frame goes through. */
export interface Optics {
  /** Pixels that the picture moves, across and down, while the shutter is open. */
  readonly motion: { readonly x: number; readonly y: number };
  /** The part of the light that arrives. */
  readonly light: number;
  readonly glare: Glare | null;
  /** Standard deviation of the noise, in steps of luma. */
  readonly noise: number;
  readonly seed: number;
}

/** A sensor gives no zero. */
const darkest = 16;

/** The frame as the sensor delivers it. */
export function passThrough(picture: Picture, optics: Optics): Picture {
  const { width, height } = picture;
  const light = shake(picture, optics.motion);
  for (let at = 0; at < light.length; at += 1)
    light[at] = darkest + optics.light * ((light[at] ?? 0) - darkest);
  if (optics.glare) addGlare(light, width, height, optics.glare);
  return { width, height, luma: sense(light, optics) };
}

/** The mean of the picture at every pixel of its way. */
function shake({ width, height, luma }: Picture, motion: Optics['motion']): Float32Array {
  const length = Math.hypot(motion.x, motion.y);
  const steps = Math.max(1, Math.ceil(2 * length));
  const light = new Float32Array(luma.length);
  for (let step = 0; step < steps; step += 1) {
    const part = steps === 1 ? 0 : step / (steps - 1) - 0.5;
    const [across, down] = [Math.round(part * motion.x), Math.round(part * motion.y)];
    for (let y = 0; y < height; y += 1) {
      const from = Math.min(height - 1, Math.max(0, y + down)) * width;
      for (let x = 0; x < width; x += 1) {
        const at = from + Math.min(width - 1, Math.max(0, x + across));
        light[y * width + x] = (light[y * width + x] ?? 0) + (luma[at] ?? 0) / steps;
      }
    }
  }
  return light;
}

function addGlare(light: Float32Array, width: number, height: number, glare: Glare): void {
  const [centreX, centreY] = [glare.x * width, glare.y * height];
  const spread = 2 * (glare.radius * width) ** 2;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const distance = (x - centreX) ** 2 + (y - centreY) ** 2;
      light[y * width + x] =
        (light[y * width + x] ?? 0) + glare.strength * Math.exp(-distance / spread);
    }
}

/** The sum of four even bytes is close to normal: mean 510, standard deviation 147.8. */
function sense(light: Float32Array, { noise, seed }: Optics): Uint8Array {
  const random = seedRandom(seed);
  const luma = new Uint8ClampedArray(light.length);
  for (let at = 0; at < light.length; at += 1) {
    const bits = random();
    const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
    luma[at] = (light[at] ?? 0) + (noise * (sum - 510)) / 147.8;
  }
  return new Uint8Array(luma.buffer);
}
