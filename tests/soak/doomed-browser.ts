/**
 * A browser that is killed and started again on the same profile, as often as wanted.
 */
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../setup/find-chromium.ts';
import { watchPages } from './watched-tab.ts';

export interface DoomedBrowser {
  /** The running browser; started where none is. */
  open(): Promise<BrowserContext>;
  /** Looks for its processes now, so that ending them all at once later takes no time. */
  aim(): Promise<() => Promise<void>>;
  /** Ends it as a person does. */
  close(): Promise<void>;
}

const noCamera = '--use-fake-device-for-media-stream=device-count=0';

/** Makes one that keeps its profile in `userDataDir`; it has no camera. */
export function createDoomedBrowser(userDataDir: string): DoomedBrowser {
  // Looking for it starts it once: too much for every round.
  const executablePath = requireChromium();
  let running: BrowserContext | null = null;

  async function open(): Promise<BrowserContext> {
    if (running) return running;
    running = await chromium.launchPersistentContext(userDataDir, {
      executablePath,
      args: [...chromiumArguments(), noCamera],
    });
    await watchPages(running);
    return running;
  }

  return {
    open,
    async aim() {
      const context = await open();
      const browser = context.browser();
      if (!browser) throw new Error('this browser does not tell its processes');
      const processes = await listProcesses(browser);
      return async () => {
        const closed = new Promise((resolve) => context.once('close', resolve));
        running = null;
        for (const id of processes) endProcess(id);
        await closed;
      };
    },
    async close() {
      await running?.close();
      running = null;
    },
  };
}

function requireChromium(): string {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm run test:chromium installs one');
  return executablePath;
}

/** The one that writes to the disk stands before those that only ask it to. */
async function listProcesses(browser: Browser): Promise<readonly number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    readonly processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  await session.detach();
  const rank = ({ type }: { readonly type: string }): number => (type === 'browser' ? 0 : 1);
  return [...processInfo].sort((a, b) => rank(a) - rank(b)).map(({ id }) => id);
}

function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // Those that live by the first end with it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
