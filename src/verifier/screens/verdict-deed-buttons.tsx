/**
 * The buttons of a verdict, above the one that scans on: which there are is the model's business, and
 * those that lead nowhere from here are left out.
 */
import type { ReadonlySignal } from '@preact/signals';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppActions, VerdictView } from '../models/app-state.ts';
import { deedsOf, type VerdictDeed } from '../models/verdict-deeds.ts';

/** What a verdict screen may ask for; the ways to other screens are not everywhere. */
export type VerdictActions = Pick<
  AppActions,
  'scanAgain' | 'sayPortraitFailed' | 'sayCompared' | 'sayOtherPerson' | 'takeBackOtherPerson'
> &
  Partial<Pick<AppActions, 'hold' | 'showPassenger' | 'open' | 'openRecord'>>;

interface VerdictDeedsProps {
  readonly view: VerdictView;
  readonly held: ReadonlySignal<boolean>;
  readonly actions: VerdictActions;
}

/** The buttons; nothing where there are none. */
export function VerdictDeeds({ view, held, actions }: VerdictDeedsProps) {
  const { deeds, verdict } = currentTexts();
  const { open } = actions;
  const does: Readonly<Record<VerdictDeed, (() => void) | undefined>> = {
    compared: actions.sayCompared,
    'other-person': actions.sayOtherPerson,
    'same-person': actions.takeBackOtherPerson,
    hold: actions.hold,
    'show-passenger': actions.showPassenger,
    'by-eye': open && (() => open('by-eye')),
  };
  const offered = deedsOf(view).filter((deed) => does[deed]);
  if (offered.length === 0) return null;
  return (
    <div class="verdict-deeds">
      {offered.map((deed) => (
        <button
          key={deed}
          class={deed === 'compared' ? 'button button-main' : 'button'}
          type="button"
          data-deed={deed}
          {...(deed === 'hold' ? { 'aria-pressed': held.value } : {})}
          onClick={does[deed]}
        >
          {deed === 'hold' && held.value ? verdict.held : deeds[deed]}
        </button>
      ))}
    </div>
  );
}
