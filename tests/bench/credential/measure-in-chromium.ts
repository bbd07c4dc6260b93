/**
 * The same measuring in a real Chromium: page and worker from a server on this machine.
 */
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../setup/find-chromium.ts';
import { bundleEntry } from '../bundle-entry.ts';
import { serveFiles } from '../serve-files.ts';
import type { WorkerAnswer } from './check.worker.ts';
import type { CheckPool } from './check-pool.ts';
import type { CheckTimes } from './measure-check.ts';

const page = `<!doctype html><title>bench</title><script type="module">
window.answer = fetch('pool.json').then((response) => response.json()).then((pool) =>
  new Promise((resolve) => {
    const worker = new Worker('worker.js', { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: String(message) });
    worker.postMessage(pool);
  }));
</script>`;

/** Measures in a dedicated module worker. Throws when there is no Chromium. */
export async function measureInChromium(pool: CheckPool): Promise<CheckTimes> {
  const { code } = await bundleEntry(new URL('check.worker.ts', import.meta.url));
  const files = new Map([
    ['/', { type: 'text/html', body: page }],
    ['/worker.js', { type: 'text/javascript', body: code }],
    ['/pool.json', { type: 'application/json', body: JSON.stringify(pool) }],
  ]);
  const server = await serveFiles(files);
  try {
    const answer = await run(server.address);
    if ('error' in answer) throw new Error(answer.error);
    return answer.times;
  } finally {
    server.close();
  }
}

async function run(address: string): Promise<WorkerAnswer> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm run test:chromium installs one');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  try {
    const tab = await browser.newPage();
    await tab.goto(address);
    return (await tab.evaluate('window.answer')) as WorkerAnswer;
  } finally {
    await browser.close();
  }
}
