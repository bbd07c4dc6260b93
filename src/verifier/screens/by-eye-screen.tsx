/**
 * The guided check by eye: choose the document, then one question on a screen with a picture of what
 * to look at, then the inspector's own decision. Says on every screen that it proves nothing; its
 * answers live in this component alone, count as no verdict and are gone with it.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ByEyeDrawing } from '../drawings/by-eye-drawing.tsx';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import {
  continueEyeCheck,
  type EyeAnswer,
  type EyeCheck,
  eyeKinds,
  eyeSteps,
  returnInEyeCheck,
} from '../models/by-eye-steps.ts';
import { EyeIcon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { OfficialCheck } from './official-check.tsx';

type CheckAt<Name> = Extract<EyeCheck, { readonly name: Name }>;

interface StageProps<Name> extends AppProps {
  readonly check: CheckAt<Name>;
  go(check: EyeCheck): void;
}

/** The screen of the check by eye. */
export function ByEyeScreen(props: AppProps) {
  const [check, go] = useState<EyeCheck>({ name: 'kinds' });
  if (check.name === 'kinds') return <Kinds key="kinds" {...props} check={check} go={go} />;
  // A new question is a new page: focus and scroll position start anew.
  if (check.name === 'step') return <Step key={check.step} {...props} check={check} go={go} />;
  return <End key="end" {...props} check={check} go={go} />;
}

interface EyePageProps extends Pick<AppProps, 'actions'> {
  readonly title: string;
  readonly stage: EyeCheck['name'];
  readonly deeds?: ComponentChildren;
  readonly children: ComponentChildren;
}

const EyePage = ({ title, stage, deeds, children, actions }: EyePageProps) => {
  const { byEye, back } = currentTexts();
  return (
    <Page
      name="by-eye"
      title={title}
      strips={
        <p class="by-eye-label">
          <EyeIcon />
          <span>
            {byEye.label.split(/(?<=\.) /u).map((sentence) => (
              <span key={sentence} class="by-eye-sentence">
                {`${sentence} `}
              </span>
            ))}
          </span>
        </p>
      }
      deeds={deeds}
      attributes={{ 'data-stage': stage }}
      backLabel={back}
      back={() => actions.open('scan')}
    >
      {children}
    </Page>
  );
};

function Kinds(props: StageProps<'kinds'>) {
  const { byEye } = currentTexts();
  return (
    <EyePage title={byEye.title} stage="kinds" actions={props.actions}>
      <ul class="eye-kinds">
        {eyeKinds.map((kind) => (
          <li key={kind}>
            <button
              class="menu-item"
              type="button"
              onClick={() => props.go(continueEyeCheck(kind, []))}
            >
              {byEye.kinds[kind]}
            </button>
          </li>
        ))}
      </ul>
      {byEye.cautions.map((caution) => (
        <p key={caution}>{caution}</p>
      ))}
      <OfficialCheck {...props} />
    </EyePage>
  );
}

function Step({ check, go, actions }: StageProps<'step'>) {
  const { byEye } = currentTexts();
  const { kind, answers, step } = check;
  const { question, look } = byEye.steps[step];
  const say = (agrees: boolean): void => go(continueEyeCheck(kind, [...answers, { step, agrees }]));
  return (
    <EyePage
      title={question}
      stage="step"
      actions={actions}
      deeds={
        <>
          <button class="button eye-answer" type="button" onClick={() => say(false)}>
            {byEye.no}
          </button>
          <button class="button button-main" type="button" onClick={() => say(true)}>
            {byEye.yes}
          </button>
          <button class="button" type="button" onClick={() => go(returnInEyeCheck(check))}>
            {byEye.previous}
          </button>
        </>
      }
    >
      <ByEyeDrawing step={step} />
      <p>{look}</p>
      <p class="small">
        {byEye.progress(byEye.kinds[kind], answers.length + 1, eyeSteps[kind].length)}
      </p>
    </EyePage>
  );
}

function End(props: StageProps<'end'>) {
  const { byEye } = currentTexts();
  const { kind, answers } = props.check;
  const allAgree = answers.every(({ agrees }) => agrees);
  return (
    <EyePage
      title={byEye.endTitle}
      stage="end"
      actions={props.actions}
      deeds={
        <button class="button" type="button" onClick={() => props.go({ name: 'kinds' })}>
          {byEye.again}
        </button>
      }
    >
      <p class="strong">{allAgree ? byEye.allAgree : byEye.someDisagree}</p>
      <ul class="eye-ways">
        {byEye.waysOn.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      {kind === 'isic' && <p>{byEye.isicOnline}</p>}
      {kind === 'mobywatel' && <OfficialCheck {...props} />}
      <Answers answers={answers} />
    </EyePage>
  );
}

function Answers({ answers }: { readonly answers: readonly EyeAnswer[] }) {
  const { byEye } = currentTexts();
  return (
    <dl class="figures eye-figures">
      {answers.map(({ step, agrees }) => (
        <div key={step}>
          <dt>{byEye.steps[step].question}</dt>
          <dd>{agrees ? byEye.yes : byEye.no}</dd>
        </div>
      ))}
    </dl>
  );
}
