/**
 * `training FILE`: makes the pack of specimens that the verifier's training checks, under a new root of
 * its own, and writes it as JSON. What is in it is the issuer's training plan.
 */
import { writeFile } from 'node:fs/promises';
import { makeTrainingPack } from '../issuer/training-pack.ts';
import { readArguments, takePositionals } from './arguments.ts';

/** Writes the pack, over the one before; gives a line of JSON that says what it holds. */
export async function trainingCommand(args: readonly string[]): Promise<string> {
  const [file = ''] = takePositionals(readArguments(args), 'FILE');
  const pack = await makeTrainingPack();
  const text = `${JSON.stringify(pack, null, 2)}\n`;
  await writeFile(file, text);
  const ids = pack.specimens.map(({ id }) => id);
  return JSON.stringify({ file, bytes: Buffer.byteLength(text), specimens: ids });
}
