/**
 * What the scanner costs while there is nothing to see: the share of one core that it takes beyond a page
 * which only shows the camera, beside that of a loop which decodes every frame of the same 30 a second.
 */
import path from 'node:path';
import { seedRandom } from '../../e2e/support/random.ts';
import { writeY4m } from '../../e2e/support/y4m.ts';
import { compare, type Row } from '../report.ts';
import { serveCameraPage, withCamera } from './camera-site.ts';
import { drawClutter, drawViews } from './record-video.ts';
import { readProcessorTime } from './renderer-load.ts';
import type { SteadyTask } from './steady-page.ts';
import { steadyPlan } from './videos.ts';

const rounds = 2;
const framesPerSecond = 30;
const views = 15;
/** Milliseconds until the pace has settled and what the start needed is done, and those measured. */
const settled = 4000;
const measured = 10_000;
const tasks: readonly SteadyTask[] = ['show', 'scan', 'decode every frame'];

/** Measures it; `folder` takes the video. */
export async function idleRows(folder: string): Promise<readonly Row[]> {
  const random = seedRandom(1);
  const file = path.join(folder, 'idle.y4m');
  writeY4m(file, drawViews(steadyPlan, drawClutter(420, random), views, random), {
    framesPerSecond,
  });
  const server = await serveCameraPage('steady-page', []);
  const shares: Record<SteadyTask, number> = { show: 0, scan: 0, 'decode every frame': 0 };
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const task of tasks)
        shares[task] += (await measureShare(file, folder, server.address, task)) / rounds;
  } finally {
    server.close();
  }
  const { show, scan, 'decode every frame': every } = shares;
  const reference = { name: 'decoding every frame', value: 100 * (every - show) };
  return [
    compare('core taken while nothing is seen', 100 * (scan - show), '%', reference, 0.5),
    compare('core taken by showing the camera alone', 100 * show, '%'),
  ];
}

function measureShare(
  file: string,
  folder: string,
  address: string,
  task: SteadyTask,
): Promise<number> {
  return withCamera({ video: file }, folder, async (context) => {
    const [page] = context.pages();
    const browser = context.browser();
    if (!page || !browser) throw new Error('no page, or no browser to ask for its processes');
    await page.goto(address);
    await page.evaluate(`bench.start('${task}')`);
    await page.waitForTimeout(settled);
    const [before, began] = [await readProcessorTime(browser), performance.now()];
    await page.waitForTimeout(measured);
    const [after, ended] = [await readProcessorTime(browser), performance.now()];
    return ((after - before) * 1000) / (ended - began);
  });
}
