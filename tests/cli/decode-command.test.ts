/** `decode`: a line for each code in the pictures, and a sentence for each picture that has none. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeCommand } from '../../src/cli/code-commands.ts';
import type { Luma } from '../../src/scan/luma.ts';
import { drawBlank, drawCodes } from '../scan/qr-picture.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);
const save = ({ data, width, height }: Luma, name: string): Promise<unknown> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toFile(at(name));
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mleg-decode-'));
  await save(drawCodes(['MLEG1:ONE'], 5), 'one.png');
  await save(drawCodes(['MLEG1:TWO'], 5), 'two.png');
  await save(drawBlank(200, 200), 'blank.png');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('decode', () => {
  it('reads every picture, whatever came before', async () => {
    const files = ['one.png', 'blank.png', 'two.png'].map(at);
    expect(await decodeCommand(files)).toEqual({
      lines: ['MLEG1:ONE', 'MLEG1:TWO'],
      failures: [`no code in ${at('blank.png')}`],
      exitCode: 12,
    });
  });

  it('is done where each has a code', async () => {
    expect(await decodeCommand([at('two.png')])).toEqual({
      lines: ['MLEG1:TWO'],
      failures: [],
      exitCode: 0,
    });
  });
});
