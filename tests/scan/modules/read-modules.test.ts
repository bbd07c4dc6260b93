import { beforeAll, describe, expect, it } from 'vitest';
import { lookPlainly, type QrEngine } from '../../../src/scan/engines/engine.ts';
import type { Luma } from '../../../src/scan/luma.ts';
import type { Corners, FoundCode } from '../../../src/scan/messages.ts';
import { readModules } from '../../../src/scan/modules/read-modules.ts';
import { type Picture, pictureOfQr } from '../../e2e/support/picture.ts';
import { renderScene } from '../../e2e/support/scene.ts';
import { loadWasmEngine } from '../wasm-engine.ts';

const text = 'OKAZ 0123456789 $%*+-./:'.repeat(50).slice(0, 1200);
const quiet = 4;

let engine: QrEngine;
beforeAll(async () => {
  engine = await loadWasmEngine();
});

/** The picture from straight above: 2.9 pixels a module, the code's corners known. */
function show(picture: Picture, blur: number, noise = 2): { luma: Luma; code: FoundCode } {
  const share = 0.45;
  const [width, height] = [640, 480];
  const scene = { width, height, share, tilt: 0, roll: 0, blur, noise, shift: { x: 0, y: 0 } };
  const { luma: data } = renderScene(picture, { ...scene, seed: 7 });
  const modules = picture.width / 4 - 2 * quiet;
  const pixels = ((share * width) / (modules + 2 * quiet)) * modules;
  const [left, upper] = [(width - pixels) / 2, (height - pixels) / 2];
  const [right, lower] = [left + pixels, upper + pixels];
  const corners: Corners = [
    { x: left, y: upper },
    { x: right, y: upper },
    { x: right, y: lower },
    { x: left, y: lower },
  ];
  return { luma: { data, width, height }, code: { text: null, corners, modules } };
}

const shift = (code: FoundCode, by: readonly number[]): FoundCode => ({
  ...code,
  corners: code.corners.map(({ x, y }, index) => ({
    x: x + (by[index] ?? 0),
    y: y - (by[index] ?? 0),
  })) as unknown as Corners,
});

describe('reading module by module', () => {
  const picture = pictureOfQr(text, { modulePixels: 4 });

  it.each([1.2, 1.5, 1.8])('reads a code that is blurred by %f pixels', (blur) => {
    const { luma, code } = show(picture, blur);
    expect(readModules(engine, luma, code)?.text).toBe(text);
  });

  it('reads what the engine by itself does not', () => {
    const { luma, code } = show(picture, 1.8);
    expect(engine.find(luma, lookPlainly).filter((found) => found.text !== null)).toEqual([]);
    expect(readModules(engine, luma, code)?.text).toBe(text);
  });

  it('finds its grid where a corner is off by modules', () => {
    const { luma, code } = show(picture, 1);
    expect(readModules(engine, luma, shift(code, [0, 1, -4, 1]))?.text).toBe(text);
  });

  it('gives nothing of a code of another size', () => {
    const { luma, code } = show(picture, 0.6);
    const modules = (code.modules ?? 0) + 8;
    expect(readModules(engine, luma, { ...code, modules })).toBeNull();
  });

  it('gives nothing of a code whose middle is scrambled', () => {
    const scrambled = { ...picture, luma: picture.luma.slice() };
    const side = picture.width;
    for (let y = side * 0.3; y < side * 0.7; y += 1)
      for (let x = side * 0.3; x < side * 0.7; x += 1)
        scrambled.luma[Math.floor(y) * side + Math.floor(x)] =
          ((x >> 2) * (y >> 2)) % 7 < 3 ? 0 : 255;
    const { luma, code } = show(scrambled, 0.6);
    expect(readModules(engine, luma, code)).toBeNull();
  });

  it('gives nothing where there is no code', () => {
    const { luma, code } = show(picture, 0.6);
    const blank = { ...luma, data: new Uint8Array(luma.data.length).fill(128) };
    expect(readModules(engine, blank, code)).toBeNull();
  });
});
