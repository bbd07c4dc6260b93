/**
 * Keeps the whole shell on the device, wasm included, so that the app opens without a network, and
 * passes on what other apps share. Lists are not its business: they are checked before they are stored,
 * and live in IndexedDB. A new version waits until the page asks for it.
 */
import { precacheAndRoute } from 'workbox-precaching';
import { isShare, receiveShare, takeKept } from './share-target.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0];
};

interface PageMessage {
  readonly type?: unknown;
  readonly id?: unknown;
}

precacheAndRoute(self.__WB_MANIFEST);

self.addEventListener('fetch', (event) => {
  const { scope } = self.registration;
  if (isShare(event.request, scope)) event.respondWith(receiveShare(event.request, scope));
});

self.addEventListener('message', (event) => {
  const message = event.data as PageMessage | null;
  if (message?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (message?.type === 'TAKE_SHARE') event.ports[0]?.postMessage(takeKept(message.id));
});
