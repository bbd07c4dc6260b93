/**
 * Which part of a picture makes the portrait: one of 3:4 with the head in its upper middle. Around a
 * person on even ground it is cut close; elsewhere sharp's attention says how far to the side, and
 * the upper part is kept, since heads are there. How the person is told from the ground:
 * portrait-person.ts.
 */
import sharp from 'sharp';
import type { Pixels } from './portrait-file.ts';
import { findPerson } from './portrait-person.ts';

/** A part of a picture, and what showed where the head is. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly by: 'ground' | 'attention';
}

/** Higher than this many times their width, people are shown to the waist and below: cut there. */
const tallest = 1.6;
/** Air left above the person, as a part of the height shown. */
const air = 0.06;

/** The smallest part that findCrop gives, and its shape. The picture must hold one. */
interface Least {
  readonly width: number;
  readonly height: number;
}

/** Finds the part of a picture that makes the portrait. */
export async function findCrop(picture: Pixels, least: Least): Promise<Crop> {
  const person = await findPerson(picture);
  const ratio = least.width / least.height;
  const whole = Math.min(picture.height, picture.width / ratio);
  const wished = person
    ? Math.min(person.height, person.width * tallest) * (1 + air)
    : Number.POSITIVE_INFINITY;
  const height = Math.floor(clamp(wished, least.height, whole));
  const width = Math.min(picture.width, Math.round(height * ratio));
  const middle = person?.middle ?? (await findAttention(picture, width));
  const top = person ? person.top - air * height : (picture.height - height) / 4;
  return {
    left: Math.round(clamp(middle - width / 2, 0, picture.width - width)),
    top: Math.round(clamp(top, 0, picture.height - height)),
    width,
    height,
    by: person ? 'ground' : 'attention',
  };
}

/** The column that draws the eye, of a picture wider than the part wanted; its middle otherwise. */
async function findAttention({ data, width, height }: Pixels, part: number): Promise<number> {
  if (part >= width) return width / 2;
  const { info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: part, height, fit: 'cover', position: sharp.strategy.attention })
    .toBuffer({ resolveWithObject: true });
  return info.attentionX ?? width / 2;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));
