/**
 * The verifier's page: looks for what the browser lacks, puts the parts together, and draws.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { startScanner } from '../scan/scanner.ts';
import { listenToWedge } from '../scan/wedge.ts';
import { openSyncLink } from '../sync/sync-link.ts';
import { findMissingCapabilities } from './capabilities.ts';
import { rememberChoice } from './choice-memory.ts';
import { createAppModel } from './models/app-model.ts';
import type { AppProps } from './models/app-state.ts';
import { createClockModel } from './models/clock-model.ts';
import { createHardwareModel } from './models/hardware-model.ts';
import { createTrustModel } from './models/trust-model.ts';
import { offerFile } from './offer-file.ts';
import { acceptPasteAndDrop } from './paste-and-drop.ts';
import { App } from './screens/app.tsx';
import { UnsupportedScreen } from './screens/unsupported-screen.tsx';
import './verifier.css';
import { askForPersistence } from './persistence.ts';
import { takeShare } from './share-inbox.ts';
import { createDecoderWorker, createSyncWorker } from './trusted-scripts.ts';
import { watchUpdates } from './updates.ts';
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
  const model = createAppModel({
    trust,
    clock,
    isPersistent,
    online,
    hardware,
    buildTime: __BUILD_TIME__,
    updates: watchUpdates(),
    memory: rememberChoice('mleg.policy'),
    offerFile,
    startScanner: (video, events) =>
      startScanner({
        video,
        createWorker: createDecoderWorker,
        wasmUrl: new URL(wasmUrl, document.baseURI).href,
        cameraMemory: rememberChoice('mleg.camera'),
        ...events,
      }),
  });
  render(<App {...model} />, page);
  void trust.start();
  takeInputs(model, hardware);
  keepScreenAwake();
}

type SerialPorts = NonNullable<
  Parameters<typeof import('../scan/serial-scanner.ts').openSerialScanners>[0]['serial']
>;

/** All ways in but the camera, open on every screen. */
function takeInputs({ actions }: AppProps, hardware: ReturnType<typeof createHardwareModel>): void {
  listenToWedge({
    page: document,
    settings: () => hardware.settings.peek(),
    onText: (text) => actions.checkText(text, 'wedge'),
  });
  void hardware.start((text) => actions.checkText(text, 'serial'));
  acceptPasteAndDrop(document, actions);
  void takeShare(actions);
}

const page = document.getElementById('app') as HTMLElement;
const missing = findMissingCapabilities();
if (missing.length > 0) render(<UnsupportedScreen missing={missing} />, page);
else start(page);
