/**
 * What this browser must have for a check without a network. Asked once, before anything starts.
 */
import type { MissingCapability } from './models/app-state.ts';

/** The capabilities that are missing; empty where the app can run. */
export function findMissingCapabilities(): readonly MissingCapability[] {
  const has: Record<MissingCapability, boolean> = {
    'indexed-db': Boolean(globalThis.indexedDB),
    'service-worker': 'serviceWorker' in navigator,
    camera: Boolean(navigator.mediaDevices?.getUserMedia),
    'web-crypto': Boolean(globalThis.crypto?.subtle),
    'web-worker': typeof Worker === 'function',
  };
  return (Object.keys(has) as MissingCapability[]).filter((capability) => !has[capability]);
}
