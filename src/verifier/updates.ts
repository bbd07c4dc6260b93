/**
 * Registers the service worker and says when a new version waits. It takes over when the inspector
 * agrees, never by itself: not in mid-scan.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Workbox } from 'workbox-window';
import { trustedServiceWorkerUrl } from './trusted-scripts.ts';

/** A waiting version, and the way to let it in. */
export interface Updates {
  readonly ready: ReadonlySignal<boolean>;
  apply(): void;
  /** Registers, and asks for a newer version whenever the app comes back to the front. */
  start(): Promise<void>;
}

/** Nothing is registered yet. */
export function createUpdates(): Updates {
  const ready = signal(false);
  let workbox: Workbox | null = null;
  return {
    ready,
    apply: () => workbox?.messageSkipWaiting(),
    async start() {
      try {
        workbox = await register(ready);
      } catch (error) {
        // Without a service worker the app still checks: it only does not open offline.
        console.warn('no service worker', error);
      }
    },
  };
}

async function register(ready: Signal<boolean>): Promise<Workbox> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(trustedServiceWorkerUrl());
  workbox.addEventListener('waiting', () => {
    ready.value = true;
  });
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate === true) location.reload();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') workbox.update().catch(() => undefined);
  });
  await workbox.register();
  return workbox;
}
