/**
 * A browser that is killed and started again on the same profile, as often as wanted.
 */
import { once } from 'node:events';
import type { BrowserContext } from 'playwright';
import { launchWithCamera } from '../e2e/support/fake-camera.ts';
import { watchPages } from './watched-tab.ts';

export interface DoomedBrowser {
  /** The running browser; started where none is. */
  open(): Promise<BrowserContext>;
  /** Ends all its processes at once, with no time to put anything away. */
  kill(): Promise<void>;
  /** Ends it as a person does. */
  close(): Promise<void>;
}

interface Running {
  readonly context: BrowserContext;
  readonly processes: () => Promise<readonly number[]>;
}

/** Makes one that keeps its profile in `userDataDir`; it has no camera. */
export function createDoomedBrowser(userDataDir: string): DoomedBrowser {
  let running: Running | null = null;

  return {
    async open() {
      running ??= await start(userDataDir);
      return running.context;
    },
    async kill() {
      if (!running) return;
      const { context, processes } = running;
      running = null;
      const closed = once(context, 'close');
      for (const id of await processes()) endProcess(id);
      await closed;
    },
    async close() {
      await running?.context.close();
      running = null;
    },
  };
}

async function start(userDataDir: string): Promise<Running> {
  const context = await launchWithCamera({ camera: 'missing', userDataDir });
  await watchPages(context);
  const browser = context.browser();
  if (!browser) throw new Error('this browser does not tell its processes');
  const session = await browser.newBrowserCDPSession();
  const processes = async (): Promise<readonly number[]> => {
    const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
      readonly processInfo: readonly { readonly type: string; readonly id: number }[];
    };
    // The one that writes to the disk before those that only ask it to.
    const isMain = ({ type }: { readonly type: string }): number => (type === 'browser' ? 0 : 1);
    return [...processInfo].sort((a, b) => isMain(a) - isMain(b)).map(({ id }) => id);
  };
  return { context, processes };
}

function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // Those that live by the first end with it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
