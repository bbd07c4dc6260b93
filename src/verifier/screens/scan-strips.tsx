/**
 * What stands in the way of a check, said across the scan screen: lists that are missing or old, and a
 * clock that is off. The deed is beside it where this app can do it.
 */
import { firstTexts } from '../i18n/current-texts.ts';
import type { FirstTexts } from '../i18n/first-texts.ts';
import type { ClockView, ListsView, SyncView } from '../models/app-state.ts';
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
