/**
 * Commands on codes alone: `pack`, `unpack`, `decode`.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pack } from '../credential/pack.ts';
import { unpack } from '../credential/unpack.ts';
import { readArguments, takePositionals } from './arguments.ts';
import { type CommandOutput, done, failed } from './command-output.ts';
import { readPicture } from './picture.ts';
import { readStandardInput } from './standard-input.ts';
import { exitCodes, UsageError } from './usage.ts';

/** `pack`: SD-JWT(+KB) text to QR text. */
export async function packCommand(args: readonly string[]): Promise<CommandOutput> {
  takePositionals(readArguments(args));
  const packed = pack(await readStandardInput());
  return packed.ok ? done(packed.value) : failed(packed.failure, exitCodes.unreadable);
}

/** `unpack`: QR text to SD-JWT(+KB) text. */
export async function unpackCommand(args: readonly string[]): Promise<CommandOutput> {
  takePositionals(readArguments(args));
  const unpacked = unpack(await readStandardInput());
  if (unpacked.ok) return done(unpacked.value);
  const isNewer = unpacked.failure === 'newer-format';
  return failed(unpacked.failure, isNewer ? exitCodes.undecided : exitCodes.unreadable);
}

/** `decode FILE…`: the texts of the codes in pictures, a line each. */
export async function decodeCommand(args: readonly string[]): Promise<CommandOutput> {
  const { positionals } = readArguments(args);
  if (positionals.length === 0) throw new UsageError('expected FILE…');
  const { createZxingWasmEngine } = await import('../scan/engines/zxing-wasm-engine.ts');
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const { readPicture: readCodes } = await import('../scan/read-picture.ts');
  const engine = await createZxingWasmEngine({
    wasmBinary: new Uint8Array(await readFile(wasm)).buffer,
  });
  const lines: string[] = [];
  const failures: string[] = [];
  for (const file of positionals) {
    const { luma: data, width, height } = await readPicture(file);
    const { codes } = readCodes(engine, { data, width, height }, () => performance.now());
    const texts = codes.flatMap(({ text }) => text ?? []);
    lines.push(...texts);
    if (texts.length === 0) failures.push(`no code in ${file}`);
  }
  return { lines, failures, exitCode: failures.length > 0 ? exitCodes.unreadable : exitCodes.done };
}
