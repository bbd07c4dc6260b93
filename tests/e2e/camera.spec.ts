/**
 * What phones do to a camera, in a real Chromium: muted, ended, frozen, in the background; and which
 * camera is taken. Chromium's fake cameras have neither torch nor zoom, so tracks pretend to them. What
 * each rule is in full, tests/scan/camera.test.ts says; refused and missing cameras are in faults.spec.ts.
 */
import type { BrowserContext, Page } from 'playwright';
import { chromium } from 'playwright/test';
import { chromiumArguments, findChromium } from '../setup/find-chromium.ts';
import { blankPicture, expect, test } from './support/test.ts';

/** What the page's camera was asked for, and what a test makes of it. */
interface CameraLog {
  readonly asked: MediaTrackConstraints[];
  readonly tracks: MediaStreamTrack[];
  readonly applied: MediaTrackConstraints[];
  /** A stopped camera shows the first picture of each stream only, a dead one not even that. */
  picture: 'moving' | 'still' | 'stopped' | 'dead';
}

type LoggedWindow = typeof globalThis & { cameraLog: CameraLog };

const scanScreen = (page: Page) => page.locator('[data-screen="scan"]');

const expectLive = (page: Page): Promise<void> =>
  expect(scanScreen(page)).toHaveAttribute('data-camera', 'live');

/** Keeps what pages ask of their camera; with `canvas`, a drawn picture stands in for the device. */
const logCamera = (context: BrowserContext, canvas: boolean): Promise<unknown> =>
  context.addInitScript((drawn) => {
    if (!('mediaDevices' in navigator)) return;
    const log: CameraLog = { asked: [], tracks: [], applied: [], picture: 'moving' };
    (globalThis as LoggedWindow).cameraLog = log;
    const devices = navigator.mediaDevices;
    let grant = devices.getUserMedia.bind(devices);
    if (drawn) {
      const picture = document.createElement('canvas');
      const brush = picture.getContext('2d') as CanvasRenderingContext2D;
      const draw = (): void => {
        const grey = log.picture !== 'moving' ? 128 : 64 + Math.floor(Math.random() * 128);
        brush.fillStyle = `rgb(${grey} ${grey} ${grey})`;
        brush.fillRect(0, 0, picture.width, picture.height);
      };
      setInterval(() => {
        if (log.picture === 'moving' || log.picture === 'still') draw();
      }, 100);
      grant = async () => {
        setTimeout(() => {
          if (log.picture !== 'dead') draw();
        }, 50);
        return picture.captureStream();
      };
    }
    devices.getUserMedia = async (constraints) => {
      log.asked.push(constraints?.video as MediaTrackConstraints);
      const stream = await grant(constraints);
      log.tracks.push(...stream.getVideoTracks());
      return stream;
    };
  }, canvas);

/** A browser's tracks that say they have a torch and a zoom, and keep what they are asked. */
const pretendAbilities = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Object.assign(MediaStreamTrack.prototype, {
      getCapabilities: () => ({ torch: true, zoom: { min: 1, max: 4, step: 0.5 } }),
      getSettings: () => ({ deviceId: 'specimen', facingMode: 'environment', zoom: 1 }),
      async applyConstraints(asked: MediaTrackConstraints) {
        (globalThis as LoggedWindow).cameraLog.applied.push(...(asked.advanced ?? []));
      },
    });
  });

const countAsked = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as LoggedWindow).cameraLog.asked.length);

const listTracks = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (globalThis as LoggedWindow).cameraLog.tracks.map(({ readyState }) => readyState),
  );

/** Lets the newest track say that it is muted, or that it has ended. */
const sayOfTrack = (page: Page, name: 'mute' | 'ended'): Promise<void> =>
  page.evaluate((event) => {
    const track = (globalThis as LoggedWindow).cameraLog.tracks.at(-1);
    if (event === 'mute') Object.defineProperty(track, 'muted', { value: true });
    track?.dispatchEvent(new Event(event));
  }, name);

const setPicture = (page: Page, picture: CameraLog['picture']): Promise<void> =>
  page.evaluate((each) => {
    (globalThis as LoggedWindow).cameraLog.picture = each;
  }, picture);

