/**
 * The lists on this device: whether they decide, until when, how many issuers they name, how the
 * last attempt to get them went, and the ways to get them now or to pass them on: network and file.
 * Fetching and checking them is left to the model.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps, ListsView, SyncView } from '../models/app-state.ts';
import { listsTitle, shareLeft } from '../models/lists-age.ts';
import { describeMoment } from '../models/verdict-copy.ts';
import { BackIcon } from '../ui/icons.tsx';
import { listsAttributes } from '../ui/lists-attributes.ts';
import { SyncFailureNote } from '../ui/sync-failure-note.tsx';

/** The lists screen. */
export function ListsScreen(props: AppProps) {
  const { actions, online } = props;
  const texts = currentTexts();
  const now = Date.now();
  const view = props.lists.value;
  const sync = props.sync.value;
  const isRunning = sync.name === 'running';
  const decides = view.state === 'fresh' || view.state === 'ageing';
  return (
    <main class="screen page" data-screen="lists" {...listsAttributes(props)}>
      {view.specimen && <p class="specimen-strip">{texts.scan.specimen}</p>}
      <div class="page-sheet">
        <h1 class="title">{listsTitle(view, now, texts)}</h1>
        <p>{view.wereLost ? texts.lists.lost : texts.lists.leads[view.state]}</p>
        {!isRunning && <TimeLeft view={view} now={now} texts={texts} />}
        {!online.value && (
          <p class="note strong" role="status">
            {texts.lists.offline}
          </p>
        )}
        <SyncNote sync={sync} decides={decides} online={online.value} now={now} texts={texts} />
        <Figures {...props} now={now} texts={texts} />
        <FileActions canExport={view.asOf !== null} {...props} />
      </div>
      <div class="page-actions">
        <button
          class="button button-main"
          type="button"
          disabled={isRunning || view.state === 'opening'}
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

interface Described {
  readonly now: number;
  readonly texts: Texts;
}

/** How much of their time ageing lists have left, and until when. */
function TimeLeft({ view, now, texts }: Described & { readonly view: ListsView }) {
  const { state, decidesUntil } = view;
  const left = shareLeft(view, now);
  if (state !== 'ageing' || left === null || decidesUntil === null) return null;
  return (
    <div class="gauge">
      <progress class="meter" value={left} max={1} aria-label={texts.lists.timeLeft} />
      <p class="strong">{`${texts.lists.decidesUntil}: ${texts.formats.moment(decidesUntil)}`}</p>
    </div>
  );
}

interface SyncNoteProps extends Described {
  readonly sync: SyncView;
  /** Whether the lists that are there decide, whatever became of the newer ones. */
  readonly decides: boolean;
  readonly online: boolean;
}

function SyncNote({ sync, decides, online, now, texts }: SyncNoteProps) {
  const { lists } = texts;
  if (sync.name === 'failed') {
    const { failure, source, restsUntil } = sync;
    // Without a network, that is said already.
    if (!online && failure === 'feed-unreachable') return null;
    return restsUntil === null ? (
      <SyncFailureNote failure={failure} source={source} kept={decides} />
    ) : (
      <SyncFailureNote
        failure={failure}
        source={source}
        kept={decides}
        rest={lists.restsUntil(describeMoment(restsUntil, now, texts))}
      />
    );
  }
  if (sync.name !== 'running') return null;
  const { bytesDone, bytesTotal } = sync.progress;
  return (
    <div class="gauge">
      {bytesTotal > 0 && (
        <progress class="meter" value={bytesDone} max={bytesTotal} aria-label={lists.fetching} />
      )}
      <p class="strong" role="status">
        {sync.isWaiting ? lists.waiting(decides) : lists.progress(sync.progress)}
      </p>
    </div>
  );
}

interface FileActionsProps {
  readonly canExport: boolean;
  readonly actions: AppProps['actions'];
}

/** Lists by file: for devices that are never online, and for those that bring them the file. */
function FileActions({ canExport, actions }: FileActionsProps) {
  const { lists } = currentTexts();
  const take = (input: HTMLInputElement): void => {
    const [file] = input.files ?? [];
    if (file) actions.importLists(file);
    // The same file again must be a change, too.
    input.value = '';
  };
  return (
    <div class="file-actions">
      <label class="button">
        {lists.importFile}
        <input
          class="visually-hidden"
          type="file"
          accept=".zip,application/zip"
          onChange={({ currentTarget }) => take(currentTarget)}
        />
      </label>
      {canExport && (
        <button class="button" type="button" onClick={actions.exportLists}>
          {lists.exportFile}
        </button>
      )}
    </div>
  );
}

function Figures({ lists, sync, isPersistent, now, texts }: Described & AppProps) {
  const { lists: words, formats } = texts;
  const view = lists.value;
  const moment = (at: number | null) => (at === null ? words.none : describeMoment(at, now, texts));
  if (view.state === 'opening') return null;
  const rows = [
    [words.asOf, moment(view.asOf)],
    // Without lists, the rest would be one "none" under another.
    ...(view.generation === null
      ? []
      : [
          [words.freshUntil, moment(view.freshUntil)],
          [words.decidesUntil, moment(view.decidesUntil)],
          [words.issuers, formats.count(view.issuers)],
          [words.generation, String(view.generation)],
        ]),
    [words.lastSync, describeSync(sync.value, view.syncedAt, now, texts)],
    ...(isPersistent.value === null
      ? []
      : [[words.persistence, isPersistent.value ? words.persistent : words.notPersistent]]),
  ];
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

function describeSync(sync: SyncView, syncedAt: number | null, now: number, texts: Texts): string {
  const { lists } = texts;
  if (sync.name === 'running') return lists.syncRunning;
  if (sync.name === 'failed') return lists.syncFailed(describeMoment(sync.at, now, texts));
  const at = sync.name === 'done' ? sync.at : syncedAt;
  if (at === null) return lists.syncIdle;
  const when = describeMoment(at, now, texts);
  const done =
    sync.name === 'done' && sync.source === 'file' ? lists.readDone(when) : lists.syncDone(when);
  return sync.name === 'done' && !sync.isNew ? `${done}, ${lists.upToDate}` : done;
}
