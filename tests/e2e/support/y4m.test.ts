import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Picture } from './picture.ts';
import { writeY4m } from './y4m.ts';

const frame = (width: number, height: number, value: number): Picture => ({
  width,
  height,
  luma: new Uint8Array(width * height).fill(value),
});

describe('writeY4m', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'y4m-'));
    path = join(folder, 'video.y4m');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes a header, and for each frame its luma and no colour', () => {
    writeY4m(path, [frame(4, 2, 1), frame(4, 2, 2)], { framesPerSecond: 8 });
    const colour = '\x80'.repeat(4);
    expect(readFileSync(path, 'latin1')).toBe(
      `YUV4MPEG2 W4 H2 F8:1 Ip A1:1 C420jpeg\n` +
        `FRAME\n${'\x01'.repeat(8)}${colour}FRAME\n${'\x02'.repeat(8)}${colour}`,
    );
    expect(readdirSync(folder)).toEqual(['video.y4m']);
  });

  it.each([
    { why: 'odd sides', frames: [frame(3, 2, 0)] },
    { why: 'two sizes', frames: [frame(4, 2, 0), frame(2, 2, 0)] },
    { why: 'no frame', frames: [] },
  ])('refuses $why and leaves the video that was there', ({ frames }) => {
    writeFileSync(path, 'before');
    expect(() => writeY4m(path, frames, { framesPerSecond: 8 })).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['video.y4m']);
  });
});
