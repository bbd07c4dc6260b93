/**
 * Measures how a part of a picture is lit: how dark its dark is, how bright its bright, and how much
 * of it a reflection has burnt out. White paper and a bright screen are burnt out, too, when the
 * picture is overexposed; what tells a reflection is that it covers what should not be white. What
 * follows for the one who holds the camera is left to hints.ts.
 */
import type { Luma } from './luma.ts';
import type { Light, Region } from './messages.ts';

/** A region is cut into so many patches along each side; no code has white squares of that size. */
const patchesAcross = 20;
/** Each patch is looked at in so many places along each side. */
const placesAcross = 4;
const places = placesAcross * placesAcross;
/** From here on a sensor tells nothing. */
const burntOut = 250;
/** So much of the bright places elsewhere: the whole picture is overexposed. */
const overexposed = 0.3;
/** However a code is turned, the ellipse of this part of its box lies within it. */
const innerPart = 0.7;

/** Measures the light on a region; outside of the picture there is none. */
export function measureLight(luma: Luma, region: Region): Light {
  const brightness = new Uint32Array(256);
  const burntPlaces = new Uint8Array(patchesAcross * patchesAcross);
  samplePatches(luma, region, brightness, burntPlaces);
  const all = burntPlaces.length * places;
  return {
    dark: findQuantile(brightness, all / 10),
    bright: findQuantile(brightness, (all * 9) / 10),
    burnt: measureBurnt(brightness, burntPlaces),
  };
}

/** Counts how often each brightness occurs, and the burnt-out places of each patch. */
function samplePatches(
  { data, width, height }: Luma,
  region: Region,
  brightness: Uint32Array,
  burntPlaces: Uint8Array,
): void {
  const across = patchesAcross * placesAcross;
  for (let row = 0; row < across; row += 1) {
    const y = clamp(region.y + ((row + 0.5) * region.height) / across, height);
    for (let column = 0; column < across; column += 1) {
      const x = clamp(region.x + ((column + 0.5) * region.width) / across, width);
      const value = data[y * width + x] as number;
      brightness[value] = (brightness[value] as number) + 1;
      if (value < burntOut) continue;
      const patch =
        Math.floor(row / placesAcross) * patchesAcross + Math.floor(column / placesAcross);
      burntPlaces[patch] = (burntPlaces[patch] as number) + 1;
    }
  }
}

const clamp = (place: number, size: number): number =>
  Math.max(0, Math.min(size - 1, Math.floor(place)));

function findQuantile(brightness: Uint32Array, rank: number): number {
  let seen = 0;
  for (let value = 0; value < 255; value += 1) {
    seen += brightness[value] as number;
    if (seen > rank) return value;
  }
  return 255;
}

function measureBurnt(brightness: Uint32Array, burntPlaces: Uint8Array): number {
  const [innerOnly, middle] = [isOverexposed(brightness, burntPlaces), (patchesAcross - 1) / 2];
  const reach = innerOnly ? (innerPart * patchesAcross) / 2 : patchesAcross;
  let [burnt, counted] = [0, 0];
  for (const [patch, count] of burntPlaces.entries()) {
    const x = (patch % patchesAcross) - middle;
    const y = Math.floor(patch / patchesAcross) - middle;
    if (x * x + y * y > reach * reach) continue;
    counted += 1;
    if (count === places) burnt += 1;
  }
  return burnt / counted;
}

/** Whether the white between dark modules is burnt out, and so all white is. */
function isOverexposed(brightness: Uint32Array, burntPlaces: Uint8Array): boolean {
  let [burnt, inPatches] = [0, 0];
  for (const count of burntPlaces) {
    burnt += count;
    if (count === places) inPatches += count;
  }
  let bright = 0;
  for (let value = 128; value < 256; value += 1) bright += brightness[value] as number;
  return burnt - inPatches > overexposed * (bright - inPatches);
}
