/**
 * The verifier's page: looks for what the browser lacks, puts the parts together, and draws.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { startScanner } from '../scan/scanner.ts';
import { openSyncLink } from '../sync/sync-link.ts';
import { findMissingCapabilities } from './capabilities.ts';
import { rememberChoice } from './choice-memory.ts';
import { loadRestTexts } from './i18n/current-texts.ts';
import { followKiosk } from './kiosk.ts';
import { createAppModel } from './models/app-model.ts';
import { createClockModel } from './models/clock-model.ts';
import { createEnrolmentModel } from './models/enrolment-model.ts';
import { guardSettings } from './models/fixed-settings.ts';
import { createHardwareModel } from './models/hardware-model.ts';
import { createInstallModel } from './models/install-model.ts';
import { createLockModel } from './models/lock-model.ts';
import { findRootInForce } from './models/root-in-force.ts';
import { createSettings, type SettingsModel } from './models/settings.ts';
import { createShiftModel } from './models/shift-model.ts';
import { createTrustModel } from './models/trust-model.ts';
import { offerFile } from './offer-file.ts';
import { acceptPasteAndDrop } from './paste-and-drop.ts';
import { App, type OtherScreens } from './screens/app.tsx';
import { UnsupportedScreen } from './screens/unsupported-screen.tsx';
import { runsStandalone } from './standalone.ts';
import './verifier.css';
import { takeUpLanguage } from './page-language.ts';
import { askForPersistence } from './persistence.ts';
import { beginAnew, isResetDue } from './reset-mark.ts';
import { createDecoderWorker, createSyncWorker } from './trusted-scripts.ts';
import { createUpdates } from './updates.ts';
import { keepScreenAwake } from './wake-lock.ts';
import { createNewsModel } from './whats-new/news-model.ts';

function start(page: HTMLElement, settings: SettingsModel): void {
  const clock = createClockModel(() => ({ now: Date.now(), monotonic: performance.now() }));
  const isPersistent = signal<boolean | null>(null);
  const trust = createTrustModel({
    firstRoot: __FIRST_ROOT__,
    openLink: (events) =>
      openSyncLink({
        ...events,
        createWorker: createSyncWorker,
        firstRoot: __FIRST_ROOT__,
        feedUrl: new URL('feed/', document.baseURI).href,
      }),
    onRestored: (lastSeen) => clock.restore(lastSeen),
    onUpdated(update) {
      clock.noteUpdate(update);
      void askForPersistence(isPersistent);
    },
  });
  addEventListener('storage', () => {
    settings.refresh();
    lock.refresh();
  });
  const online = signal(navigator.onLine);
  for (const event of ['online', 'offline'])
    addEventListener(event, () => {
      online.value = navigator.onLine;
    });
  const { serial } = navigator as { readonly serial?: SerialPorts };
  const hardware = createHardwareModel({
    prefix: rememberChoice('mleg.scanner-prefix'),
    suffix: rememberChoice('mleg.scanner-suffix'),
    openSerial: serial
      ? async (options) =>
          (await import('../scan/serial-scanner.ts')).openSerialScanners({ ...options, serial })
      : null,
  });
  const updates = createUpdates();
  const lock = createLockModel({
    memory: rememberChoice('mleg.lock'),
    now: Date.now,
    loadSecrets: () => import('./models/lock-secrets.ts'),
  });
  let hasBegun = false;
  /** What is no part of starting the camera, and must not be in its way. */
  function startRest(): void {
    if (hasBegun) return;
    hasBegun = true;
    void trust.start();
    void updates.start();
  }
  const others = signal<OtherScreens | null>(null);
  const model = createAppModel({
    trust,
    clock,
    isPersistent,
    online,
    hardware,
    buildTime: __BUILD_TIME__,
    version: __APP_VERSION__,
    install: createInstallModel({
      target: window,
      isStandalone: runsStandalone(),
      userAgent: navigator.userAgent,
      maxTouchPoints: navigator.maxTouchPoints,
    }),
    news: createNewsModel(rememberChoice('mleg.news'), __APP_VERSION__),
    updates,
    policyBar: rememberChoice('mleg.policy-bar'),
    settings: guardSettings(settings, lock),
    languageOffer: rememberChoice('mleg.language-offer'),
    isFirstVisit: rememberChoice('mleg.settings').read() === null,
    shift: createShiftModel({
      shifts: rememberChoice('mleg.shift'),
      records: rememberChoice('mleg.records'),
      now: Date.now,
    }),
    lock,
    enrolment: createEnrolmentModel({
      settings,
      memory: rememberChoice('mleg.enrolment'),
      judgeBy: () => findRootInForce(trust, __FIRST_ROOT__),
    }),
    beginAnew,
    offerFile,
    async loadRest() {
      startRest();
      const [screens, { takeInputs }, { createSignalOutput, signalVerdicts }] = await Promise.all([
        import('./screens/other-screens.tsx'),
        import('./take-inputs.ts'),
        import('./verdict-signal.ts'),
        loadRestTexts(),
      ]);
      if (others.peek()) return;
      others.value = screens;
      takeInputs(model.actions, hardware);
      signalVerdicts(model.screen, settings.value, createSignalOutput(settings.value));
    },
    startScanner: (video, events) =>
      startScanner({
        video,
        createWorker: createDecoderWorker,
        wasmUrl: new URL(wasmUrl, document.baseURI).href,
        ...(settings.value.peek().kiosk
          ? { facing: 'user', cameraMemory: rememberChoice('mleg.camera-kiosk') }
          : { facing: 'environment', cameraMemory: rememberChoice('mleg.camera') }),
        ...events,
      }),
  });
  acceptPasteAndDrop(document, model.actions);
  followKiosk(settings.value);
  render(<App {...model} others={others} />, page);
  keepScreenAwake();
}

type SerialPorts = NonNullable<
  Parameters<typeof import('../scan/serial-scanner.ts').openSerialScanners>[0]['serial']
>;

const page = document.getElementById('app') as HTMLElement;
const missing = findMissingCapabilities();

/** Draws as soon as the language is there. */
async function open(): Promise<void> {
  const settings = createSettings(rememberChoice('mleg.settings'));
  await takeUpLanguage(settings.value.peek().language);
  if (missing.length > 0) render(<UnsupportedScreen missing={missing} />, page);
  else start(page, settings);
}

if (missing.length === 0 && isResetDue())
  void import('./reset.ts').then(({ wipe }) => wipe()).finally(open);
else void open();
