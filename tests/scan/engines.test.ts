import { beforeAll, describe, expect, it } from 'vitest';
import type { QrEngine } from '../../src/scan/engines/engine.ts';
import { createZxingJsEngine } from '../../src/scan/engines/zxing-js-engine.ts';
import { createZxingWasmEngine } from '../../src/scan/engines/zxing-wasm-engine.ts';
import { createFrameReader } from '../../src/scan/frame-reader.ts';
import type { Luma } from '../../src/scan/luma.ts';
import { drawBlank, drawCodes } from './qr-picture.ts';
import { wasmBinary } from './wasm-engine.ts';

const alphanumeric = 'HC1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 ETC/'.repeat(20).slice(0, 850);

const textsIn = (engine: QrEngine, luma: Luma): readonly (string | null)[] =>
  createFrameReader(engine, () => 0)
    .read(luma)
    .codes.map(({ text }) => text);

const engines: readonly (readonly [string, () => Promise<QrEngine>])[] = [
  ['zxing-wasm', () => createZxingWasmEngine({ wasmBinary: wasmBinary() })],
  ['zxing-js', async () => createZxingJsEngine()],
];

describe.each(engines)('%s', (name, create) => {
  let engine: QrEngine;
  beforeAll(async () => {
    engine = await create();
  });

  it('bears its name', () => expect(engine.name).toBe(name));

  it.each([
    [2, 4],
    [20, 3],
    [22, 4],
    [24, 6],
    [28, 6],
  ])('reads a code of version %i with %i pixels a module', async (version, scale) => {
    const text = version < 20 ? 'A SHORT TEXT' : alphanumeric;
    const { data, width, height } = drawCodes([text], version, scale);
    expect(textsIn(engine, { data, width, height })).toEqual([text]);
  });

  it('finds nothing in a blank picture, and reads the next one', async () => {
    const blank = drawBlank(640, 480);
    expect(textsIn(engine, blank)).toEqual([]);
    const { data, width, height } = drawCodes(['AFTER'], 4);
    expect(textsIn(engine, { data, width, height })).toEqual(['AFTER']);
  });

  it('finds nothing in half a code', async () => {
    const { data, width, height } = drawCodes([alphanumeric], 20);
    expect(textsIn(engine, { data, width, height: height >> 1 })).toEqual([]);
  });

  it('reads a picture that lies inside a larger buffer', async () => {
    const { data, width, height } = drawCodes(['OFFSET'], 4);
    const buffer = new Uint8Array(data.length + 1000);
    buffer.set(data, 300);
    expect(textsIn(engine, { data: buffer.subarray(300), width, height })).toEqual(['OFFSET']);
  });
});

describe('zxing-wasm', () => {
  it('reads several codes in one picture', async () => {
    const engine = await createZxingWasmEngine({ wasmBinary: wasmBinary() });
    const { data, width, height } = drawCodes(['ONE', 'TWO', 'THREE'], 5);
    const texts = textsIn(engine, { data, width, height });
    expect([...texts].sort()).toEqual(['ONE', 'THREE', 'TWO']);
  });

  it('rejects a module that is none, and loads a good one afterwards', async () => {
    const broken = new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]).buffer;
    await expect(createZxingWasmEngine({ wasmBinary: broken })).rejects.toThrow();
    await expect(createZxingWasmEngine({ wasmBinary: wasmBinary() })).resolves.toBeDefined();
  });

  it('rejects a module that cannot be fetched', async () => {
    const wasmUrl = 'http://127.0.0.1:9/zxing_reader.wasm';
    await expect(createZxingWasmEngine({ wasmUrl })).rejects.toThrow();
  });
});
