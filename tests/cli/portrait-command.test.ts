/** `portrait`: one file and one line of JSON for a picture; a sentence and a code for all else. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portraitCommand } from '../../src/cli/portrait-command.ts';
import { overview, UsageError } from '../../src/cli/usage.ts';
import { hasCardSize } from '../../src/credential/picture-size.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400">' +
  '<rect width="300" height="400" fill="#d8dee6"/><path d="M40 400Q60 280 150 280T260 400Z" fill="#2d5a50"/>' +
  '<ellipse cx="150" cy="180" rx="70" ry="95" fill="#dfa67f"/></svg>';

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mleg-portrait-'));
  await sharp(Buffer.from(svg)).jpeg().toFile(at('face.jpg'));
  await writeFile(at('letter.txt'), 'not a picture');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('portrait', () => {
  it('writes the AVIF and prints what came of it', async () => {
    const output = await portraitCommand([at('face.jpg'), '--out', at('a.avif'), '--bytes', '450']);
    const [line = '', ...more] = output.lines;
    expect(more).toEqual([]);
    const told = JSON.parse(line) as Record<string, unknown>;
    const keys = ['file', 'bytes', 'quality', 'width', 'height', 'fits', 'crop'];
    expect(Object.keys(told)).toEqual(keys);
    const written = await readFile(at('a.avif'));
    expect(hasCardSize('image/avif', written)).toBe(true);
    expect(told).toMatchObject({ file: at('a.avif'), width: 60, height: 80, fits: 'target' });
    expect(told.bytes).toBe(written.length);
    expect(written.length).toBeLessThanOrEqual(450);
    expect(told.crop).toMatchObject({ by: 'ground' });
  });

  it('is a command of mleg, and writes into the folder one is in', async () => {
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const tsx = import.meta.resolve('tsx');
    const args = ['--import', tsx, main, 'portrait'];
    const run = promisify(execFile);
    const { stdout, stderr } = await run(process.execPath, [...args, 'face.jpg'], { cwd: folder });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\{"file":"face\.portrait\.avif",.*\}\n$/);
    expect(await readdir(folder)).toContain('face.portrait.avif');
    const failed = run(process.execPath, [...args, 'letter.txt'], { cwd: folder });
    await expect(failed).rejects.toMatchObject({ code: 12, stdout: '' });
  });

  it('never writes over a file, least of all over the picture', async () => {
    const before = await readFile(at('face.jpg'));
    const again = portraitCommand([at('face.jpg'), '--out', at('face.jpg')]);
    await expect(again).rejects.toThrow(UsageError);
    expect(await readFile(at('face.jpg'))).toEqual(before);
  });

  it('says why there is no portrait, exits 12 and writes nothing', async () => {
    await sharp(Buffer.from(svg)).resize(59, 79).png().toFile(at('small.png'));
    await writeFile(at('huge.jpg'), '');
    await truncate(at('huge.jpg'), 3 * 1024 ** 3);
    for (const name of ['letter.txt', 'small.png', 'huge.jpg']) {
      const output = await portraitCommand([at(name), '--out', at('none.avif')]);
      expect(output, name).toMatchObject({ exitCode: 12 });
      expect(output.failures.join()).toContain(at(name));
    }
    expect(await readdir(folder)).not.toContain('none.avif');
  });

  it('refuses to be called wrongly', async () => {
    const face = at('face.jpg');
    for (const args of [
      [],
      [face, face],
      [at('none.jpg')],
      [folder],
      [devNull],
      [face, '--out', ''],
      [face, '--out', at('none/a.avif')],
      ...['', '0', '299', '721', '600.5', '-600', 'many'].map((bytes) => [
        face,
        `--bytes=${bytes}`,
      ]),
    ])
      await expect(portraitCommand(args), args.join(' ')).rejects.toThrow(UsageError);
    expect(await readdir(folder)).not.toContain('wrong.avif');
  });

  it('stands in the overview', () => {
    expect(overview).toContain('  portrait FILE');
  });
});
