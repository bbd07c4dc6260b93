/**
 * Violent ends: a page that crashes, a browser that is killed, workers that are stopped; and the
 * moment at which a crash hurts most, a transaction that has written and is not yet done.
 */
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright';

interface HeldScope {
  savingIsHeld?: boolean;
}

/** The worker that synchronises for a page. */
export function syncWorkerOf(page: Page): Worker {
  const worker = page.workers().find((each) => each.url().includes('/sync.worker-'));
  if (!worker) throw new Error('no synchronising worker');
  return worker;
}

/**
 * Keeps the next transaction that writes a generation open for ever, once all is written; the
 * function that it gives waits for that moment.
 */
export async function holdSaving(page: Page): Promise<() => Promise<void>> {
  const worker = syncWorkerOf(page);
  await worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      const isGeneration = (args[0] as { id?: string }).id === 'generation';
      // One written apart from its files is let through: it must not be there after a crash.
      if (isGeneration && this.transaction.objectStoreNames.contains('files')) {
        request.addEventListener('success', () => {
          (globalThis as HeldScope).savingIsHeld = true;
        });
        // A transaction with an open request does not end.
        const askAgain = (): void => {
          this.count().onsuccess = askAgain;
        };
        askAgain();
      }
      return request;
    };
  });
  return async () => {
    const deadline = Date.now() + 10_000;
    while (!(await worker.evaluate(() => (globalThis as HeldScope).savingIsHeld === true)))
      if (Date.now() > deadline) throw new Error('nothing was saved');
  };
}

/** Crashes a page's process. */
export async function crashPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Kills the whole browser; it gets no chance to write anything. */
export async function crashBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  const session = await browser?.newBrowserCDPSession();
  const running = await session?.send('SystemInfo.getProcessInfo');
  const own = running?.processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('the browser does not say which process it is');
  const closed = context.waitForEvent('close');
  process.kill(own.id, 'SIGKILL');
  await closed;
}

/** Stops all service workers, as the browser does with idle ones. */
export async function stopServiceWorkers(session: CDPSession): Promise<void> {
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
}
