/**
 * The memory of a page as its kernel counts it: workers, engine and shared code included, which no
 * figure of the page's own leaves out. Which of the browser's drawing processes is the page's nobody
 * says; so the growth of all of them is counted, which can only be too much. Linux alone tells a
 * process's highest mark and lets it be set back.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright';

/** Whether this machine can tell. */
export const canReadMemory = process.platform === 'linux';

/** Sets the highest marks back to what each process has now; gives that, in bytes, by process. */
export async function resetPeaks(browser: Browser): Promise<ReadonlyMap<number, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  await session.detach();
  const idle = new Map<number, number>();
  for (const { id } of processInfo.filter(({ type }) => type === 'renderer')) {
    const now = readStatus(id, 'VmRSS');
    if (now === null) continue;
    setBackMark(id);
    idle.set(id, now);
  }
  return idle;
}

/** Bytes by which the processes rose above what they had, each at its own highest. */
export function readGrowth(idle: ReadonlyMap<number, number>): number {
  const growths = [...idle].map(([id, before]) => (readStatus(id, 'VmHWM') ?? before) - before);
  return growths.reduce((sum, growth) => sum + Math.max(0, growth), 0);
}

/** A sandboxed process may forbid it to all but root: then its mark since its start counts. */
function setBackMark(id: number): void {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'ENOENT'].includes(code ?? '')) throw error;
  }
}

/** Null of a process that has ended. */
function readStatus(id: number, field: string): number | null {
  const lines = readLines(`/proc/${id}/status`);
  const kilobytes = /\d+/.exec(lines.find((line) => line.startsWith(`${field}:`)) ?? '')?.[0];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
