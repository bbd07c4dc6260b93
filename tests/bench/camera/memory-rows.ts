/**
 * Whether the decoding worker keeps anything of what it reads: the memory of the page's process, wasm and
 * all, after 1,000 frames and after 10,000. In rounds a code is
 * held well for a while, then there are other things, then a code that is too small for anybody.
 */
import type { Picture } from '../../e2e/support/picture.ts';
import { seedRandom } from '../../e2e/support/random.ts';
import { makeCheckPool } from '../credential/check-pool.ts';
import { canReadMemory, resetPeaks } from '../lists/renderer-memory.ts';
import { compare, type Row } from '../report.ts';
import type { ServedFile } from '../serve-files.ts';
import { serveCameraPage, withCamera } from './camera-site.ts';
import { drawClutter, drawCode, drawViews } from './record-video.ts';
import type { StoredFrame } from './steady-page.ts';
import { steadyPlan, type VideoPlan } from './videos.ts';

const framesBefore = 1000;
const framesInAll = 10_000;
const megabyte = 1_000_000;

/** Measures it; `folder` takes the browser's profile. No rows where the machine cannot tell. */
export async function memoryRows(folder: string): Promise<readonly Row[]> {
  if (!canReadMemory) return [];
  const { codes } = await makeCheckPool(1, 0);
  const { views, round } = drawRound(codes[0] as string);
  const frames = views.map(({ width, height }, index): StoredFrame => {
    return { file: `frames/${index}`, width, height };
  });
  const server = await serveCameraPage(
    'steady-page',
    views.map(({ luma }, index): readonly [string, ServedFile] => [
      `/frames/${index}`,
      { type: 'application/octet-stream', body: luma },
    ]),
  );
  try {
    const load = `bench.load(${JSON.stringify(frames)}, ${JSON.stringify(round)})`;
    const [before, after] = await measure(folder, server.address, load);
    const reference = { name: `after ${framesBefore}`, value: before / megabyte };
    const name = `memory of the page after ${framesInAll} frames`;
    return [compare(name, after / megabyte, 'MB', reference, 1.1)];
  } finally {
    server.close();
  }
}

/** Views, and the order in which a round shows them, by their places. */
function drawRound(text: string): {
  readonly views: readonly Picture[];
  readonly round: readonly number[];
} {
  const random = seedRandom(2);
  const code = drawCode(text, steadyPlan.version);
  const tiny: VideoPlan = { ...steadyPlan, pixelsPerModule: 1.3, blur: 1, noise: 6 };
  const stretches: readonly (readonly [number, readonly Picture[]])[] = [
    [340, drawViews(steadyPlan, code, 4, random)],
    [155, drawViews(steadyPlan, drawClutter(420, random), 3, random)],
    [5, drawViews(tiny, code, 1, random)],
  ];
  const views: Picture[] = [];
  const round: number[] = [];
  for (const [length, kind] of stretches) {
    for (let frame = 0; frame < length; frame += 1)
      round.push(views.length + (frame % kind.length));
    views.push(...kind);
  }
  return { views, round };
}

/** Bytes after the first frames and after all. */
function measure(
  folder: string,
  address: string,
  load: string,
): Promise<readonly [number, number]> {
  return withCamera('missing', folder, async (context) => {
    const [page] = context.pages();
    const browser = context.browser();
    if (!page || !browser) throw new Error('no page, or no browser to ask for its processes');
    const session = await context.newCDPSession(page);
    const decode = async (count: number): Promise<number> => {
      const texts = (await page.evaluate(`bench.decodeFrames(${count})`)) as number;
      // Frames that were only lost or never read would leave nothing behind either.
      if (texts < count / 3) throw new Error(`only ${texts} of ${count} frames were read`);
      await session.send('HeapProfiler.collectGarbage');
      const resident = await resetPeaks(browser);
      return [...resident.values()].reduce((sum, bytes) => sum + bytes, 0);
    };
    await page.goto(address);
    await page.evaluate(load);
    const before = await decode(framesBefore);
    return [before, await decode(framesInAll - framesBefore)];
  });
}
