/**
 * `portrait FILE [--out FILE] [--bytes N]`: makes a card's portrait from a picture and says in one
 * line of JSON what came of it. Never writes over a file that is there. How portraits are made is
 * left to the issuer's portrait maker.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pictureHeight, pictureWidth } from '../credential/picture-size.ts';
import { pictureBytes } from '../credential/vocabulary.ts';
import { mostFileBytes } from '../issuer/portrait-file.ts';
import { makePortrait, type PortraitFailure } from '../issuer/portrait-maker.ts';
import { readArguments, takePositionals } from './arguments.ts';
import { type CommandOutput, done, failed } from './command-output.ts';
import { exitCodes, UsageError } from './usage.ts';

/** An AVIF's boxes alone take some 260 bytes: with less there is no picture left. */
const leastBytes = 300;

const sentences: Readonly<Record<PortraitFailure, string>> = {
  'not-a-picture': 'is no JPEG, PNG, WebP, AVIF or GIF picture, or is damaged',
  'too-small': `is smaller than ${pictureWidth}×${pictureHeight} pixels`,
  'too-large': 'is too large',
  'does-not-fit': `holds too much detail for ${pictureBytes.maximum} bytes: a plainer background helps`,
};

/** Makes a portrait; gives the line to print, or why there is none. */
export async function portraitCommand(args: readonly string[]): Promise<CommandOutput> {
  const given = readArguments(args, { out: { type: 'string' }, bytes: { type: 'string' } });
  const [file = ''] = takePositionals(given, 'FILE');
  const target = readTarget(given.values.bytes);
  const { out = `${path.parse(file).name}.portrait.avif` } = given.values;
  if (typeof out !== 'string' || out === '') throw new UsageError('--out takes a file');
  const picture = await readSmallFile(file);
  const portrait = picture
    ? await makePortrait(picture, target)
    : ({ ok: false, failure: 'too-large' } as const);
  if (!portrait.ok) return failed(`${file} ${sentences[portrait.failure]}`, exitCodes.unreadable);
  const { bytes, quality, fits, crop } = portrait.value;
  await writeNewFile(out, bytes);
  const size = { width: pictureWidth, height: pictureHeight };
  return done(JSON.stringify({ file: out, bytes: bytes.length, quality, ...size, fits, crop }));
}

function readTarget(text: unknown): number {
  if (text === undefined) return pictureBytes.target;
  const target = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(target >= leastBytes && target <= pictureBytes.maximum))
    throw new UsageError(`--bytes takes a number from ${leastBytes} to ${pictureBytes.maximum}`);
  return target;
}

/** The file's bytes; null when it is too large to be read. */
async function readSmallFile(file: string): Promise<Uint8Array | null> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new UsageError(`${file} is no file`);
    return found.size > mostFileBytes ? null : await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

async function writeNewFile(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(
      reasonOf(error) === 'EEXIST'
        ? `${file} is there already: choose another with --out`
        : `${file} cannot be written: ${reasonOf(error)}`,
    );
  }
}

const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? 'unknown failure';
