/**
 * The training: what it is, eight checks of specimens, and the score. Its specimens and their lists are
 * loaded when it begins. Leaving the screen ends it, and nothing of it stays.
 */
import { useMemo } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { trainingLength } from '../models/training-draw.ts';
import {
  createTrainingModel,
  isRight,
  type TrainingModel,
  type TrainingStage,
} from '../models/training-model.ts';
import { describeVerdict } from '../models/verdict-copy.ts';
import { Page } from '../ui/page.tsx';
import { TrainingStrip } from '../ui/training-strip.tsx';
import {
  AnswerNote,
  DeedPage,
  SituationPage,
  TrainingVerdict,
  WhyPage,
} from './training-check.tsx';

interface PartProps {
  readonly model: TrainingModel;
  leave(): void;
}

/** The training screen. */
export function TrainingScreen({ actions }: AppProps) {
  const model = useMemo(
    () =>
      createTrainingModel({
        load: async () => (await import('../training/open-training.ts')).openTraining(),
        chance: Math.random,
      }),
    [],
  );
  const stage = model.stage.value;
  const parts = { model, leave: () => actions.open('menu') };
  // Each page is a new one: its title takes the focus, and it begins at its top.
  const key = `${stage.name} ${'check' in stage ? stage.check.number : ''}`;
  return (
    <>
      <p class="visually-hidden" aria-live="assertive">
        {announce(stage)}
      </p>
      {stage.name === 'situation' && <SituationPage key={key} {...parts} check={stage.check} />}
      {stage.name === 'verdict' && <TrainingVerdict key={key} {...parts} {...stage} />}
      {stage.name === 'deed' && <DeedPage key={key} {...parts} {...stage} />}
      {stage.name === 'why' && <WhyPage key={key} {...parts} {...stage} />}
      {stage.name === 'score' && <ScorePage key={key} {...parts} />}
      {(stage.name === 'intro' || stage.name === 'opening' || stage.name === 'failed') && (
        <IntroPage {...parts} name={stage.name} />
      )}
    </>
  );
}

interface IntroProps extends PartProps {
  readonly name: 'intro' | 'opening' | 'failed';
}

function IntroPage({ name, model, leave }: IntroProps) {
  const { training, backToMenu } = currentTexts();
  return (
    <Page
      name="training"
      title={training.title}
      attributes={{ 'data-stage': name }}
      strips={<TrainingStrip />}
      deeds={
        <button
          class="button button-main"
          type="button"
          disabled={name === 'opening'}
          onClick={() => void model.begin()}
        >
          {{ intro: training.begin, opening: training.opening, failed: training.retry }[name]}
        </button>
      }
      backLabel={backToMenu}
      back={leave}
    >
      <p>{training.lead}</p>
      <ol class="training-steps">
        {training.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{training.note}</p>
      <div role="status">
        {name === 'failed' && (
          <div class="note">
            <p class="strong">{training.failed}</p>
            <p>{training.failedNext}</p>
          </div>
        )}
      </div>
    </Page>
  );
}

function ScorePage({ model, leave }: PartProps) {
  const { training, backToMenu } = currentTexts();
  const answers = model.answers.value;
  const missed = answers.filter((answer) => !isRight(answer));
  const right = answers.length - missed.length;
  return (
    <Page
      name="training"
      title={training.score(right, trainingLength)}
      attributes={{ 'data-stage': 'score', 'data-score': right }}
      strips={<TrainingStrip />}
      deeds={
        <button class="button button-main" type="button" onClick={() => void model.begin()}>
          {training.again}
        </button>
      }
      backLabel={backToMenu}
      back={leave}
    >
      {missed.length === 0 ? (
        <p>{training.allRight}</p>
      ) : (
        <>
          <h2 class="subtitle">{training.toRepeat}</h2>
          <ol class="training-missed">
            {missed.map((answer) => (
              <li key={answer.id} data-missed={answer.id}>
                <p class="strong">{training.cases[answer.id].situation}</p>
                <AnswerNote answer={answer} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  );
}

/** What a screen reader says when a verdict of the training comes to the front. */
function announce(stage: TrainingStage): string {
  if (stage.name !== 'verdict') return '';
  const texts = currentTexts();
  const situation = { view: stage.view, clock: { name: 'steady' } } as const;
  const { headline, line, lead } = describeVerdict(situation, texts);
  return `${texts.training.strip}. ${headline}. ${line}. ${lead}`;
}
