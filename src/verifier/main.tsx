/**
 * The verifier's page: looks for what the browser lacks, puts the parts together, and draws.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { startScanner } from '../scan/scanner.ts';
import { openSyncLink } from '../sync/sync-link.ts';
import { findMissingCapabilities } from './capabilities.ts';
import { acceptDrops, offerFile } from './files.ts';
import { cameraMemory } from './camera-memory.ts';
import { createAppModel } from './models/app-model.ts';
import type { AppProps } from './models/app-state.ts';
import { createClockModel } from './models/clock-model.ts';
import { createTrustModel } from './models/trust-model.ts';
import { App } from './screens/app.tsx';
import { UnsupportedScreen } from './screens/unsupported-screen.tsx';
import './verifier.css';
import { askForPersistence } from './persistence.ts';
import { policyMemory } from './policy-memory.ts';
import { createDecoderWorker, createSyncWorker } from './trusted-scripts.ts';
import { watchUpdates } from './updates.ts';
import { keepScreenAwake } from './wake-lock.ts';

function start(): AppProps {
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
  const model = createAppModel({
    trust,
    clock,
    isPersistent,
    online,
    buildTime: __BUILD_TIME__,
    updates: watchUpdates(),
    memory: policyMemory,
    offerFile,
    startScanner: (video, onState, onText) =>
      startScanner({
        video,
        createWorker: createDecoderWorker,
        wasmUrl: new URL(wasmUrl, document.baseURI).href,
        cameraMemory,
        onState,
        onText,
        onOutlook: () => undefined,
      }),
  });
  void trust.start();
  acceptDrops(model.actions.importLists);
  keepScreenAwake();
  return model;
}

const page = document.getElementById('app') as HTMLElement;
const missing = findMissingCapabilities();
if (missing.length > 0) render(<UnsupportedScreen missing={missing} />, page);
else render(<App {...start()} />, page);
