/**
 * The scan screen over the live picture: which discount and which lists decide, what stands in the
 * way, and where to aim. Transparent where the camera shows through; the video itself is App's.
 */

import type { ScanFailure } from '../../scan/scanner.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps, CameraView, ClockView, ListsView, SyncView } from '../models/app-state.ts';
import { shortMoment } from '../models/lists-age.ts';
import { ListsIcon, NoCameraIcon, OfflineIcon } from '../ui/icons.tsx';
import { listsAttributes } from '../ui/lists-attributes.ts';
import { SyncFailureNote } from '../ui/sync-failure-note.tsx';

const codeOfCamera = (camera: CameraView) =>
  camera.name === 'failed' ? camera.failure : camera.name;
/** The scan screen. */
export function ScanScreen(props: AppProps) {
  const { actions } = props;
  const { scan } = currentTexts();
  const camera = props.camera.value;
  const lists = props.lists.value;
  const sync = props.sync.value;
  return (
    <main
      class="screen scan"
      data-screen="scan"
      data-camera={codeOfCamera(camera)}
      {...listsAttributes(props)}
    >
      <h1 class="visually-hidden">{scan.title}</h1>
      {lists.specimen && <p class="specimen-strip">{scan.specimen}</p>}
      <TopBar {...props} />
      <ListsStrip lists={lists} sync={sync} syncNow={actions.syncNow} />
      <ClockStrip clock={props.clock.value} />
      <div class="aim">
        {camera.name === 'live' && <AimFrame />}
        {camera.name === 'starting' && <CameraStarting />}
        {camera.name === 'failed' && (
          <CameraPanel failure={camera.failure} retry={actions.retryCamera} />
        )}
      </div>
      {props.updateReady.value && (
        <div class="update-bar">
          <p class="strong">{scan.updateReady}</p>
          <button class="button" type="button" onClick={actions.applyUpdate}>
            {scan.update}
          </button>
        </div>
      )}
      {camera.name === 'live' && <p class="aim-hint">{scan.aim}</p>}
    </main>
  );
}

function TopBar({ chosenPolicy, lists, online, actions }: AppProps) {
  const texts = currentTexts();
  const { scan } = texts;
  const policy = chosenPolicy.value;
  const { state, asOf } = lists.value;
  const when = asOf === null ? null : shortMoment(asOf, Date.now(), texts);
  return (
    <nav class="top-bar">
      <button class="chip chip-policy" type="button" onClick={() => actions.open('policies')}>
        <span class="chip-label">{scan.policy}</span>
        <span class="chip-value">{policy?.name[texts.language] ?? scan.noPolicy}</span>
      </button>
      <button class="chip" type="button" onClick={() => actions.open('lists')}>
        <span class="chip-label">
          {online.value ? scan.lists : scan.listsOffline}
          {!online.value && <OfflineIcon />}
        </span>
        <span class="chip-value" data-lists-state={state}>
          <ListsIcon state={state} />
          {scan.listsChip(state, when)}
        </span>
      </button>
    </nav>
  );
}

interface ListsStripProps {
  readonly lists: ListsView;
  readonly sync: SyncView;
  syncNow(): void;
}

function ListsStrip({ lists, sync, syncNow }: ListsStripProps) {
  const texts = currentTexts();
  const { state, decidesUntil } = lists;
  if (state === 'fresh' || state === 'opening') return null;
  if (state === 'ageing') {
    return decidesUntil === null ? null : (
      <p class="ageing-strip">{texts.scan.listsAgeing(texts.formats.moment(decidesUntil))}</p>
    );
  }
  const isRunning = sync.name === 'running';
  return (
    <section class="lists-strip">
      <div class="lists-strip-text">
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
function listsLine({ state, wereLost }: ListsView, { name }: SyncView, texts: Texts): string {
  if (name === 'running' || name === 'failed') return texts.lists.titles[state];
  if (state === 'expired') return texts.scan.listsExpired;
  return wereLost ? texts.scan.listsLost : texts.scan.listsMissing;
}

const ClockStrip = ({ clock }: { readonly clock: ClockView }) =>
  clock.name === 'steady' ? null : (
    <p class="ageing-strip" role="status">
      {currentTexts().scan.clock[clock.name](clock.minutes)}
    </p>
  );

const corners = 'M3 25V3H25M75 3H97V25M97 75V97H75M25 97H3V75';

const AimFrame = () => (
  <svg class="aim-frame" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <path class="aim-edge" d={corners} />
    <path d={corners} />
  </svg>
);

const CameraStarting = () => {
  const { scan } = currentTexts();
  return (
    <div class="camera-wait" role="status">
      <p class="title">{scan.starting}</p>
      <p>{scan.startingHint}</p>
    </div>
  );
};

interface CameraPanelProps {
  readonly failure: ScanFailure;
  retry(): void;
}

function CameraPanel({ failure, retry }: CameraPanelProps) {
  const { cameraFailures, scan } = currentTexts();
  const { sentence, nextStep } = cameraFailures[failure];
  return (
    <section class="camera-panel" role="status">
      <NoCameraIcon />
      <p class="title">{sentence}</p>
      <p>{nextStep}</p>
      <p class="small">{scan.cameraCode(failure)}</p>
      <button class="button button-main" type="button" onClick={retry}>
        {scan.retryCamera}
      </button>
    </section>
  );
}
