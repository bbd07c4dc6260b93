/**
 * The same measuring in a real Chromium: page and worker from a server on this machine, which makes
 * them a secure context, with the headers that give a worker its finest clock.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../setup/find-chromium.ts';
import { bundleEntry } from './bundle-entry.ts';
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
  const { code } = await bundleEntry('check.worker.ts');
  const files = new Map([
    ['/', { type: 'text/html', body: page }],
    ['/worker.js', { type: 'text/javascript', body: code }],
    ['/pool.json', { type: 'application/json', body: JSON.stringify(pool) }],
  ]);
  const server = await serve(files);
  try {
    const answer = await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
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

async function serve(
  files: ReadonlyMap<string, { readonly type: string; readonly body: string }>,
): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    response.writeHead(file ? 200 : 404, {
      'Content-Type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(file?.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
