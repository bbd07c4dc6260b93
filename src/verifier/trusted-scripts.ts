/**
 * The one Trusted Types policy: script addresses that this build made itself, and no others.
 */
import decoderWorkerUrl from '../scan/decoder.worker.ts?worker&url';
import syncWorkerUrl from '../sync/sync.worker.ts?worker&url';
import { appScope } from './choice-memory.ts';

const serviceWorkerUrl = new URL('service-worker.js', document.baseURI).href;
const allowed: ReadonlySet<string> = new Set([
  new URL(decoderWorkerUrl, document.baseURI).href,
  new URL(syncWorkerUrl, document.baseURI).href,
  serviceWorkerUrl,
]);

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

function allowOwnScript(url: string): string {
  if (allowed.has(url)) return url;
  throw new TypeError('not a script of this app');
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
/** Browsers without Trusted Types take the checked string itself. */
const policy: ScriptPolicy = trustedTypes
  ? trustedTypes.createPolicy('verifier', { createScriptURL: allowOwnScript })
  : { createScriptURL: allowOwnScript };

const createWorker = (url: string, name = ''): Worker =>
  new Worker(policy.createScriptURL(new URL(url, document.baseURI).href) as string, {
    type: 'module',
    name,
  });

/** Starts the decoder's worker. */
export const createDecoderWorker = (): Worker => createWorker(decoderWorkerUrl);

/** Starts the synchronising worker; it keeps its lists under this app's own scope. */
export const createSyncWorker = (): Worker => createWorker(syncWorkerUrl, appScope());

/** The service worker's address, fit for registering. */
export const trustedServiceWorkerUrl = (): string =>
  policy.createScriptURL(serviceWorkerUrl) as string;
