/**
 * What stands in the way of a check, said across the scan screen: lists that are missing or old, a clock
 * that is off, a version that is to end, and a shift whose discount nobody has confirmed. The deed is
 * beside it where this app can do it; none of it stops the scanning.
 */
import { firstTexts } from '../i18n/current-texts.ts';
import type { FirstTexts } from '../i18n/first-texts.ts';
import type { AppProps, ClockView, ListsView, SyncView } from '../models/app-state.ts';
import { SyncFailureNote } from '../ui/sync-failure-note.tsx';

interface ListsStripProps {
  readonly lists: ListsView;
  readonly sync: SyncView;
  syncNow(): void;
}

/** Nothing while the lists are fresh. */
export function ListsStrip({ lists, sync, syncNow }: ListsStripProps) {
  const texts = firstTexts();
  const { state, decidesUntil } = lists;
  if (state === 'fresh' || state === 'opening') return null;
  if (state === 'ageing') {
    return decidesUntil === null ? null : (
      <p class="ageing-strip">{texts.scan.listsAgeing(texts.formats.moment(decidesUntil))}</p>
    );
  }
  const isRunning = sync.name === 'running';
  return (
    <section class="alert-strip">
      <div class="alert-strip-text">
        <p class="strong">{listsLine(lists, sync, texts)}</p>
        {isRunning && (
          <p role="status">
            {sync.isWaiting ? texts.lists.waiting(false) : texts.lists.progress(sync.progress)}
          </p>
        )}
      </div>
      <button class="button button-main" type="button" disabled={isRunning} onClick={syncNow}>
        {isRunning ? texts.lists.fetching : texts.lists.fetch}
      </button>
      {sync.name === 'failed' && (
        <SyncFailureNote failure={sync.failure} source={sync.source} kept={false} />
      )}
    </section>
  );
}

/** What is wrong with the lists and what to do; only the first while something else says the second. */
function listsLine({ state, wereLost }: ListsView, { name }: SyncView, texts: FirstTexts): string {
  if (name === 'running' || name === 'failed') return texts.lists.titles[state];
  if (state === 'expired') return texts.scan.listsExpired;
  return wereLost ? texts.scan.listsLost : texts.scan.listsMissing;
}

/** Nothing while the clock is steady. */
export const ClockStrip = ({ clock }: { readonly clock: ClockView }) =>
  clock.name === 'steady' ? null : (
    <p class="ageing-strip" role="status">
      {firstTexts().scan.clock[clock.name](clock.minutes)}
    </p>
  );

interface AppEndStripProps {
  /** Milliseconds since 1970, as `now`; null where no day is set. */
  readonly endsAt: number | null;
  readonly now: number;
}

/** Nothing while no day is set from which this version decides nothing. */
export function AppEndStrip({ endsAt, now }: AppEndStripProps) {
  const { scan, formats } = firstTexts();
  if (endsAt === null) return null;
  const hasEnded = now >= endsAt;
  return (
    <p class="ageing-strip" role="status" data-app-end={hasEnded ? 'past' : 'ahead'}>
      {hasEnded ? scan.appEnded : scan.appEnds(formats.date(endsAt))}
    </p>
  );
}

/** Asks at a shift's start whether its discount is the right one; nothing while no check could be decided. */
export function ShiftStrip(props: AppProps) {
  const { shift, chosenPolicies, policyBar, lists, settings, actions } = props;
  const { language, scan } = firstTexts();
  const [leading, ...others] = chosenPolicies.value;
  const { state } = lists.value;
  const decides = state === 'fresh' || state === 'ageing';
  if (shift.shift.value !== null || settings.value.kiosk || !decides || !leading) return null;
  const { places, isTogether } = policyBar.value;
  // With the bar above, its own word names several, and the way to change is there.
  const hasBar = places.length > 0;
  const more = others.length === 0 ? '' : ` + ${others.length}`;
  return (
    <section class="shift-strip">
      <p>
        {scan.newShift} ·{' '}
        <span class="strong">
          {hasBar && isTogether ? scan.together : leading.name[language] + more}
        </span>
      </p>
      <div class="shift-deeds">
        <button class="button" type="button" onClick={actions.beginShift}>
          {scan.confirmShift}
        </button>
        {!hasBar && (
          <button class="button" type="button" onClick={() => actions.open('policies')}>
            {scan.changePolicy}
          </button>
        )}
      </div>
    </section>
  );
}
