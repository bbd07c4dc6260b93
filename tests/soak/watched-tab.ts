/**
 * A tab that runs the app and is listened to: which phase its synchronisation is in, and everything
 * that its screen has ever shown. What of that is right is judge-screens.ts's to say.
 */
import type { BrowserContext, CDPSession, ConsoleMessage, Page, Worker } from 'playwright';
import {
  linePrefix,
  type Phase,
  type ScreenState,
  type Told,
  watchScreen,
  watchWorker,
} from './watch-scripts.ts';

/** Something in the app was wrong, or did not come to an end in time. */
export class Violation extends Error {}

export interface WatchedTab {
  /** In the order in which they were shown. */
  readonly screens: readonly ScreenState[];
  phase(): Phase;
  /** How many synchronisations have ended, well or not. */
  settled(): number;
  isAlive(): boolean;
  /** Opens the app; does not wait for more than its first byte. */
  open(url: string): Promise<unknown>;
  /** Makes the app synchronise, unless it does so already. */
  sync(): Promise<void>;
  /** Ends the tab's process as a fault of its own would. */
  crash(): Promise<void>;
  close(): Promise<void>;
  /** Calls back after each thing that the tab tells, and when it dies; gives the way to stop that. */
  listen(look: () => void): () => void;
}

/** Milliseconds after which something that has not happened never will. */
const patience = 45_000;

/** Lets the pages of a browser tell what they show. */
export const watchPages = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(watchScreen, linePrefix);

/** Opens an empty tab to listen to. */
export async function openTab(context: BrowserContext): Promise<WatchedTab> {
  const page = await context.newPage();
  return listenTo(page, await context.newCDPSession(page));
}

function listenTo(page: Page, session: CDPSession): WatchedTab {
  const screens: ScreenState[] = [];
  const looks = new Set<() => void>();
  let phase: Phase = 'opening';
  let settled = 0;
  let alive = true;

  const tell = (): void => {
    for (const look of looks) look();
  };
  const die = (): void => {
    alive = false;
    tell();
  };
  function hear(told: Told): void {
    if ('phase' in told) phase = told.phase;
    else {
      const wasRunning = isRunning(screens.at(-1));
      screens.push(told.screen);
      if (isRunning(told.screen) && !wasRunning) phase = 'asking';
      if (!isRunning(told.screen) && wasRunning) {
        phase = 'done';
        settled++;
      }
    }
    tell();
  }
  const read = (line: ConsoleMessage): void => {
    const text = line.text();
    if (text.startsWith(linePrefix)) hear(JSON.parse(text.slice(linePrefix.length)) as Told);
  };
  // What a worker says on its console comes by its page, too.
  page.on('console', read);
  page.on('worker', (worker: Worker) => {
    if (!/\/sync\.worker-/.test(worker.url())) return;
    // A worker that ends at once has nothing to tell.
    worker.evaluate(watchWorker, linePrefix).catch(() => undefined);
  });
  page.on('crash', die);
  page.on('close', die);

  return {
    screens,
    phase: () => phase,
    settled: () => settled,
    isAlive: () => alive,
    open: (url) => page.goto(url, { waitUntil: 'commit' }),
    sync: () => page.evaluate(() => void dispatchEvent(new Event('online'))),
    async crash() {
      const crashed = page.waitForEvent('crash');
      // Nobody is left to answer.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    },
    close: () => page.close(),
    listen(look) {
      looks.add(look);
      return () => void looks.delete(look);
    },
  };
}

const isRunning = (screen: ScreenState | undefined): boolean =>
  screen?.sync === 'running' || screen?.sync === 'waiting';

/** Settles as soon as something is so of these tabs; rejects with a `Violation` when that takes too long. */
export function untilSo(
  tabs: readonly WatchedTab[],
  isSo: () => boolean,
  what: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (isSo()) end(resolve);
    };
    const stops = tabs.map((tab) => tab.listen(look));
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      settle();
    };
    const timer = setTimeout(() => {
      const shown = tabs.map(({ screens }) => JSON.stringify(screens.at(-1))).join(' and ');
      end(() => reject(new Violation(`${what}: not in ${patience / 1000} s, ${shown} is shown`)));
    }, patience);
    look();
  });
}
