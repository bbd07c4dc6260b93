/**
 * The lists on this device: whether they decide, until when, how many issuers they name, how the
 * last fetch went, and a button to fetch now. Fetching and checking them is left to the model.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps, ListsView, SyncView } from '../models/app-state.ts';
import { listsTitle, shareLeft } from '../models/lists-age.ts';
import { describeMoment } from '../models/verdict-copy.ts';
import { BackIcon } from '../ui/icons.tsx';
import { SyncFailureNote } from '../ui/sync-failure-note.tsx';

/** The lists screen. */
export function ListsScreen({ lists, sync, online, actions }: AppProps) {
  const texts = currentTexts();
  const now = Date.now();
  const view = lists.value;
  const lastSync = sync.value;
  const isRunning = lastSync.name === 'running';
  const left = shareLeft(view, now);
  return (
    <main class="screen page" data-screen="lists" data-lists={view.state}>
      {view.specimen && <p class="specimen-strip">{texts.scan.specimen}</p>}
      <div class="page-sheet">
        <h1 class="title">{listsTitle(view, now, texts)}</h1>
        <p>{texts.lists.leads[view.state]}</p>
        {left !== null && view.state !== 'fresh' && (
          <progress class="meter" value={left} max={1} aria-label={texts.lists.timeLeft} />
        )}
        {lastSync.name === 'failed' && (
          <SyncFailureNote failure={lastSync.failure} kept={view.state !== 'missing'} />
        )}
        {!online.value && <p class="note strong">{texts.lists.offline}</p>}
        <Figures view={view} sync={lastSync} now={now} texts={texts} />
      </div>
      <div class="page-actions">
        <button
          class="button button-main"
          type="button"
          disabled={isRunning}
          onClick={actions.syncNow}
        >
          {isRunning ? texts.lists.fetching : texts.lists.fetchNow}
        </button>
        <button class="button" type="button" onClick={() => actions.open('scan')}>
          <BackIcon />
          {texts.back}
        </button>
      </div>
    </main>
  );
}

interface FiguresProps {
  readonly view: ListsView;
  readonly sync: SyncView;
  readonly now: number;
  readonly texts: Texts;
}

function Figures({ view, sync, now, texts }: FiguresProps) {
  const { lists, formats } = texts;
  const moment = (at: number | null) => (at === null ? lists.none : describeMoment(at, now, texts));
  const rows = [
    [lists.asOf, moment(view.asOf)],
    [lists.decidesUntil, moment(view.decidesUntil)],
    [lists.issuers, formats.count(view.issuers)],
    [lists.generation, view.generation === null ? lists.none : String(view.generation)],
    [lists.lastSync, describeSync(sync, now, texts)],
  ] as const;
  return (
    <dl class="figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function describeSync(sync: SyncView, now: number, texts: Texts): string {
  const { lists } = texts;
  if (sync.name === 'idle') return lists.syncIdle;
  if (sync.name === 'running') return lists.syncRunning;
  const when = describeMoment(sync.at, now, texts);
  return sync.name === 'done' ? lists.syncDone(when) : lists.syncFailed(when);
}
