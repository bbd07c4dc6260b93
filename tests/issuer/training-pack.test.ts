/** The maker of the training's pack: what it makes anew is what the app has. */
import { expect, it, vi } from 'vitest';
import { makeTrainingPack } from '../../src/issuer/training-pack.ts';
import committed from '../../src/verifier/training/pack.json';

vi.mock('../../src/issuer/portraits.ts', async () => {
  const { portrait } = await import('../fixtures/portrait.ts');
  return { drawPortrait: () => '', encodePortrait: async () => portrait };
});

it('makes the specimens that the app has, for the same instants, under another root', async () => {
  const made = await makeTrainingPack();
  const plain = ({ specimens }: typeof committed | typeof made) =>
    specimens.map(({ id, at, policy, bearer }) => ({ id, at, policy, bearer }));
  expect(plain(made)).toEqual(plain(committed));
  expect(made.faces).toHaveLength(committed.faces.length);
  expect(made.firstRoot).not.toBe(committed.firstRoot);
});
