/**
 * Reads a picture file for a portrait: refuses what is no photograph, too small or absurdly
 * large, and gives the first frame upright, in sRGB, on a plain ground, without metadata. What of it
 * makes the portrait is left to portrait-crop.ts.
 */
import sharp from 'sharp';
import { toBinary } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { pictureHeight, pictureWidth } from '../credential/picture-size.ts';

/** A picture's pixels, three bytes each, row by row. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface WorkingPicture {
  readonly pixels: Pixels;
  /** Pixels of the file to one of these. */
  readonly scale: number;
}

export type PictureFailure = 'not-a-picture' | 'too-small' | 'too-large';

/** How JPEG, PNG, GIF, WebP and the HEIF family begin, one character a byte. sharp would read more, and SVG at great cost. */
const beginnings = /^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF.{4}WEBP|.{4}ftyp)/s;
/** Above what cameras make; a file that claims more is out to exhaust memory. JPEG alone shrinks while it is read. */
const mostPixels = 50_000_000;
const mostJpegPixels = 120_000_000;
/** Larger files are refused unread. */
export const mostFileBytes = 64 * 1024 * 1024;
/** Pictures are worked on at no more than this side: 60×80 needs no more. */
const workingSide = 1600;
/** Behind transparent pictures: light and plain, as identity photographs have it. */
const ground = '#e6e8eb';

/** Decodes the first frame, upright, in sRGB, on a plain ground, without its metadata. */
export async function readPictureFile(
  file: Uint8Array,
): Promise<Result<WorkingPicture, PictureFailure>> {
  if (file.length > mostFileBytes) return fail('too-large');
  if (!beginnings.test(toBinary(file.subarray(0, 12)))) return fail('not-a-picture');
  // Cameras leave small faults in their files; a file cut short is refused all the same.
  const options = { limitInputPixels: mostJpegPixels, failOn: 'error' } as const;
  try {
    const metadata = await sharp(file, { ...options, limitInputPixels: false }).metadata();
    const { width, height } = metadata.autoOrient;
    const most = metadata.format === 'jpeg' ? mostJpegPixels : mostPixels;
    if (width * height > most) return fail('too-large');
    const { data, info } = await sharp(file, options)
      .autoOrient()
      .flatten({ background: ground })
      .resize({ width: workingSide, height: workingSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = { data, width: info.width, height: info.height };
    // Asked of the working picture, because strips many times longer than broad shrink below the least.
    if (info.width < pictureWidth || info.height < pictureHeight) return fail('too-small');
    return ok({ pixels, scale: width / info.width });
  } catch {
    // sharp says only in words what is wrong with a file, and all of it comes to the same.
    return fail('not-a-picture');
  }
}
