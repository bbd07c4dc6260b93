/**
 * Tells a person from the even ground of an identity photograph, without knowing faces: ground is
 * what runs smoothly from the top corners (a wall, with its shadows), and the head's middle is where
 * the skin is. Says "nobody" where there is no such ground. What to cut is left to portrait-crop.ts.
 */
import sharp from 'sharp';
import type { Pixels } from './portrait-file.ts';

/** The box around a person, and the column of the head's middle, in the picture's pixels. */
export interface Person {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly middle: number;
}

/** The person is looked for at this size: noise and texture are averaged away. */
const searchSide = 128;
/** Neighbours on one ground differ by at most this. */
const groundStep = 5;
/** Rows and columns with less of the person, as a part of the picture, count as ground. */
const specks = 0.03;
/** A "person" smaller than this part of the picture's height is something else. */
const leastPerson = 0.15;

/** Finds the person before an even ground; null where there is no such ground, or nobody. */
export async function findPerson(picture: Pixels): Promise<Person | null> {
  const scale = Math.max(1, picture.width / searchSide, picture.height / searchSide);
  const small = await shrink(picture, scale);
  const ground = floodGround(small);
  const columns = new Array<number>(small.width).fill(0);
  const rows = new Array<number>(small.height).fill(0);
  for (const [at, isGround] of ground.entries()) {
    if (isGround) continue;
    const x = at % small.width;
    columns[x] = (columns[x] ?? 0) + 1;
    rows[(at - x) / small.width] = (rows[(at - x) / small.width] ?? 0) + 1;
  }
  const [left, right] = extent(columns, specks * small.height);
  const [top, bottom] = extent(rows, specks * small.width);
  const width = right - left;
  const height = bottom - top;
  // What fills the picture is no person before a ground but the ground itself, busy.
  const fills = width >= 0.8 * small.width && height >= 0.95 * small.height;
  if (fills || height < leastPerson * small.height || width < leastPerson * small.width)
    return null;
  // Skin below the head is hands: a full figure's lower part does not count.
  const head = Math.min(height, (width * 4) / 3);
  const shown = { ...small, ground, left, right, top };
  const skin = medianColumn({ ...shown, bottom: top + 0.75 * head }, isSkin);
  const middle = skin ?? medianColumn({ ...shown, bottom: top + 0.4 * head }, () => true);
  return {
    top: top * scale,
    width: width * scale,
    height: height * scale,
    middle: ((middle ?? (left + right) / 2) + 0.5) * scale,
  };
}

async function shrink({ data, width, height }: Pixels, scale: number): Promise<Pixels> {
  const size = {
    width: Math.max(1, Math.round(width / scale)),
    height: Math.max(1, Math.round(height / scale)),
  };
  const resized = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ ...size, fit: 'fill' })
    .raw()
    .toBuffer();
  const smooth = sharp(resized, { raw: { ...size, channels: 3 } }).median(3);
  return { ...size, data: await smooth.raw().toBuffer() };
}

/** Marks with 1 what the top corners reach in small steps of colour. */
function floodGround({ data, width, height }: Pixels): Uint8Array {
  const ground = new Uint8Array(width * height);
  const open = [0, width - 1];
  for (const at of open) ground[at] = 1;
  const step = (a: number, b: number): number =>
    Math.max(...[0, 1, 2].map((c) => Math.abs((data[3 * a + c] ?? 0) - (data[3 * b + c] ?? 0))));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    const neighbours = [at - width, at + width];
    if (x > 0) neighbours.push(at - 1);
    if (x < width - 1) neighbours.push(at + 1);
    for (const next of neighbours)
      if (ground[next] === 0 && step(at, next) <= groundStep) {
        ground[next] = 1;
        open.push(next);
      }
  }
  return ground;
}

/** Where the counts first reach `least`, and where they last do: an empty span when never. */
function extent(counts: readonly number[], least: number): readonly [number, number] {
  const first = counts.findIndex((count) => count >= least);
  const last = counts.findLastIndex((count) => count >= least);
  return [Math.max(0, first), last + 1];
}

interface Region extends Pixels {
  readonly ground: Uint8Array;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type PixelTest = (red: number, green: number, blue: number) => boolean;

/** The middle one of the columns of the person's pixels that pass; null when too few do. */
function medianColumn(region: Region, passes: PixelTest): number | null {
  const columns: number[] = [];
  for (let y = region.top; y < region.bottom; y++)
    for (let x = region.left; x < region.right; x++) {
      const at = y * region.width + x;
      const [red = 0, green = 0, blue = 0] = region.data.subarray(3 * at, 3 * at + 3);
      if (region.ground[at] === 0 && passes(red, green, blue)) columns.push(x);
    }
  const area = (region.right - region.left) * (region.bottom - region.top);
  if (columns.length < specks * area) return null;
  return columns.sort((a, b) => a - b)[columns.length >> 1] ?? null;
}

/** Skin of every tone keeps to one corner of the colour plane; how light it is does not matter. */
const isSkin: PixelTest = (red, green, blue) => {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const towardsBlue = 0.564 * (blue - luma);
  const towardsRed = 0.713 * (red - luma);
  return luma > 35 && towardsRed > 6 && towardsRed < 47 && towardsBlue > -53 && towardsBlue < -3;
};
