/**
 * The scan screen over the live picture: which discount and which lists decide, what stands in the
 * way, where to aim and what would help. Transparent where the camera shows through; the video itself
 * is App's.
 */
import type { ScanFailure, ScannerState } from '../../scan/scanner.ts';
import { firstTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { shortMoment } from '../models/lists-age.ts';
import { ListsIcon, NoCameraIcon, OfflineIcon } from '../ui/icons.tsx';
import { listsAttributes } from '../ui/lists-attributes.ts';
import { NoticeStrip } from '../ui/notice-strip.tsx';
import { UpdateBar } from '../ui/update-bar.tsx';
import { LanguageStrip } from './language-strip.tsx';
import { PolicyChips } from './policy-chips.tsx';
import { abilitiesOf, KioskControls, ScanControls } from './scan-controls.tsx';
import { ScanHint } from './scan-hint.tsx';
import { AppEndStrip, ClockStrip, ListsStrip, ShiftStrip } from './scan-strips.tsx';

/** The scan screen. */
export function ScanScreen(props: AppProps) {
  const { actions } = props;
  const { scan } = firstTexts();
  const camera = props.camera.value;
  const lists = props.lists.value;
  const hint = props.hint.value;
  const { kiosk } = props.settings.value;
  return (
    <main
      class="screen scan"
      data-screen="scan"
      {...cameraAttributes(camera)}
      data-hint={hint ?? 'none'}
      {...listsAttributes(props)}
    >
      <h1 class="visually-hidden">{scan.title}</h1>
      {lists.specimen && <p class="specimen-strip">{scan.specimen}</p>}
      {!kiosk && (
        <>
          <LanguageStrip {...props} />
          <TopBar {...props} />
          <PolicyChips {...props} />
        </>
      )}
      <ListsStrip lists={lists} sync={props.sync.value} syncNow={actions.syncNow} />
      <ClockStrip clock={props.clock.value} />
      {!kiosk && <AppEndStrip endsAt={props.appEndsAt.value} now={Date.now()} />}
      {!kiosk && <ShiftStrip {...props} />}
      <NoticeStrip notice={props.notice.value} dismiss={actions.dismissNotice} />
      <div class="aim">
        {camera.name === 'live' && <AimFrame />}
        {camera.name === 'starting' && <CameraStarting />}
        {camera.name === 'failed' && (
          <CameraPanel failure={camera.failure} retry={actions.retryCamera} />
        )}
      </div>
      {!kiosk && <UpdateBar updateReady={props.updateReady} applyUpdate={actions.applyUpdate} />}
      <div class="scan-foot">
        {/* There while the camera starts, too: nothing may jump when its picture comes. */}
        {camera.name !== 'failed' && (
          <ScanHint hint={hint} isTorchOn={abilitiesOf(camera).torch === true} />
        )}
        {kiosk ? (
          <KioskControls actions={actions} />
        ) : (
          <ScanControls camera={camera} actions={actions} />
        )}
      </div>
    </main>
  );
}

/** The camera's state in short codes, for support and for tests. */
function cameraAttributes(camera: ScannerState): Readonly<Record<string, string | number>> {
  const { torch, zoom } = abilitiesOf(camera);
  return {
    'data-camera': camera.name === 'failed' ? camera.failure : camera.name,
    'data-engine': camera.name === 'live' ? camera.engine : 'none',
    'data-torch': torch === null ? 'none' : torch ? 'on' : 'off',
    'data-zoom': zoom?.value ?? 'none',
  };
}

function TopBar({ chosenPolicies, policyBar, lists, online, actions }: AppProps) {
  const texts = firstTexts();
  const { scan } = texts;
  const chosen = chosenPolicies.value.map(({ name }) => name[texts.language]).join(' + ');
  const isNamedBelow = policyBar.value.places.length > 0;
  const { state, asOf } = lists.value;
  const when = asOf === null ? null : shortMoment(asOf, Date.now(), texts);
  return (
    <nav class="top-bar">
      <button class="chip chip-policy" type="button" onClick={() => actions.open('policies')}>
        <span class="chip-label">{scan.policy}</span>
        <span class="chip-value">{isNamedBelow ? scan.changePolicy : chosen || scan.noPolicy}</span>
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

const corners = 'M3 25V3H25M75 3H97V25M97 75V97H75M25 97H3V75';

const AimFrame = () => (
  <svg class="aim-frame" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <path class="aim-edge" d={corners} />
    <path d={corners} />
  </svg>
);

const CameraStarting = () => {
  const { scan } = firstTexts();
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
  const { cameraFailures, scan } = firstTexts();
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
