/**
 * Specimen portraits: faces of nobody, drawn from a seed in flat shapes, and handed to the portrait
 * maker's coder. Few and smooth shapes keep the coded picture small and clear. Which seed goes on
 * which card is world.ts's business.
 */
import sharp from 'sharp';
import { pictureHeight as height, pictureWidth as width } from '../credential/picture-size.ts';
import { pictureBytes } from '../credential/vocabulary.ts';
import { codePortrait } from './portrait-maker.ts';
import { type Dice, seededDice } from './specimens.ts';

const skins = ['#f6d5bd', '#efc3a2', '#dfa67f', '#c68a60', '#a87049', '#845539'] as const;
const hairs = ['#2a201c', '#4a2f20', '#744a2b', '#a5692f', '#d3a45a', '#8d3b22'] as const;
const clothes = ['#1f3d63', '#2d5a50', '#7a2f3f', '#4b4f5c', '#b5532f', '#5a4a86'] as const;
const backdrops = ['#b7d2e6', '#b9dbc1', '#ecd8ac', '#cfc3e3', '#e9bdb8', '#c5d0d8'] as const;

interface Hairstyle {
  /** What falls behind head and shoulders, as path data. */
  readonly behind: string;
  /** What lies on the head. */
  readonly above: string;
}

const sweptFringe =
  'M15.6 33C13 18 20 11.5 30 11.5S47 18 44.4 33C43.5 27 42 24.5 39.5 22.5C33 25.5 23 25 20 22.8C17.5 25 16.3 28 15.6 33Z';
const sideParting =
  'M15.5 34C12.5 17 21 10 31 10.5C41 11 47 19 44.5 34C43.8 29 43.5 26.5 41.5 24C35 24.5 28 22 25 18.5C23.5 22.5 17 25 15.5 34Z';
const middleParting =
  'M15.4 36C12.5 18 21 11 30 11S47.5 18 44.6 36C44 28 38 24 30 17.5C22 24 16 28 15.4 36Z';
const highHairline =
  'M15.8 31C14 17.5 21 12 30 12S46 17.5 44.2 31C43 24 39.5 20.5 30 20.5S17 24 15.8 31Z';

const hairstyles: readonly Hairstyle[] = [
  { behind: '', above: sideParting },
  { behind: '', above: highHairline },
  { behind: '', above: sweptFringe },
  {
    behind:
      'M30 11C15 11 12.5 24 12.5 36C12.5 46 13 54 11 62H49C47 54 47.5 46 47.5 36C47.5 24 45 11 30 11Z',
    above: middleParting,
  },
  {
    behind:
      'M30 10.5C15 10.5 11.5 23 12 36C12.3 44 12.5 49 15 51H45C47.5 49 47.7 44 48 36C48.5 23 45 10.5 30 10.5Z',
    above: sweptFringe,
  },
  { behind: 'M30 1.5A7.5 7.5 0 0 1 30 16.5A7.5 7.5 0 0 1 30 1.5Z', above: highHairline },
  {
    behind: 'M30 6C46 6 51 18 50 28C49.5 36 47 40 44 41H16C13 40 10.5 36 10 28C9 18 14 6 30 6Z',
    above: highHairline,
  },
];

/** Draws a specimen's face as SVG; the same seed gives the same face. */
export function drawPortrait(look: { readonly seed: number }): string {
  const dice = seededDice(look.seed);
  const skin = pick(skins, dice);
  // Hair near the skin's own colour would hide the face's outline once coded.
  const hair = pick(skins.indexOf(skin) > 2 ? hairs.slice(0, 2) : hairs, dice);
  const cloth = pick(clothes, dice);
  const { behind, above } = pick(hairstyles, dice);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 60 80">`,
    `<path fill="${pick(backdrops, dice)}" d="M0 0H60V80H0Z"/>`,
    '<g transform="translate(-4.5 -1) scale(1.15)">',
    `<path fill="${hair}" d="${behind}"/>`,
    `<path fill="${cloth}" d="M2 80C2 63.5 12 59 24 56.5H36C48 59 58 63.5 58 80Z"/>`,
    drawCollar(dice, skin),
    `<path fill="${shade(skin)}" d="M24.5 44H35.5V55.5C35.5 60.5 24.5 60.5 24.5 55.5Z"/>`,
    `<g fill="${skin}"><circle cx="16" cy="36.5" r="3"/><circle cx="44" cy="36.5" r="3"/>`,
    '<path d="M16 31C16 20 21 15 30 15S44 20 44 31C44 44 38 52.5 30 52.5S16 44 16 31Z"/></g>',
    `<path fill="${hair}" d="${above}"/>`,
    drawFeatures(skin, hair),
    '</g></svg>',
  ].join('');
}

function drawCollar(dice: Dice, skin: string): string {
  const white = 'fill="#f4f4f0"';
  const collars = [
    `<path fill="${shade(skin)}" d="M22 56.7H38C37 63.5 33 65.5 30 65.5S23 63.5 22 56.7Z"/>`,
    `<path ${white} d="M22.5 56.5L30 69.5L37.5 56.5Z"/>`,
    `<path ${white} d="M22 55C25 60.5 35 60.5 38 55L40 58C36 64.5 24 64.5 20 58Z"/>`,
  ] as const;
  return pick(collars, dice);
}

function drawFeatures(skin: string, hair: string): string {
  const line = (colour: string, breadth: number, d: string): string =>
    `<path fill="none" stroke="${colour}" stroke-width="${breadth}" stroke-linecap="round" d="${d}"/>`;
  return [
    line(shade(hair), 1.5, 'M21.5 30.5Q24.5 28.8 27 30.2M33 30.2Q35.5 28.8 38.5 30.5'),
    '<g fill="#1d1714"><circle cx="24.5" cy="34.5" r="1.9"/><circle cx="35.5" cy="34.5" r="1.9"/></g>',
    line(shade(skin), 1.6, 'M30 35.5Q31.8 39.5 29.3 40.5'),
    line('#a4423c', 1.7, 'M25 44.5Q30 48.5 35 44.5'),
  ].join('');
}

/** The same colour in shadow, a little warmer. */
function shade(colour: string): string {
  const channels = [0.88, 0.78, 0.72].map((factor, index) => {
    const at = 1 + 2 * index;
    return Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * factor);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const pick = <T>(choices: readonly T[], dice: Dice): T => choices[dice(choices.length)] as T;

/**
 * Codes a drawing as AVIF of 60×80 pixels, at the highest quality whose whole file keeps within
 * `maxBytes`. Throws when not even the lowest does.
 */
export async function encodePortrait(
  svg: string,
  { maxBytes = pictureBytes.target }: { readonly maxBytes?: number } = {},
): Promise<Uint8Array> {
  const pixels = await sharp(Buffer.from(svg)).resize(width, height).removeAlpha().raw().toBuffer();
  const coded = await codePortrait(pixels, { maxBytes });
  if (!coded) throw new Error(`a portrait does not fit ${maxBytes} bytes`);
  return coded.bytes;
}
