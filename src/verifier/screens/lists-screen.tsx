/**
 * The lists on this device: whether they decide, until when, how the last attempt to get them went and
 * what it changed, and the ways to get them now or to pass them on: network and file. Fetching and
 * checking them is left to the model.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps, ClockView, ListsView, SyncView } from '../models/app-state.ts';
import { listsTitle, shareLeft } from '../models/lists-age.ts';
import { describeMoment } from '../models/verdict-copy.ts';
import { listsAttributes } from '../ui/lists-attributes.ts';
import { ListsChangesNote } from '../ui/lists-changes-note.tsx';
import { ListsFigures } from '../ui/lists-figures.tsx';
import { Page } from '../ui/page.tsx';
import { SyncFailureNote } from '../ui/sync-failure-note.tsx';

/** The lists screen. */
export function ListsScreen(props: AppProps) {
  const { actions, online } = props;
  const texts = currentTexts();
  const now = Date.now();
  const view = props.lists.value;
  const sync = props.sync.value;
  const { changes, bytesLeft } = props.listsDetails.value;
  const isRunning = sync.name === 'running';
  const decides = view.state === 'fresh' || view.state === 'ageing';
  return (
    <Page
      name="lists"
      title={listsTitle(view, now, texts)}
      attributes={listsAttributes(props)}
      strips={view.specimen && <p class="specimen-strip">{texts.scan.specimen}</p>}
      back={() => actions.open('scan')}
      backLabel={texts.back}
      deeds={
        <button
          class="button button-main"
          type="button"
          disabled={isRunning || view.state === 'opening'}
          onClick={actions.syncNow}
        >
          {isRunning ? texts.lists.fetching : fetchLabel(bytesLeft, texts)}
        </button>
      }
    >
      <p>{view.wereLost ? texts.lists.lost : texts.lists.leads[view.state]}</p>
      {!isRunning && <TimeLeft view={view} now={now} texts={texts} />}
      {!online.value && (
        <p class="note strong" role="status">
          {texts.lists.offline}
        </p>
      )}
      <SyncNote sync={sync} decides={decides} online={online.value} now={now} texts={texts} />
      <ClockNote clock={props.clock.value} />
      {changes && <ListsChangesNote changes={changes} />}
      <ListsFigures {...props} now={now} />
      <KeepAdvice {...props} />
      <FileActions canExport={view.asOf !== null} {...props} />
    </Page>
  );
}

const fetchLabel = (bytesLeft: number | null, { lists, listsPage, formats }: Texts): string =>
  bytesLeft === null ? lists.fetchNow : listsPage.fetchRest(formats.kilobytes(bytesLeft));

/** Nothing while the clock is steady. */
const ClockNote = ({ clock }: { readonly clock: ClockView }) =>
  clock.name === 'steady' ? null : (
    <p class="note strong">{currentTexts().scan.clock[clock.name](clock.minutes)}</p>
  );

/** Browsers promise to keep the lists of installed apps more often than those of pages. */
function KeepAdvice({ lists, isPersistent, install, actions }: AppProps) {
  const { listsPage } = currentTexts();
  const isKept = isPersistent.value !== false || install.state.value === 'installed';
  if (isKept || lists.value.generation === null) return null;
  return (
    <div class="note keep-advice">
      <p>{listsPage.keepAdvice}</p>
      <button class="button" type="button" onClick={() => actions.open('install')}>
        {listsPage.installHelp}
      </button>
    </div>
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
