/**
 * Playwright's test with what every end-to-end test needs: the running app, a folder of its own, and
 * a verifier before a camera that shows what the test wants.
 */
import path from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from 'playwright/test';
import { type AppServer, startApp } from './app-server.ts';
import { type CameraState, launchWithCamera, recordFakeCamera } from './fake-camera.ts';
import { type Picture, pictureOfQr } from './picture.ts';
import type { SceneOptions } from './scene.ts';

/** A code held steadily at arm's length: 45 % of a 1280×720 frame, a little tilted, blurred, noisy. */
export const steadyScene: SceneOptions = {
  width: 1280,
  height: 720,
  share: 0.45,
  tilt: 6,
  roll: 4,
  blur: 0.6,
  noise: 4,
  shift: { x: 0, y: 0 },
  seed: 1,
};

/** A picture without any code. */
export const blankPicture: Picture = {
  width: 64,
  height: 64,
  luma: new Uint8Array(64 * 64).fill(200),
};

interface Verifier {
  readonly context: BrowserContext;
  readonly page: Page;
}

interface Fixtures {
  /** Records pictures, a second each, and gives the video's path. */
  record(pictures: Picture | readonly Picture[], scene?: SceneOptions): string;
  /** Opens a browser before a camera; the same `profile` again is the same browser reopened. */
  openBrowser(camera: CameraState, profile?: string): Promise<Verifier>;
  /** Opens the verifier before a camera that shows one QR text. */
  showCode(text: string): Promise<Verifier>;
}

const port = 4273;

export const test = base.extend<Fixtures, { app: AppServer }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const app = await startApp(port);
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  record: async ({ app: _app }, use, info) => {
    let count = 0;
    await use((pictures, scene = steadyScene) => {
      const video = info.outputPath(`camera-${count++}.y4m`);
      recordFakeCamera(video, pictures, scene);
      return video;
    });
  },
  openBrowser: async ({ app: _app }, use, info) => {
    const opened: BrowserContext[] = [];
    await use(async (camera, profile = 'profile') => {
      const context = await launchWithCamera({
        camera,
        userDataDir: path.join(info.outputDir, profile),
        context: { viewport: { width: 360, height: 640 } },
      });
      opened.push(context);
      return { context, page: context.pages()[0] ?? (await context.newPage()) };
    });
    for (const context of opened) await context.close().catch(() => undefined);
  },
  showCode: async ({ app, record, openBrowser }, use) => {
    await use(async (text) => {
      const video = record(pictureOfQr(text, { modulePixels: 4 }));
      const verifier = await openBrowser({ video });
      await verifier.page.goto(app.url);
      return verifier;
    });
  },
});

/** Waits for a verdict and compares kind, reason and entitlement. */
export async function expectVerdict(
  page: Page,
  kind: string,
  reason: string,
  entitlement: string | null,
): Promise<void> {
  const verdict = page.locator('[data-verdict]');
  await expect(verdict).toBeVisible();
  expect({
    kind: await verdict.getAttribute('data-verdict'),
    reason: await verdict.getAttribute('data-reason'),
    entitlement: await verdict.getAttribute('data-entitlement'),
  }).toEqual({ kind, reason, entitlement });
}

export { expect };
