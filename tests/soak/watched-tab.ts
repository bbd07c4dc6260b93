/**
 * A tab that runs the app and is listened to: which phase its synchronisation is in, and everything
 * that its screen has ever shown. What of that is right is run-round.ts's to say.
 */
import type { BrowserContext, ConsoleMessage, Page, Worker } from 'playwright';
import {
  linePrefix,
  type Phase,
  type ScreenState,
  type Told,
  watchScreen,
  watchWorker,
} from './watch-scripts.ts';

/** Something in the app did not happen in time, or was wrong. */
export class Violation extends Error {}

export interface WatchedTab {
  readonly page: Page;
  /** In the order in which they were shown. */
  readonly screens: readonly ScreenState[];
  phase(): Phase;
  /** How many synchronisations have ended well. */
  syncsDone(): number;
  /** Settles as soon as something is so; rejects with a `Violation` when it takes too long. */
  until(isSo: () => boolean, what: string): Promise<void>;
  /** Makes the app synchronise, unless it does so already. */
  sync(): Promise<void>;
  /** Ends the tab's process as a fault of its own would. */
  crash(): Promise<void>;
}

/** Milliseconds after which something that has not happened never will. */
const patience = 45_000;

/** Lets the pages of a browser tell what they show. */
export const watchPages = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(watchScreen, linePrefix);

/** Listens to a page that has not opened the app yet. */
export async function watchTab(page: Page): Promise<WatchedTab> {
  const session = await page.context().newCDPSession(page);
  const screens: ScreenState[] = [];
  const waiting = new Set<() => void>();
  let phase: Phase = 'opening';
  let done = 0;

  function hear(told: Told): void {
    if ('phase' in told) phase = told.phase;
    else {
      const before = screens.at(-1)?.sync;
      screens.push(told.screen);
      const { sync } = told.screen;
      if (sync !== before && sync === 'running') phase = 'asking';
      if (sync !== before && sync === 'done') done++;
      if (sync === 'done') phase = 'done';
    }
    for (const look of waiting) look();
  }
  const read = (line: ConsoleMessage): void => {
    const text = line.text();
    if (text.startsWith(linePrefix)) hear(JSON.parse(text.slice(linePrefix.length)) as Told);
  };
  const watchItsWorker = (worker: Worker): void => {
    if (!/\/sync\.worker-/.test(worker.url())) return;
    worker.on('console', read);
    // A worker that ends at once has nothing to tell.
    worker.evaluate(watchWorker, linePrefix).catch(() => undefined);
  };
  page.on('console', read);
  page.on('worker', watchItsWorker);

  return {
    page,
    screens,
    phase: () => phase,
    syncsDone: () => done,
    until: (isSo, what) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!isSo()) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Violation(`${what}: not in ${patience / 1000} s, ${JSON.stringify(screens)}`));
        }, patience);
        waiting.add(look);
        look();
      }),
    sync: () => page.evaluate(() => void dispatchEvent(new Event('online'))),
    async crash() {
      const crashed = page.waitForEvent('crash');
      // Nobody is left to answer.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    },
  };
}
