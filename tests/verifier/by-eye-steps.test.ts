/** How a check by eye goes on and back, and that each of its steps can be drawn and told. */
import { describe, expect, it } from 'vitest';
import { ByEyeDrawing } from '../../src/verifier/drawings/by-eye-drawing.tsx';
import {
  continueEyeCheck,
  type EyeAnswer,
  eyeKinds,
  eyeSteps,
  returnInEyeCheck,
} from '../../src/verifier/models/by-eye-steps.ts';
import { textsOf } from '../fixtures/texts.ts';

const answersTo = (steps: readonly (typeof eyeSteps)[keyof typeof eyeSteps][number][]) =>
  steps.map((step): EyeAnswer => ({ step, agrees: step !== 'hologram' }));

describe('a check by eye', () => {
  it.each(eyeKinds)('asks each step of %s once, in order, and then ends', (kind) => {
    const steps = eyeSteps[kind];
    const asked = steps.map((_, at) => continueEyeCheck(kind, answersTo(steps.slice(0, at))));
    expect(asked.map((check) => check.name === 'step' && check.step)).toEqual(steps);
    expect(continueEyeCheck(kind, answersTo(steps)).name).toBe('end');
  });

  it('goes on after a no, which the end still knows', () => {
    const end = continueEyeCheck('mobywatel', answersTo(eyeSteps.mobywatel));
    expect(end.name === 'end' && end.answers.filter(({ agrees }) => !agrees)).toEqual([
      { step: 'hologram', agrees: false },
    ]);
  });

  it('takes the last answer back, from the end too', () => {
    const answers = answersTo(eyeSteps.plastic);
    const end = continueEyeCheck('plastic', answers);
    expect(returnInEyeCheck(end)).toEqual({
      name: 'step',
      kind: 'plastic',
      answers: answers.slice(0, -1),
      step: 'sticker',
    });
  });

  it('leads back from its first step to the choice of the document', () => {
    expect(returnInEyeCheck(continueEyeCheck('isic', []))).toEqual({ name: 'kinds' });
  });

  it.each(eyeKinds)('compares the face on %s', (kind) => {
    expect(eyeSteps[kind].some((step) => step.endsWith('face'))).toBe(true);
  });

  it.each(eyeKinds)('has a drawing for each step of %s', (kind) => {
    for (const step of eyeSteps[kind]) expect(ByEyeDrawing({ step })).toBeTruthy();
  });
});

describe('the label over a check by eye', () => {
  it.each([
    ['pl', 'Ocena wzrokowa. Nie potwierdza ważności.'],
    ['en', 'Visual check. Does not prove validity.'],
    ['uk', 'Огляд. Не підтверджує дійсність.'],
  ] as const)('says in %s that it proves nothing', (language, label) => {
    expect(textsOf[language].byEye.label).toBe(label);
  });
});

describe('the questions of a check by eye', () => {
  it.each(['pl', 'en', 'uk'] as const)(
    'are questions in %s, each with what to look at',
    (language) => {
      for (const { question, look } of Object.values(textsOf[language].byEye.steps)) {
        expect(question).toMatch(/\S\?$/u);
        expect(look).toMatch(/\S.*\.$/u);
      }
    },
  );

  it('never call the document a transit card in Polish', () => {
    expect(JSON.stringify(textsOf.pl.byEye)).not.toMatch(/\bkart[aęyoą]\b/iu);
  });
});
