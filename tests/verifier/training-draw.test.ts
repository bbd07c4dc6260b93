/** The draw of the eight: whatever chance brings, a training shows what it must. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededDice } from '../../src/issuer/specimens.ts';
import {
  type Chance,
  drawDeeds,
  drawTraining,
  trainingLength,
} from '../../src/verifier/models/training-draw.ts';
import {
  type TrainingId,
  type TrainingTask,
  trainingTasks,
} from '../../src/verifier/models/training-tasks.ts';

const chanceOf = (seed: number): Chance => {
  const dice = seededDice(seed);
  return () => dice(2 ** 24) / 2 ** 24;
};
const taskOf = (id: TrainingId): TrainingTask => trainingTasks[id];
const ids = Object.keys(trainingTasks) as TrainingId[];

describe('the draw', () => {
  it('gives eight different specimens with all five looks, another person and a plain grant', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = drawTraining(chanceOf(seed));
        expect(new Set(drawn).size).toBe(trainingLength);
        expect(drawn).toHaveLength(trainingLength);
        const looks = new Set(drawn.map((id) => taskOf(id).look));
        expect(looks.size).toBe(5);
        const rights = drawn.map((id) => taskOf(id).right);
        expect(rights).toContain('other-person');
        expect(rights).toContain('grant');
      }),
    );
  });

  it('leaves no specimen out for ever, nor any place in the row', () => {
    const draws = Array.from({ length: 400 }, (_, seed) => drawTraining(chanceOf(seed)));
    expect(new Set(draws.flat()).size).toBe(ids.length);
    const places = new Set(draws.map((drawn) => drawn.indexOf('other-person')));
    expect(places.size).toBe(trainingLength);
  });

  it('offers the right deed once among three or four different ones', () => {
    for (const id of ids) {
      const deeds = drawDeeds(id, chanceOf(1));
      expect(deeds.filter((deed) => deed === taskOf(id).right)).toHaveLength(1);
      expect(new Set(deeds).size).toBe(deeds.length);
      expect([3, 4]).toContain(deeds.length);
    }
  });

  it('puts the right deed in every place', () => {
    const places = Array.from({ length: 100 }, (_, seed) =>
      drawDeeds('valid', chanceOf(seed)).indexOf('grant'),
    );
    expect(new Set(places).size).toBe(4);
  });
});
