/**
 * What only the browser knows of this device: its name, its languages, its screen, how far the service
 * worker is and how much is stored. What cannot be asked is left out; nothing of it is kept or sent.
 */

/** How far the service worker is. */
export type WorkerState = 'none' | 'installing' | 'waiting' | 'active';

/** What the browser answered, in short texts. */
export interface DeviceFacts {
  readonly browser: string;
  readonly languages: string;
  /** Of the window, in CSS pixels, and the device pixels to one of them: "360×640 @3". */
  readonly screen: string;
  /** Kilobytes in use; null where the browser does not say. */
  readonly storage: string | null;
  readonly worker: WorkerState;
}

/** Asks the browser. */
export async function readDeviceFacts(): Promise<DeviceFacts> {
  const { userAgent, languages } = navigator;
  const { storage } = navigator as { readonly storage?: StorageManager };
  const [usage, worker] = await Promise.all([
    storage?.estimate?.().then(
      (estimate) => estimate.usage ?? null,
      () => null,
    ) ?? null,
    readWorkerState(),
  ]);
  return {
    browser: userAgent,
    languages: languages.join(', '),
    screen: `${innerWidth}×${innerHeight} @${devicePixelRatio}`,
    storage: usage === null ? null : `${Math.ceil(usage / 1000)} kB`,
    worker,
  };
}

async function readWorkerState(): Promise<WorkerState> {
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (registration?.waiting) return 'waiting';
  if (registration?.active) return 'active';
  return registration?.installing ? 'installing' : 'none';
}
