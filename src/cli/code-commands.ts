/**
 * Commands on codes alone: `pack`, `unpack`, `decode`.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pack } from '../credential/pack.ts';
import { unpack } from '../credential/unpack.ts';
import { readArguments, takePositionals } from './arguments.ts';
import { readPicture } from './picture.ts';
import { readStandardInput } from './standard-input.ts';
import { exitCodes, UsageError } from './usage.ts';

/** A line to print, or what could not be read. */
export type CodeOutput =
  | { readonly lines: readonly string[] }
  | { readonly failure: string; readonly exitCode: number };

/** `pack`: SD-JWT(+KB) text to QR text. */
export async function packCommand(args: readonly string[]): Promise<CodeOutput> {
  takePositionals(readArguments(args));
  const packed = pack(await readStandardInput());
  return packed.ok
    ? { lines: [packed.value] }
    : { failure: packed.failure, exitCode: exitCodes.unreadable };
}

/** `unpack`: QR text to SD-JWT(+KB) text. */
export async function unpackCommand(args: readonly string[]): Promise<CodeOutput> {
  takePositionals(readArguments(args));
  const unpacked = unpack(await readStandardInput());
  if (unpacked.ok) return { lines: [unpacked.value] };
  const exitCode = unpacked.failure === 'newer-format' ? exitCodes.undecided : exitCodes.unreadable;
  return { failure: unpacked.failure, exitCode };
}

/** `decode FILE…`: the texts of the codes in pictures, a line each. */
export async function decodeCommand(args: readonly string[]): Promise<CodeOutput> {
  const { positionals } = readArguments(args);
  if (positionals.length === 0) throw new UsageError('expected FILE…');
  const { createZxingWasmEngine } = await import('../scan/engines/zxing-wasm-engine.ts');
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const engine = await createZxingWasmEngine({
    wasmBinary: new Uint8Array(await readFile(wasm)).buffer,
  });
  const lines: string[] = [];
  for (const file of positionals) {
    const picture = await readPicture(file);
    const texts = await engine.read(picture.luma, picture.width, picture.height);
    if (texts.length === 0)
      return { failure: `no code in ${file}`, exitCode: exitCodes.unreadable };
    lines.push(...texts);
  }
  return { lines };
}
