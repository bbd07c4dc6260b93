/** PROTOCOL §1, portraits: what is refused, what part is kept, and that the bytes keep the budget. */
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { hasCardSize } from '../../src/credential/picture-size.ts';
import { findCrop } from '../../src/issuer/portrait-crop.ts';
import { readPictureFile } from '../../src/issuer/portrait-file.ts';
import { codePortrait, makePortrait } from '../../src/issuer/portrait-maker.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

const card = { width: 60, height: 80 };
const wall = '<rect width="100%" height="100%" fill="#d8dee6"/>';
const shadedWall =
  '<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#eef2f6"/>' +
  '<stop offset="1" stop-color="#8a97a8"/></linearGradient></defs>' +
  '<rect width="100%" height="100%" fill="url(#g)"/>';

/** Higher than the chin and wider than the head, so that the person's middle is not the head's. */
const bag = '<rect x="0.9" y="-0.9" width="1.6" height="3" fill="#1f3d63"/>';
const lowBag = '<rect x="0.9" y="1.2" width="1.6" height="1.2" fill="#1f3d63"/>';

interface Scene {
  readonly width: number;
  readonly height: number;
  /** The middle of the head. */
  readonly x: number;
  readonly y: number;
  /** Half the head's height. */
  readonly head: number;
  readonly skin?: string;
  readonly ground?: string;
  readonly grey?: boolean;
  /** What lies over the person, in the head's measure. */
  readonly over?: string;
}

/** A head with hair, eyes and shoulders before a ground. */
function draw(scene: Scene): Sharp {
  const { width, height, x, y, head, skin = '#dfa67f', ground = wall, over = '' } = scene;
  const person =
    '<ellipse cy="-0.15" rx="0.82" ry="1" fill="#3a2a20"/>' +
    '<path d="M-1.5 2.4C-1.5 1.2 -0.6 1.1 0 1.1S1.5 1.2 1.5 2.4Z" fill="#2d5a50"/>' +
    `<ellipse cy="0.1" rx="0.7" ry="0.95" fill="${skin}"/>` +
    '<g fill="#1d1714"><circle cx="-0.27" r="0.09"/><circle cx="0.27" r="0.09"/></g>' +
    '<path d="M-0.25 0.55Q0 0.75 0.25 0.55" stroke="#a4423c" stroke-width="0.08" fill="none"/>';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}` +
    `<g transform="translate(${x} ${y}) scale(${head})">${person}${over}</g></svg>`;
  return sharp(Buffer.from(svg)).greyscale(scene.grey === true);
}

const plain: Scene = { width: 300, height: 400, x: 150, y: 170, head: 95 };

/** Pixels without order: nothing codes worse. */
function drawNoise(width: number, height: number): Buffer {
  let state = 7;
  return Buffer.from(
    Array.from({ length: 3 * width * height }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 16) & 0xff;
    }),
  );
}

async function cropOf(scene: Scene) {
  const { pixels } = unwrap(await readPictureFile(await draw(scene).png().toBuffer()));
  return findCrop(pixels, card);
}

describe('a portrait', () => {
  it('is an AVIF of 60×80 within the target, without metadata', async () => {
    const file = await draw(plain)
      .withExif({ IFD0: { Artist: 'nobody' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const { exif, xmp, icc } = await sharp(file).metadata();
    expect([exif, xmp, icc]).not.toContain(undefined);
    const { bytes, fits, quality } = unwrap(await makePortrait(file));
    expect(hasCardSize('image/avif', bytes)).toBe(true);
    expect(bytes.length).toBeLessThanOrEqual(600);
    expect(fits).toBe('target');
    expect(quality).toBeGreaterThanOrEqual(18);
    // AV1's profile 1: full chroma (AV1 in ISOBMFF §2.3).
    expect((bytes[bytes.indexOf('av1C') + 5] ?? 0) >> 5).toBe(1);
    const coded = await sharp(bytes).metadata();
    expect([coded.exif, coded.xmp, coded.icc]).toEqual([undefined, undefined, undefined]);
  });

  it('goes up to the maximum where the target cannot be met with a face left', async () => {
    const file = await draw({ ...plain, ground: '' })
      .png()
      .toBuffer();
    const { bytes, fits } = unwrap(await makePortrait(file, 300));
    expect(fits).toBe('maximum');
    expect(bytes.length).toBeGreaterThan(300);
    expect(bytes.length).toBeLessThanOrEqual(720);
  });

  it('is refused where the maximum would leave no face', async () => {
    const raw = { ...card, channels: 3 as const };
    const noise = await sharp(drawNoise(60, 80), { raw }).png().toBuffer();
    expect(outcome(await makePortrait(noise))).toBe('does-not-fit');
  });

  it('spends its bytes on the face: what surrounds it is softened', async () => {
    const stripes = Array.from({ length: 15 }, (_, n) => `<path d="M${n * 4 + 1} 0V80" />`).join(
      '',
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80"><rect width="60" height="80" fill="#aaa"/><g stroke="#555" stroke-width="2">${stripes}</g></svg>`;
    const { bytes } = unwrap(
      await makePortrait(await sharp(Buffer.from(svg)).png().toBuffer(), 720),
    );
    const { data } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    const spread = (left: number, top: number): number => {
      const values = [0, 1, 2, 3, 4, 5, 6, 7].map((x) => data[top * 60 + left + x] ?? 0);
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread(26, 35)).toBeGreaterThan(3 * spread(2, 2));
  });
});