const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
    const state = isHidden ? 'hidden' : 'visible';
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test.describe('a drawn camera', () => {
  let page: Page;

  test.beforeEach(async ({ app, openBrowser }) => {
    const opened = await openBrowser('missing');
    page = opened.page;
    await logCamera(opened.context, true);
    await page.goto(app.url);
    await expectLive(page);
  });

  test('is asked for once while its picture moves, whatever screen is in front of it', async () => {
    await page.waitForTimeout(4000);
    await page.locator('nav button').last().click();
    await expect(scanScreen(page)).toHaveCount(0);
    await page.waitForTimeout(4000);
    expect(await countAsked(page)).toBe(1);
    expect(await listTracks(page)).toEqual(['live']);
  });

  for (const trouble of ['mute', 'ended'] as const)
    test(`is taken anew when its track says ${trouble}, and lost when the next says so, too`, async () => {
      await sayOfTrack(page, trouble);
      await expect.poll(() => listTracks(page)).toEqual(['ended', 'live']);
      await expectLive(page);
      await sayOfTrack(page, trouble);
      await expect(scanScreen(page)).toHaveAttribute('data-camera', 'camera-lost');
      expect(await listTracks(page)).toEqual(['ended', 'ended']);
    });

  test('is taken anew once when its picture is still, and again once it has moved', {
    tag: '@long',
  }, async () => {
    await page.waitForTimeout(2500);
    await setPicture(page, 'still');
    await expect.poll(() => countAsked(page)).toBe(2);
    await page.waitForTimeout(6000);
    expect(await countAsked(page)).toBe(2);
    await expectLive(page);
    await setPicture(page, 'moving');
    await page.waitForTimeout(2500);
    await setPicture(page, 'still');
    await expect.poll(() => countAsked(page)).toBe(3);
  });

  test('is taken anew once when it gives no more frames, and lost when the next gives none', {
    tag: '@long',
  }, async () => {
    await page.waitForTimeout(2500);
    await setPicture(page, 'stopped');
    await expect.poll(() => countAsked(page)).toBe(2);
    await expect(scanScreen(page)).toHaveAttribute('data-camera', 'camera-lost');
    expect(await listTracks(page)).toEqual(['ended', 'ended']);
  });

  test('is failed when the stream taken anew has no picture at all', { tag: '@long' }, async () => {
    await setPicture(page, 'dead');
    await expect(scanScreen(page)).toHaveAttribute('data-camera', 'camera-failed');
    expect(await listTracks(page)).toEqual(['ended', 'ended']);
  });

  test('is given back when the page is hidden, and taken anew when it is visible', async () => {
    await setHidden(page, true);
    expect(await listTracks(page)).toEqual(['ended']);
    await page.waitForTimeout(3000);
    expect(await countAsked(page)).toBe(1);
    await setHidden(page, false);
    await expect.poll(() => listTracks(page)).toEqual(['ended', 'live']);
    await expectLive(page);
  });
});

test('another tab in front leaves one tab with a camera, or none', async ({
  app,
  record,
  openBrowser,
}) => {
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await logCamera(context, false);
  await page.goto(app.url);
  await expectLive(page);
  const other = await context.newPage();
  await other.goto(app.url);
  await expectLive(other);
  await setHidden(page, true);
  expect(await listTracks(page)).toEqual(['ended']);
  expect(await listTracks(other)).toEqual(['live']);
  await other.close();
  await setHidden(page, false);
  await expectLive(page);
});

test('the torch and the zoom are set, and the torch is out when the page is hidden', async ({
  app,
  record,
  openBrowser,
}) => {
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await logCamera(context, false);
  await pretendAbilities(context);
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-torch', 'off');
  await page.getByRole('button', { name: 'Latarka' }).click();
  await expect(scanScreen(page)).toHaveAttribute('data-torch', 'on');
  await page.getByRole('slider', { name: 'Przybliżenie' }).fill('2.5');
  await expect(scanScreen(page)).toHaveAttribute('data-zoom', '2.5');
  await setHidden(page, true);
  const applied = await page.evaluate(() => (globalThis as LoggedWindow).cameraLog.applied);
  expect(applied).toEqual([{ torch: true }, { torch: true, zoom: 2.5 }, { torch: false }]);
  await setHidden(page, false);
  await expect(scanScreen(page)).toHaveAttribute('data-torch', 'off');
  await expect(scanScreen(page)).toHaveAttribute('data-zoom', '1');
});

test('the camera that was switched to is taken after a reload', async ({ app }, info) => {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(info.outputPath('profile'), {
    ...(executablePath ? { executablePath } : {}),
    permissions: ['screen-wake-lock', 'camera'],
    args: [...chromiumArguments(), '--use-fake-device-for-media-stream=device-count=2'],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await logCamera(context, false);
    await page.goto(app.url);
    await expectLive(page);
    const readId = () =>
      page.evaluate(
        () => (globalThis as LoggedWindow).cameraLog.tracks.at(-1)?.getSettings().deviceId,
      );
    const first = await readId();
    await page.getByRole('button', { name: 'Przełącz aparat' }).click();
    await expect.poll(readId).not.toBe(first);
    await expectLive(page);
    const second = await readId();
    await page.reload();
    await expectLive(page);
    expect(await readId()).toBe(second);
    expect(await countAsked(page)).toBe(1);
  } finally {
    await context.close();
  }
});
