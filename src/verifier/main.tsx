/**
 * The verifier's page: looks for what the browser lacks, puts the parts together, and draws.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { startScanner } from '../scan/scanner.ts';
import { openDatabase } from '../store/database.ts';
import { createDatabaseTrustStore } from '../store/database-trust-store.ts';
import { findMissingCapabilities } from './capabilities.ts';
import { createAppModel } from './models/app-model.ts';
import type { AppProps } from './models/app-state.ts';
import { createTrustModel } from './models/trust-model.ts';
import { App } from './screens/app.tsx';
import { UnsupportedScreen } from './screens/unsupported-screen.tsx';
import './verifier.css';
import { policyMemory } from './policy-memory.ts';
import { createDecoderWorker } from './trusted-scripts.ts';
import { watchUpdates } from './updates.ts';
import { keepScreenAwake } from './wake-lock.ts';

async function start(): Promise<AppProps> {
  const trust = createTrustModel({
    store: createDatabaseTrustStore(openDatabase),
    fetchFile: (path, abort) =>
      fetch(new URL(`feed/${path}`, document.baseURI), { cache: 'no-cache', signal: abort }),
    firstRoot: __FIRST_ROOT__,
  });
  await trust.restore();
  const online = signal(navigator.onLine);
  for (const event of ['online', 'offline'])
    addEventListener(event, () => {
      online.value = navigator.onLine;
    });
  const model = createAppModel({
    trust,
    online,
    buildTime: __BUILD_TIME__,
    updates: watchUpdates(),
    memory: policyMemory,
    startScanner: (video, onState, onText) =>
      startScanner({
        video,
        createWorker: createDecoderWorker,
        wasmUrl: new URL(wasmUrl, document.baseURI).href,
        onState,
        onText,
      }),
  });
  trust.keepFresh();
  keepScreenAwake();
  return model;
}

const page = document.getElementById('app') as HTMLElement;
const missing = findMissingCapabilities();
if (missing.length > 0) render(<UnsupportedScreen missing={missing} />, page);
else render(<App {...(await start())} />, page);
