/** One training from its first page to its score. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createTrainingModel,
  type TrainingModel,
} from '../../src/verifier/models/training-model.ts';
import type { TrainingDeed } from '../../src/verifier/models/training-tasks.ts';
import { trainingTasks } from '../../src/verifier/models/training-tasks.ts';
import { openTraining, type Training } from '../../src/verifier/training/open-training.ts';

let model: TrainingModel;
beforeEach(() => {
  model = createTrainingModel({ load: openTraining, chance: () => 0.5 });
});

/** Goes through one check; answers with the right deed, or with a wrong one. */
async function answerOne(isRight: boolean): Promise<void> {
  await model.scan();
  model.goOn();
  const stage = model.stage.peek();
  if (stage.name !== 'deed') throw new Error(stage.name);
  const { right, wrong } = trainingTasks[stage.check.specimen.id];
  model.answer(isRight ? right : (wrong[0] as TrainingDeed));
  model.next();
}

describe('a training', () => {
  it('goes from the situation to the verdict, the question and the reason', async () => {
    const names = [model.stage.peek().name];
    const note = (): unknown => names.push(model.stage.peek().name);
    await model.begin();
    note();
    await model.scan();
    note();
    model.goOn();
    note();
    model.answer('grant');
    note();
    model.next();
    note();
    expect(names).toEqual(['intro', 'situation', 'verdict', 'deed', 'why', 'situation']);
  });

  it('ends after eight checks with what was answered', async () => {
    await model.begin();
    for (let index = 0; index < 8; index++) await answerOne(index !== 3);
    expect(model.stage.peek().name).toBe('score');
    const answers = model.answers.peek();
    expect(answers).toHaveLength(8);
    expect(answers.map(({ chosen, right }) => chosen === right).indexOf(false)).toBe(3);
    expect(answers.filter(({ chosen, right }) => chosen !== right)).toHaveLength(1);
  });

  it('begins again without the answers of the last time', async () => {
    await model.begin();
    await answerOne(true);
    await model.begin();
    expect(model.answers.peek()).toEqual([]);
    expect(model.stage.peek()).toMatchObject({ name: 'situation', check: { number: 1 } });
  });

  it('bears no record’s number', async () => {
    await model.begin();
    await model.scan();
    expect(model.stage.peek()).toMatchObject({ name: 'verdict', view: { number: '' } });
  });

  it('takes one answer to a check', async () => {
    await model.begin();
    await model.scan();
    model.goOn();
    model.answer('grant');
    model.answer('no-discount');
    expect(model.answers.peek()).toHaveLength(1);
  });

  it('lets no late verdict take the question away', async () => {
    const training = await openTraining();
    const waiting: (() => void)[] = [];
    const load = async (): Promise<Training> => ({
      ...training,
      async check(specimen) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return training.check(specimen);
      },
    });
    model = createTrainingModel({ load, chance: () => 0.5 });
    await model.begin();
    const [first, second] = [model.scan(), model.scan()];
    waiting[0]?.();
    await first;
    model.goOn();
    waiting[1]?.();
    await second;
    expect(model.stage.peek().name).toBe('deed');
  });

  it('keeps what the trainee’s eyes add to the verdict', async () => {
    await model.begin();
    await model.scan();
    model.look('other-person');
    expect(model.stage.peek()).toMatchObject({ view: { look: 'other-person' } });
  });

  it('says when it cannot be loaded, and can be begun again', async () => {
    let hasFailed = false;
    model = createTrainingModel({
      load() {
        if (hasFailed) return openTraining();
        hasFailed = true;
        return Promise.reject(new TypeError());
      },
      chance: () => 0.5,
    });
    await model.begin();
    expect(model.stage.peek().name).toBe('failed');
    await model.begin();
    expect(model.stage.peek().name).toBe('situation');
  });
});
