/**
 * What the built app fetches until its camera is live: scripts, workers' included, and the wasm module,
 * each gzipped by itself as a host does it. What the service worker fetches for later does not count.
 */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright';
import { type AppServer, startApp } from '../../e2e/support/app-server.ts';
import { seedRandom } from '../../e2e/support/random.ts';
import { writeY4m } from '../../e2e/support/y4m.ts';
import { compare, type Row } from '../report.ts';
import { withCamera } from './camera-site.ts';
import { drawClutter, drawViews, framesPerSecond } from './record-video.ts';
import { steadyPlan } from './videos.ts';

/** kB, gzipped: the budgets. */
const scriptBudget = 60;
const wasmBudget = 420;
const port = 4274;

/** Measures it; `folder` takes a world, the app built for it, and a video. */
export async function loadRows(folder: string): Promise<readonly Row[]> {
  const random = seedRandom(3);
  const video = path.join(folder, 'load.y4m');
  writeY4m(video, drawViews(steadyPlan, drawClutter(420, random), 2, random), { framesPerSecond });
  const app = await startApp(port, path.join(folder, 'world'));
  try {
    const addresses = await withCamera({ video }, folder, (context) => listRequests(context, app));
    const weigh = async (ending: string): Promise<number> => {
      const chosen = addresses.filter((address) => new URL(address).pathname.endsWith(ending));
      if (chosen.length === 0) throw new Error(`the app fetched no ${ending} file`);
      const sizes = await Promise.all(chosen.map(weighFile));
      return sizes.reduce((sum, size) => sum + size, 0) / 1000;
    };
    return [
      compare(
        'first load until the camera is live: JavaScript, gzipped',
        await weigh('.js'),
        'kB',
        { name: 'budget', value: scriptBudget },
        1,
      ),
      compare(
        'first load until the camera is live: wasm, gzipped',
        await weigh('.wasm'),
        'kB',
        { name: 'budget', value: wasmBudget },
        1,
      ),
    ];
  } finally {
    await app.stop();
  }
}

/** The addresses that the page and its workers asked for, each once. */
async function listRequests(context: BrowserContext, { url }: AppServer): Promise<string[]> {
  const asked = new Set<string>();
  let isLive = false;
  context.on('request', (request) => {
    if (!isLive && request.serviceWorker() === null) asked.add(request.url());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  // The page says it in the moment: whoever asks from outside hears of it too late.
  await page.exposeBinding('noteLive', () => {
    isLive = true;
  });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-camera="live"]'))
        (globalThis as { noteLive?: () => void }).noteLive?.();
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-camera'] });
  });
  await page.goto(url);
  await page.locator('[data-camera="live"]').waitFor();
  return [...asked];
}

async function weighFile(address: string): Promise<number> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${new URL(address).pathname}: ${response.status}`);
  return gzipSync(new Uint8Array(await response.arrayBuffer()), { level: 9 }).length;
}
