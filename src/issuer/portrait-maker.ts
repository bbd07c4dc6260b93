/**
 * Portraits for cards: from a picture file to an AVIF of 60×80 pixels that fits a QR code (PROTOCOL
 * §1), and the one coder that drawings share. Some 340 bytes are left for the picture once its boxes
 * are written, so what lies around the face is softened first: the face gains more from it
 * than from any setting of the coder. Reading files is left to portrait-file.ts, finding the head to
 * portrait-crop.ts.
 */
import sharp from 'sharp';
import { fail, ok, type Result } from '../base/result.ts';
import { pictureHeight, pictureWidth } from '../credential/picture-size.ts';
import { pictureBytes } from '../credential/vocabulary.ts';
import { type Crop, findCrop } from './portrait-crop.ts';
import { type PictureFailure, type Pixels, readPictureFile } from './portrait-file.ts';

/** A coded picture; the quality is the coder's, 1 to 100. */
export interface CodedPortrait {
  readonly bytes: Buffer;
  readonly quality: number;
}

export interface Portrait extends CodedPortrait {
  /** Which budget it keeps within. */
  readonly fits: 'target' | 'maximum';
  /** The part of the picture that is shown, in the pixels of the picture as it stands upright. */
  readonly crop: Crop;
}

export type PortraitFailure = PictureFailure | 'does-not-fit';

/** Below this quality eyes and mouth melt: such a portrait proves nothing. */
const leastQuality = 18;
/** Above this one nothing is gained at this size. */
const mostQuality = 80;

/** How hard the coder tries: three times as long as at 6, for a face clearer by some 0.4 dB. */
const hardest = 9;
const raw = { width: pictureWidth, height: pictureHeight, channels: 3 } as const;

/** Makes a card's portrait, at the target size if it can be, at the maximum if it must be. */
export async function makePortrait(
  file: Uint8Array,
  target: number = pictureBytes.target,
): Promise<Result<Portrait, PortraitFailure>> {
  const picture = await readPictureFile(file);
  if (!picture.ok) return picture;
  const { pixels, scale } = picture.value;
  const part = await findCrop(pixels, { width: pictureWidth, height: pictureHeight });
  const face = await softenSurroundings(await cut(pixels, part));
  const coarsest = (await code(face, leastQuality, hardest)).length;
  if (coarsest > pictureBytes.maximum) return fail('does-not-fit');
  const fits = coarsest <= target ? 'target' : 'maximum';
  const maxBytes = fits === 'target' ? target : pictureBytes.maximum;
  const coded = await codePortrait(face, { maxBytes, leastQuality, effort: hardest });
  if (!coded) throw new Error('what fitted once does not fit again');
  return ok({ ...coded, fits, crop: enlarge(part, scale) });
}

interface Budget {
  readonly maxBytes: number;
  readonly leastQuality?: number;
  /** 0 to 9. */
  readonly effort?: number;
}

/**
 * Codes 60×80 pixels as AVIF at the highest quality whose whole file keeps within the budget; null
 * when none does. Full chroma, because halved chroma greys the skin at this size.
 */
export async function codePortrait(
  pixels: Buffer,
  { maxBytes, leastQuality: least = 1, effort = 6 }: Budget,
): Promise<CodedPortrait | null> {
  let best: CodedPortrait | null = null;
  // Sizes grow with quality, so halving finds the highest that fits.
  for (let low = least - 1, high = mostQuality; low < high; ) {
    const quality = Math.ceil((low + high) / 2);
    const bytes = await code(pixels, quality, effort);
    if (bytes.length <= maxBytes) {
      best = { bytes, quality };
      low = quality;
    } else high = quality - 1;
  }
  return best;
}

const code = (pixels: Buffer, quality: number, effort: number): Promise<Buffer> =>
  sharp(pixels, { raw })
    .avif({ quality, effort, chromaSubsampling: '4:4:4', tune: 'ssim' })
    .toBuffer();

function cut({ data, width, height }: Pixels, { by: _, ...part }: Crop): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .extract(part)
    .resize({ width: pictureWidth, height: pictureHeight, fit: 'fill' })
    .raw()
    .toBuffer();
}

/**
 * Blurs what lies outside an oval around the face, with a soft edge, so that the bytes go to the
 * face: at 600 bytes its error falls by some 1.3 dB.
 */
async function softenSurroundings(pixels: Buffer): Promise<Buffer> {
  const soft = await sharp(pixels, { raw })
    .blur({ sigma: 2.5, precision: 'float' })
    .raw()
    .toBuffer();
  return Buffer.from(
    pixels.map((value, index) => {
      const at = Math.floor(index / 3);
      const x = ((at % pictureWidth) + 0.5 - 30) / 22;
      const y = (Math.floor(at / pictureWidth) + 0.5 - 35) / 32;
      const share = Math.max(0, Math.min(1, (Math.hypot(x, y) - 0.95) / 0.25));
      return Math.round(value + share * ((soft[index] ?? 0) - value));
    }),
  );
}

/** The same part of the picture at its full size, never past its edges. */
const enlarge = ({ left, top, width, height, by }: Crop, scale: number): Crop => ({
  left: Math.floor(left * scale),
  top: Math.floor(top * scale),
  width: Math.floor(width * scale),
  height: Math.floor(height * scale),
  by,
});
