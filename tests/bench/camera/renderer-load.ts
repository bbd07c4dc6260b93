/**
 * The processor time of a browser's drawing processes, workers included, as the browser itself counts
 * it. With one page open, that is the page's.
 */
import type { Browser } from 'playwright';

/** Seconds so far, all drawing processes together. */
export async function readProcessorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
