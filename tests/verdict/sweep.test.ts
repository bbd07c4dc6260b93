/** Whatever single character or byte of a good code is altered: never accepted, never thrown. */
import { decode as decodeBase45, encode as encodeBase45 } from '@digitalbazaar/base45';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../src/credential/pack.ts';
import { unpack } from '../../src/credential/unpack.ts';
import type { Generation } from '../../src/trust/generation.ts';
import { checkText } from '../fixtures/check-card.ts';
import { makeTestWorld, showCode, type TestWorld, unwrap } from '../fixtures/test-world.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

let world: TestWorld;
let generation: Generation;
let code: string;
beforeAll(async () => {
  world = await makeTestWorld();
  generation = await world.open();
  code = await showCode(world, 'valid');
});
afterAll(() => world.remove());

/** Checks many texts and gives the reasons found. */
async function reasonsOf(texts: readonly string[]): Promise<readonly string[]> {
  const verdicts = await Promise.all(texts.map((text) => checkText(text, generation)));
  expect(verdicts.filter(({ kind }) => kind === 'accepted')).toEqual([]);
  expect(verdicts.filter(({ person }) => person !== null)).toEqual([]);
  return [...new Set(verdicts.map(({ reason }) => reason))];
}

describe('a good code', () => {
  it('is accepted as it is', async () => {
    expect((await checkText(code, generation)).reason).toBe('valid');
  });

  it('is not accepted with any one character replaced', async () => {
    const texts = [...code].flatMap((character, at) => {
      const index = alphabet.indexOf(character);
      return [1, 23].map(
        (step) => code.slice(0, at) + alphabet[(index + step) % 45] + code.slice(at + 1),
      );
    });
    const reasons = await reasonsOf(texts);
    expect(reasons).toContain('damaged');
    expect(reasons).toContain('bad-signature');
    expect(reasons).not.toContain('valid');
  });

  it('is not accepted with any one byte of its container altered', async () => {
    const container = decodeBase45(code.slice(6));
    const texts = [...container].flatMap((_, at) =>
      [0x01, 0x80].map((flip) => {
        const bytes = container.map((byte, index) => (index === at ? byte ^ flip : byte));
        return `MLEG1:${encodeBase45(bytes)}`;
      }),
    );
    expect(await reasonsOf(texts)).toContain('bad-holder-signature');
  });

  it('is not accepted with any one character of its SD-JWT replaced', async () => {
    const sdJwt = unwrap(unpack(code));
    const texts = [...sdJwt].flatMap((character, at) => {
      const other = character === 'A' ? 'B' : 'A';
      const packed = pack(sdJwt.slice(0, at) + other + sdJwt.slice(at + 1));
      return packed.ok ? [packed.value] : [];
    });
    expect(texts.length).toBeGreaterThan(sdJwt.length / 2);
    const reasons = await reasonsOf(texts);
    expect(reasons).toContain('malformed');
    expect(reasons).toContain('bad-signature');
  });

  it('is not accepted with characters missing, doubled or swapped', async () => {
    const texts = [...code].flatMap((character, at) => {
      if (at % 3 !== 0) return [];
      const [before, after] = [code.slice(0, at), code.slice(at + 1)];
      const swapped = before + after.slice(0, 1) + character + after.slice(1);
      return [before + after, before + character + character + after, swapped];
    });
    await reasonsOf(texts.filter((text) => text !== code));
  });
});
