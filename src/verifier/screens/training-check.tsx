/**
 * One check of the training, page by page: the situation with the bearer and the code, the verdict as
 * everybody sees it, what to do about it, and why. All of them stand under the training's strip.
 */
import { signal } from '@preact/signals';
import { currentTexts } from '../i18n/current-texts.ts';
import type { ClockView, VerdictView } from '../models/app-state.ts';
import { trainingLength } from '../models/training-draw.ts';
import {
  isRight,
  type TrainingAnswer,
  type TrainingCheck,
  type TrainingModel,
} from '../models/training-model.ts';
import { describeVerdict } from '../models/verdict-copy.ts';
import { Page } from '../ui/page.tsx';
import { PortraitPicture } from '../ui/portrait-picture.tsx';
import { QrPicture } from '../ui/qr-picture.tsx';
import { TrainingStrip } from '../ui/training-strip.tsx';
import { VerdictShape } from '../ui/verdict-shape.tsx';
import { VerdictScreen } from './verdict-screen.tsx';

interface CheckProps {
  readonly check: TrainingCheck;
  readonly model: TrainingModel;
  leave(): void;
}

interface JudgedProps extends CheckProps {
  readonly view: VerdictView;
}

/** The specimens' clock is their own. */
const steady: ClockView = { name: 'steady' };
/** No verdict of the training leaves by itself. */
const held = signal(true);

/** What happens, who asks for what, and the code. */
export function SituationPage({ check, model, leave }: CheckProps) {
  const { training, formats, language } = currentTexts();
  const { number, specimen } = check;
  const { id, at, policy, face, code } = specimen;
  return (
    <Page
      name="training"
      title={training.numbered(number, trainingLength)}
      attributes={{ 'data-stage': 'situation', 'data-specimen': id }}
      strips={<TrainingStrip />}
      deeds={
        <button class="button button-main" type="button" onClick={() => void model.scan()}>
          {training.scan}
        </button>
      }
      backLabel={training.leave}
      back={leave}
    >
      <p class="strong">{training.cases[id].situation}</p>
      <dl class="figures">
        <div>
          <dt>{training.policy}</dt>
          <dd>{policy.name[language]}</dd>
        </div>
        <div>
          <dt>{training.now}</dt>
          <dd>{formats.moment(at)}</dd>
        </div>
      </dl>
      <div class="training-pictures">
        <Bearer face={face} />
        <figure class="training-code">
          <QrPicture text={code} label={training.codeAlt} />
          <figcaption>{training.code}</figcaption>
        </figure>
      </div>
    </Page>
  );
}

/** The verdict as it is in a real check, under the strip. */
export function TrainingVerdict({ view, model }: JudgedProps) {
  return (
    <div class="training-frame" data-stage="verdict">
      <header>
        <TrainingStrip />
      </header>
      <VerdictScreen
        view={view}
        held={held}
        clock={steady}
        next={currentTexts().training.goOn}
        actions={{
          scanAgain: model.goOn,
          sayPortraitFailed: () => model.look('portrait-failed'),
          sayCompared: () => model.look('compared'),
          sayOtherPerson: () => model.look('other-person'),
          takeBackOtherPerson: () => model.look('unaided'),
        }}
      />
    </div>
  );
}

/** What now? The signed portrait and the bearer stand side by side, as they do in life. */
export function DeedPage({ check, view, model, leave }: JudgedProps) {
  const { training } = currentTexts();
  const { id, face } = check.specimen;
  const { person } = view.verdict;
  return (
    <Page
      name="training"
      title={training.question}
      attributes={{ 'data-stage': 'deed', 'data-specimen': id }}
      strips={<TrainingStrip />}
      backLabel={training.leave}
      back={leave}
    >
      <Outcome view={view} />
      {person && (
        <div class="training-pictures">
          <figure>
            <PortraitPicture portrait={person.portrait} onFailed={() => undefined} />
            <figcaption>{training.signedPortrait}</figcaption>
          </figure>
          <Bearer face={face} />
        </div>
      )}
      <div class="training-deeds">
        {check.deeds.map((deed) => (
          <button
            key={deed}
            class="button"
            type="button"
            data-deed={deed}
            onClick={() => model.answer(deed)}
          >
            {training.deeds[deed]}
          </button>
        ))}
      </div>
    </Page>
  );
}

interface WhyProps extends JudgedProps {
  readonly answer: TrainingAnswer;
}

/** Whether that was right, and why. */
export function WhyPage({ check, view, answer, model, leave }: WhyProps) {
  const { training } = currentTexts();
  const { id } = check.specimen;
  const isLast = check.number === trainingLength;
  return (
    <Page
      name="training"
      title={isRight(answer) ? training.right : training.wrong}
      attributes={{ 'data-stage': 'why', 'data-specimen': id, 'data-right': isRight(answer) }}
      strips={<TrainingStrip />}
      deeds={
        <button class="button button-main" type="button" onClick={model.next}>
          {isLast ? training.toScore : training.next}
        </button>
      }
      backLabel={training.leave}
      back={leave}
    >
      <Outcome view={view} />
      <AnswerNote answer={answer} />
    </Page>
  );
}

/** What was chosen, what is better where it was not that, and what there is to learn. */
export function AnswerNote({ answer }: { readonly answer: TrainingAnswer }) {
  const { training } = currentTexts();
  return (
    <>
      <dl class="figures training-answer">
        <div>
          <dt>{training.chosen}</dt>
          <dd>{training.deeds[answer.chosen]}</dd>
        </div>
        {!isRight(answer) && (
          <div>
            <dt>{training.better}</dt>
            <dd>{training.deeds[answer.right]}</dd>
          </div>
        )}
      </dl>
      <p>{training.cases[answer.id].lesson}</p>
    </>
  );
}

/** The verdict in short: its shape, its word, and its line. */
function Outcome({ view }: { readonly view: VerdictView }) {
  const { look, headline, line } = describeVerdict({ view, clock: steady }, currentTexts());
  return (
    <div class="training-outcome" data-look={look}>
      <VerdictShape look={look} />
      <div>
        <p class="subtitle">{headline}</p>
        <p>{line}</p>
      </div>
    </div>
  );
}

function Bearer({ face }: { readonly face: string }) {
  const { training } = currentTexts();
  return (
    <figure>
      <img
        class="training-face"
        width={96}
        height={128}
        alt={training.bearerAlt}
        src={`data:image/svg+xml,${encodeURIComponent(face)}`}
      />
      <figcaption>{training.bearer}</figcaption>
    </figure>
  );
}
