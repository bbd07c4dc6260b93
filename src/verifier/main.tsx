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
import { createAppModel } from './models/app-model.ts';
import { createClockModel } from './models/clock-model.ts';
import { createHardwareModel } from './models/hardware-model.ts';
import { createLockModel } from './models/lock-model.ts';
import { createSettings } from './models/settings.ts';
import { createShiftModel } from './models/shift-model.ts';
import { createTrustModel } from './models/trust-model.ts';
import { offerFile } from './offer-file.ts';
import { acceptPasteAndDrop } from './paste-and-drop.ts';
import { App, type OtherScreens } from './screens/app.tsx';
import { UnsupportedScreen } from './screens/unsupported-screen.tsx';
import './verifier.css';
import { askForPersistence } from './persistence.ts';
import { createDecoderWorker, createSyncWorker } from './trusted-scripts.ts';
import { createUpdates } from './updates.ts';
import { keepScreenAwake } from './wake-lock.ts';

function start(page: HTMLElement): void {
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
    updates,
    settings: createSettings(rememberChoice('mleg.settings')),
    shift: createShiftModel({
      shifts: rememberChoice('mleg.shift'),
      records: rememberChoice('mleg.records'),
      now: Date.now,
    }),
    lock: createLockModel(rememberChoice('mleg.lock')),
    offerFile,
    async loadRest() {
      startRest();
      const [screens, { takeInputs }] = await Promise.all([
        import('./screens/other-screens.tsx'),
        import('./take-inputs.ts'),
        loadRestTexts(),
      ]);
      if (others.peek()) return;
      others.value = screens;
      takeInputs(model.actions, hardware);
    },
    startScanner: (video, events) =>
      startScanner({
        video,
        createWorker: createDecoderWorker,
        wasmUrl: new URL(wasmUrl, document.baseURI).href,
        cameraMemory: rememberChoice('mleg.camera'),
        ...events,
      }),
  });
  acceptPasteAndDrop(document, model.actions);
  render(<App {...model} others={others} />, page);
  keepScreenAwake();
}

type SerialPorts = NonNullable<
  Parameters<typeof import('../scan/serial-scanner.ts').openSerialScanners>[0]['serial']
>;

const page = document.getElementById('app') as HTMLElement;
const missing = findMissingCapabilities();
if (missing.length > 0) render(<UnsupportedScreen missing={missing} />, page);
else start(page);
