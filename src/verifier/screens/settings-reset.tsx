/**
 * On the settings screen: beginning anew, asked twice, since nothing of it can be taken back.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';

type Step = 'offered' | 'asked' | 'asked-again';

/** The way back to the first day. */
export function ResetWay({ actions }: AppProps) {
  const { reset } = currentTexts();
  const [step, setStep] = useState<Step>('offered');
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => question.current?.focus(), [step]);
  const isLast = step === 'asked-again';
  return (
    <section class="way" data-reset={step}>
      <h2 class="subtitle">{reset.title}</h2>
      <p>{reset.note}</p>
      {step === 'offered' ? (
        <button class="button" type="button" onClick={() => setStep('asked')}>
          {reset.ask}
        </button>
      ) : (
        <>
          <div class="note">
            <p class="strong" ref={question} tabIndex={-1}>
              {isLast ? reset.last : reset.sure}
            </p>
            <p>{isLast ? reset.lastNote : reset.sureNote}</p>
          </div>
          <div class="pair">
            <button class="button" type="button" onClick={() => setStep('offered')}>
              {reset.cancel}
            </button>
            <button
              // A double tap on the first question must not answer the second.
              key={step}
              class="button"
              type="button"
              onClick={isLast ? actions.beginAnew : () => setStep('asked-again')}
            >
              {isLast ? reset.confirm : reset.once}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
