/**
 * What another app shared with this one. The share opens the app at an address with the share's number
 * behind `#share=`; the service worker hands over what it has kept under that number, once. It keeps it
 * in memory only, so that a service worker that was stopped meanwhile has nothing any more.
 */
import type { AppActions } from './models/app-state.ts';

/** What the service worker answers; null when the share is lost. */
export type SharedThing = { readonly picture: Blob } | { readonly text: string } | null;

/** Milliseconds that a service worker may take to start and to answer. */
const answerLimit = 5000;

const address = /^#share=([\w-]+)$/;

/** Takes what the app was opened with, where it was opened by a share. */
export async function takeShare(
  actions: Pick<AppActions, 'checkText' | 'readPicture' | 'refuseInput'>,
): Promise<void> {
  const id = address.exec(location.hash)?.[1];
  if (id === undefined) return;
  // Opened again, the same address must not ask for what is gone.
  history.replaceState(null, '', location.pathname);
  const shared = await askFor(id);
  if (!shared) actions.refuseInput('share-lost');
  else if ('picture' in shared) actions.readPicture(shared.picture, 'share');
  else actions.checkText(shared.text, 'share');
}

function askFor(id: string): Promise<SharedThing> {
  const { controller } = navigator.serviceWorker;
  if (!controller) return Promise.resolve(null);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const settle = (shared: SharedThing): void => {
      clearTimeout(timer);
      port1.close();
      resolve(shared);
    };
    const timer = setTimeout(() => settle(null), answerLimit);
    port1.onmessage = ({ data }: MessageEvent<SharedThing>) => settle(data);
    controller.postMessage({ type: 'TAKE_SHARE', id }, [port2]);
  });
}
