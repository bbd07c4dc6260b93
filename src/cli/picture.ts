/**
 * Pictures from disk as the luminance plane that the scanning engines read.
 */
import sharp from 'sharp';
import { UsageError } from './usage.ts';

/** 8-bit luminance, row by row. */
export interface LumaPicture {
  readonly luma: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Reads a picture file; throws `UsageError` when it is none. */
export async function readPicture(file: string): Promise<LumaPicture> {
  try {
    const { data, info } = await sharp(file)
      .rotate()
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { luma: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    throw new UsageError(`${file} is no picture that can be read`);
  }
}
