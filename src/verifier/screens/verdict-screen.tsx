/**
 * One verdict, readable at arm's length: decision, person, reason, deeds, way on. Moves the focus to
 * its headline. A guest sees shape and word only. Going back by itself after a granted verdict is the
 * model's business.
 */
import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { ClockView, VerdictView } from '../models/app-state.ts';
import { describeVerdict, type VerdictCopy } from '../models/verdict-copy.ts';
import { PortraitPicture } from '../ui/portrait-picture.tsx';
import { VerdictShape } from '../ui/verdict-shape.tsx';
import { type VerdictActions, VerdictDeeds } from './verdict-deed-buttons.tsx';
import { Facts, PolicyRows, SmallLine, TechnicalDetails } from './verdict-parts.tsx';

/** Whom the verdict is shown to: who gets in, who checks, or who answers for the device. */
export type ReasonTier = 'guest' | 'inspector' | 'supervisor';

interface VerdictScreenProps {
  readonly view: VerdictView;
  readonly held: ReadonlySignal<boolean>;
  readonly clock: ClockView;
  readonly tier?: ReasonTier;
  /** Said on the way on, where it does not lead to scanning. */
  readonly next?: string;
  readonly actions: VerdictActions;
}

/** Up to this many letters, a headline keeps its size beside the shape. */
const shortHeadline = 5;
/** From this many letters on, a word needs a smaller headline. */
const longWord = 7;
/** Words that are together no longer than this stand on one line, others one below the other. */
const oneLine = 8;

/** The verdict screen. */
export function VerdictScreen(props: VerdictScreenProps) {
  const { view, clock, tier = 'inspector', actions } = props;
  const { verdict } = view;
  const texts = currentTexts();
  const headline = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => headline.current?.focus({ preventScroll: true }), []);
  const copy = describeVerdict({ view, clock }, texts);
  const isGuest = tier === 'guest';

  return (
    <main
      class={isGuest ? 'screen verdict verdict-guest' : 'screen verdict'}
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
          {!isGuest && <p class="verdict-line">{copy.line}</p>}
        </header>
        {!isGuest && <ForInspector {...props} copy={copy} tier={tier} />}
      </div>
      {!isGuest && copy.seen !== null && <p class="verdict-seen">{copy.seen}</p>}
      {!isGuest && <VerdictDeeds view={view} held={props.held} actions={actions} />}
      <button class="verdict-next" type="button" onClick={actions.scanAgain}>
        {props.next ?? texts.verdict.scanOn}
      </button>
      {verdict.specimen && <p class="ribbon">{texts.verdict.specimen}</p>}
    </main>
  );
}

interface ForInspectorProps extends VerdictScreenProps {
  readonly copy: VerdictCopy;
}

/** Whom the card shows, and why it was decided so. */
function ForInspector({ view, copy, tier, actions }: ForInspectorProps) {
  const { verdict, number } = view;
  return (
    <>
      {verdict.person !== null && copy.facts !== null && (
        <section class="verdict-person">
          <PortraitPicture
            portrait={verdict.person.portrait}
            onFailed={actions.sayPortraitFailed}
            // Who looks closer wants the verdict to stay.
            onHeld={() => actions.hold?.()}
          />
          <Facts facts={copy.facts} onNamed={() => actions.hold?.()} />
        </section>
      )}
      <section class="verdict-reason">
        <p class="verdict-lead">{copy.lead}</p>
        {/* Which other discount might apply stands in the rows. */}
        {(copy.look !== 'denied' || copy.rows.length === 0) && <p>{copy.detail}</p>}
        <PolicyRows rows={copy.rows} />
        <SmallLine copy={copy} openRecord={() => actions.openRecord?.(number)} />
        {tier === 'supervisor' && (
          <TechnicalDetails verdict={verdict} onOpened={() => actions.hold?.()} />
        )}
      </section>
    </>
  );
}

function headlineClass(headline: string): string {
  const isShort = headline.length <= shortHeadline;
  const isLong = headline.split(' ').some(({ length }) => length >= longWord);
  const isStacked = headline.includes(' ') && headline.length > oneLine;
  return `headline${isShort ? ' headline-short' : ''}${isLong ? ' headline-long' : ''}${isStacked ? ' headline-stacked' : ''}`;
}
