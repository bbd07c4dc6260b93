/**
 * Writes greyscale frames as the raw video (YUV4MPEG2) that Chromium's fake camera plays in a loop.
 * The file appears under its name only when it is whole, so that a camera that restarts meanwhile
 * plays the old video or the new one. Frames are written as they come: a long video never has to
 * fit in memory.
 */

import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Picture } from './picture.ts';

const NO_COLOUR = 128;

const writeAll = (file: number, bytes: Uint8Array): void => {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
};

const writeFrames = (file: number, frames: Iterable<Picture>, framesPerSecond: number): void => {
  let size: { readonly width: number; readonly height: number } | null = null;
  for (const { width, height, luma } of frames) {
    if (size === null) {
      if (width % 2 !== 0 || height % 2 !== 0) throw new Error('y4m frames need even sides');
      size = { width, height };
      const header = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
      writeAll(file, Buffer.from(header));
    }
    if (size.width !== width || size.height !== height) {
      throw new Error('y4m frames need one size');
    }
    writeAll(file, Buffer.from('FRAME\n'));
    writeAll(file, luma);
    writeAll(file, new Uint8Array((width * height) / 2).fill(NO_COLOUR));
  }
  if (size === null) throw new Error('a y4m video needs a frame');
};

/** Writes `frames`, all of one even size, to `path`, replacing what was there at once. */
export const writeY4m = (
  path: string,
  frames: Iterable<Picture>,
  { framesPerSecond }: { readonly framesPerSecond: number },
): void => {
  const partial = `${path}.${process.pid}.partial`;
  const file = openSync(partial, 'w');
  try {
    writeFrames(file, frames, framesPerSecond);
    closeSync(file);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
};
