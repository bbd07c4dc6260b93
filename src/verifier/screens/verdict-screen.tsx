/**
 * One verdict, readable at arm's length: decision, person, reason, way on. Moves the focus to its
 * headline. Going back by itself after a granted verdict is the model's business.
 */
import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppActions, ClockView, VerdictView } from '../models/app-state.ts';
import { describeVerdict, type PersonFacts } from '../models/verdict-copy.ts';
import { PortraitPicture } from '../ui/portrait-picture.tsx';
import { VerdictShape } from '../ui/verdict-shape.tsx';

interface VerdictScreenProps {
  readonly view: VerdictView;
  readonly held: ReadonlySignal<boolean>;
  readonly clock: ClockView;
  readonly actions: AppActions;
}

/** From this many letters on, a word needs a smaller headline. */
const longWord = 8;
/** Words that are together no longer than this stand on one line, others one below the other. */
const oneLine = 8;

/** The verdict screen. */
export function VerdictScreen(props: VerdictScreenProps) {
  const { view, held, clock, actions } = props;
  const { verdict, at } = view;
  const policy = view.policies[0] ?? null;
  const texts = currentTexts();
  const [portraitFailed, setPortraitFailed] = useState(false);
  const headline = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => headline.current?.focus({ preventScroll: true }), []);
  const copy = describeVerdict({ verdict, policy, at, portraitFailed, clock }, texts);
  const onPortraitFailed = () => {
    setPortraitFailed(true);
    // Otherwise a granted verdict would leave before anyone saw that its portrait is missing.
    actions.hold();
  };

  return (
    <main
      class="screen verdict"
      data-screen="verdict"
      data-look={copy.look}
      data-verdict={verdict.kind}
      data-reason={verdict.reason}
      data-generation={verdict.generation}
      data-entitlement={verdict.entitlement ?? undefined}
    >
      <div class="verdict-sheet">
        <header class="verdict-head">
          <VerdictShape look={copy.look} />
          <h1 class={headlineClass(copy.headline)} ref={headline} tabIndex={-1}>
            {copy.headline.split(' ').map((word) => (
              <span key={word}>{word} </span>
            ))}
          </h1>
          <p class="verdict-line">{copy.line}</p>
        </header>
        {verdict.person !== null && copy.facts !== null && (
          <section class="verdict-person">
            <PortraitPicture portrait={verdict.person.portrait} onFailed={onPortraitFailed} />
            <Facts facts={copy.facts} />
          </section>
        )}
        <section class="verdict-reason">
          <p class="verdict-lead">{copy.lead}</p>
          <p>{copy.detail}</p>
          <p class="small">{copy.small}</p>
          {copy.look === 'granted' && (
            <button class="button" type="button" aria-pressed={held} onClick={actions.hold}>
              {held.value ? texts.verdict.held : texts.verdict.hold}
            </button>
          )}
        </section>
      </div>
      <button class="verdict-next" type="button" onClick={actions.scanAgain}>
        {texts.verdict.scanOn}
      </button>
      {verdict.specimen && <p class="ribbon">{texts.verdict.specimen}</p>}
    </main>
  );
}

function headlineClass(headline: string): string {
  const isLong = headline.split(' ').some(({ length }) => length >= longWord);
  const isStacked = headline.includes(' ') && headline.length > oneLine;
  return `headline${isLong ? ' headline-long' : ''}${isStacked ? ' headline-stacked' : ''}`;
}

const Facts = ({ facts }: { readonly facts: PersonFacts }) => (
  <div class="facts">
    <p class="facts-age">{facts.age}</p>
    {facts.school !== null && <p class="facts-school">{facts.school}</p>}
    <p>{facts.name}</p>
    {facts.term !== null && <p>{facts.term}</p>}
  </div>
);
