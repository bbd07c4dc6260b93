/**
 * The race: each video before each scanner, in turn, every time in a page of its own before a camera
 * that starts with the video's first frame. A real camera's path is kept on purpose: the browser's fake
 * camera plays the file, and each scanner opens it by its own getUserMedia; a canvas for a camera would
 * share a thread with the scanners that decode on it. Figures are made in race-rows.ts.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright';
import { makeCheckPool } from '../credential/check-pool.ts';
import { serveCameraPage, withCamera } from './camera-site.ts';
import type { RaceOutcome, RacePlan } from './race-page.ts';
import type { ReadyMadeName } from './ready-made.ts';
import { firstCodeFrame, framesPerSecond, recordVideo } from './record-video.ts';
import { type VideoPlan, videoPlans } from './videos.ts';

/** Who runs. */
export type ScannerName = 'ours' | ReadyMadeName;

/** All of them. */
export const scannerNames: readonly ScannerName[] = [
  'ours',
  '@zxing/browser',
  'html5-qrcode',
  'qr-scanner',
];

/** The times of one video: milliseconds, null where it was not read. */
export interface VideoTimes {
  readonly kind: VideoPlan['kind'];
  readonly name: string;
  readonly times: Readonly<Record<ScannerName, readonly (number | null)[]>>;
}

/** Milliseconds after which a code counts as unread. */
export const limit = 10_000;
const repetitions = 2;
/** Milliseconds that a page may take beside: loading, the second without a code. */
const patience = 20_000;

/** Runs all videos; `folder` takes them one at a time. */
export async function* runRace(folder: string): AsyncGenerator<VideoTimes> {
  const { codes, ...pool } = await makeCheckPool(videoPlans.length, 0);
  const plan: RacePlan = { pool, firstCodeFrame, framesPerSecond, limit };
  const server = await serveCameraPage('race-page', [
    ['/plan.json', { type: 'application/json', body: JSON.stringify(plan) }],
  ]);
  try {
    for (const [index, video] of videoPlans.entries()) {
      const file = path.join(folder, `race-${index}.y4m`);
      recordVideo(file, video, codes[index] as string, index);
      const times = await withCamera({ video: file }, folder, (context) =>
        runVideo(context, server.address, video, index),
      );
      rmSync(file);
      yield { kind: video.kind, name: video.name, times };
    }
  } finally {
    server.close();
  }
}

async function runVideo(
  context: BrowserContext,
  address: string,
  video: VideoPlan,
  index: number,
): Promise<VideoTimes['times']> {
  const times = Object.fromEntries(
    scannerNames.map((name) => [name, [] as (number | null)[]]),
  ) as Record<ScannerName, (number | null)[]>;
  for (let run = 0; run < repetitions; run += 1)
    for (const place of scannerNames.keys()) {
      const name = scannerNames[(index + run + place) % scannerNames.length] as ScannerName;
      const { time, width, height } = await runOnce(context, address, name);
      if (width !== video.width || height !== video.height)
        throw new Error(`the camera gave ${width}×${height}`);
      times[name].push(time);
    }
  return times;
}

async function runOnce(
  context: BrowserContext,
  address: string,
  scanner: ScannerName,
): Promise<RaceOutcome> {
  const page = await context.newPage();
  try {
    await page.goto(`${address}#${scanner}`);
    const tooLate = new Promise<never>((_, reject) =>
      setTimeout(reject, limit + patience, new Error(`${scanner} never ended`)).unref(),
    );
    return (await Promise.race([page.evaluate('outcome'), tooLate])) as RaceOutcome;
  } finally {
    await page.close();
  }
}