describe('the coder', () => {
  it('gives the highest quality within the budget', async () => {
    const pixels = await draw(plain).resize(card).removeAlpha().raw().toBuffer();
    for (const maxBytes of [400, 440, 480, 520, 560, 600]) {
      const coded = await codePortrait(pixels, { maxBytes, effort: 0 });
      expect(coded?.bytes.length).toBeLessThanOrEqual(maxBytes);
      const finer = { leastQuality: (coded?.quality ?? 0) + 1, effort: 0 };
      const next = await codePortrait(pixels, { ...finer, maxBytes: maxBytes + 400 });
      expect(next?.quality).toBeGreaterThan(coded?.quality ?? 0);
      expect(await codePortrait(pixels, { ...finer, maxBytes })).toBeNull();
    }
    expect((await codePortrait(pixels, { maxBytes: 5000, effort: 0 }))?.quality).toBe(80);
    expect(await codePortrait(pixels, { maxBytes: 250, effort: 0 })).toBeNull();
  });
});

describe('the part of the picture that is shown', () => {
  const scenes: Readonly<Record<string, Scene>> = {
    'far left': { width: 1000, height: 500, x: 160, y: 250, head: 90 },
    'far right, dark skin': { width: 900, height: 600, x: 720, y: 330, head: 80, skin: '#6b4429' },
    'low in a tall picture': {
      width: 450,
      height: 900,
      x: 220,
      y: 640,
      head: 100,
      skin: '#f6d5bd',
    },
    'a bag on one shoulder': { ...plain, width: 900, x: 400, over: bag },
    'a bag at one hip, grey': { ...plain, width: 700, x: 300, grey: true, over: lowBag },
    'before a wall in shadow': { ...plain, width: 800, x: 560, ground: shadedWall },
  };
  it.each(Object.entries(scenes))('keeps the head and cuts the margins: %s', async (_, scene) => {
    const { x, y, head } = scene;
    const { left, top, width, height, by } = await cropOf(scene);
    expect(by).toBe('ground');
    expect(width / height).toBeCloseTo(0.75, 1);
    expect(Math.abs(left + width / 2 - x) / width).toBeLessThan(0.06);
    expect(top).toBeLessThan(y - 1.1 * head);
    expect(top + height).toBeGreaterThan(y + 1.05 * head);
    expect((2 * head) / height).toBeGreaterThan(0.5);
  });

  it('lies at the side that draws the eye, and high, where the ground is not even', async () => {
    const tiles = Array.from({ length: 180 }, (_, n) => {
      const at = `x="${(n % 18) * 50}" y="${Math.floor(n / 18) * 50}" width="50" height="50"`;
      return `<rect ${at} fill="hsl(${(n * 67) % 360} 12% ${40 + ((n * 31) % 30)}%)"/>`;
    }).join('');
    const wide = await cropOf({
      width: 900,
      height: 500,
      x: 700,
      y: 230,
      head: 110,
      ground: tiles,
    });
    expect(wide.by).toBe('attention');
    expect(wide.left).toBeLessThan(700 - 80);
    expect(wide.left + wide.width).toBeGreaterThan(700 + 80);
    const tall = await cropOf({ width: 300, height: 500, x: 150, y: 190, head: 90, ground: tiles });
    expect(tall).toEqual({ left: 0, top: 25, width: 300, height: 400, by: 'attention' });
  });

  it('is never smaller than the portrait, nor outside the picture', async () => {
    const small = await cropOf({ width: 120, height: 130, x: 110, y: 14, head: 12 });
    expect(small).toMatchObject({ ...card, left: 60, top: 0 });
  });

  it('is given in pixels of the file, upright', async () => {
    const scene = { width: 2400, height: 2000, x: 700, y: 900, head: 300 };
    const rotated = await draw(scene).jpeg().toBuffer();
    const file = await sharp(await sharp(rotated).rotate(-90).jpeg().toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { crop } = unwrap(await makePortrait(file));
    expect(Math.abs(crop.left + crop.width / 2 - scene.x) / crop.width).toBeLessThan(0.06);
    expect(crop.top).toBeLessThan(scene.y - scene.head);
    expect(crop.top + crop.height).toBeGreaterThan(scene.y + scene.head);
  });
});

describe('a picture file', () => {
  const small = draw({ ...plain, width: 120, height: 160, x: 60, y: 70, head: 38 });
  const formats: Readonly<Record<string, () => Promise<Buffer>>> = {
    JPEG: () => small.clone().jpeg().toBuffer(),
    'grey JPEG': () => small.clone().greyscale().jpeg().toBuffer(),
    'CMYK JPEG': () => small.clone().toColourspace('cmyk').jpeg().toBuffer(),
    PNG: () => small.clone().png({ palette: true }).toBuffer(),
    '16-bit PNG': () => small.clone().toColourspace('rgb16').png().toBuffer(),
    WebP: () => small.clone().webp().toBuffer(),
    AVIF: () => small.clone().avif({ effort: 0 }).toBuffer(),
    GIF: () => small.clone().gif().toBuffer(),
  };
  it.each(Object.entries(formats))('is read: %s', async (name, encode) => {
    const { pixels, scale } = unwrap(await readPictureFile(await encode()));
    expect([pixels.width, pixels.height, scale]).toEqual([120, 160, 1]);
    expect(pixels.data.length).toBe(3 * 120 * 160);
    const [red = 0, green = 0, blue = 0] = pixels.data;
    const drawn = name.startsWith('grey') ? [221, 221, 221] : [0xd8, 0xde, 0xe6];
    for (const [index, seen] of [red, green, blue].entries())
      expect(Math.abs(seen - (drawn[index] ?? 0))).toBeLessThan(12);
  });

  it('stands on plain light ground where it is transparent', async () => {
    const file = await draw({ ...plain, ground: '' })
      .png()
      .toBuffer();
    expect((await sharp(file).metadata()).hasAlpha).toBe(true);
    const { pixels } = unwrap(await readPictureFile(file));
    expect([...pixels.data.subarray(0, 3)]).toEqual([0xe6, 0xe8, 0xeb]);
  });

  it('counts with its first frame only', async () => {
    const red = sharp({ create: { ...card, channels: 3, background: '#f00' } });
    const blue = sharp({ create: { ...card, channels: 3, background: '#00f' } });
    const frames = await Promise.all([red.png().toBuffer(), blue.png().toBuffer()]);
    for (const form of ['gif', 'webp'] as const) {
      const file = await sharp(frames, { join: { animated: true } })
        .toFormat(form)
        .toBuffer();
      expect((await sharp(file).metadata()).pages).toBe(2);
      const { pixels } = unwrap(await readPictureFile(file));
      expect(pixels.height).toBe(80);
      expect(pixels.data[0]).toBeGreaterThan(240);
      expect(pixels.data[2]).toBeLessThan(15);
    }
  });

  it('is refused when it is no photograph, or damaged', async () => {
    const jpeg = await small.clone().jpeg().toBuffer();
    const files = {
      nothing: new Uint8Array(),
      text: new TextEncoder().encode('not a picture'),
      drawing: new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="120"/>',
      ),
      tiff: await small.clone().tiff().toBuffer(),
      'cut short': jpeg.subarray(0, jpeg.length / 2),
    };
    for (const [name, file] of Object.entries(files))
      expect(outcome(await makePortrait(file)), name).toBe('not-a-picture');
  });

  it('is refused below 60×80, as it stands upright', async () => {
    const blank = (width: number, height: number): Sharp =>
      sharp({ create: { width, height, channels: 3, background: '#888' } });
    for (const [width, height] of [
      [59, 80],
      [60, 79],
      [80, 60],
      [8000, 100],
    ] as const)
      expect(outcome(await readPictureFile(await blank(width, height).png().toBuffer()))).toBe(
        'too-small',
      );
    const sideways = await blank(80, 60).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { pixels } = unwrap(await readPictureFile(sideways));
    expect([pixels.width, pixels.height]).toEqual([60, 80]);
  });

  it('is refused undecoded when it claims more pixels than cameras make', async () => {
    const file = await small.clone().jpeg().toBuffer();
    // The frame header: height and width follow its marker, length and precision.
    const header = file.indexOf(Buffer.from([0xff, 0xc0]));
    file.writeUInt16BE(12_000, header + 5);
    file.writeUInt16BE(12_000, header + 7);
    expect(outcome(await makePortrait(file))).toBe('too-large');
    expect(outcome(await makePortrait(new Uint8Array(64 * 1024 * 1024 + 1)))).toBe('too-large');
  });
});
