import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CameraState,
  launchWithCamera,
  recordFakeCamera,
  withdrawCamera,
} from './fake-camera.ts';
import { type Picture, pictureOfQr } from './picture.ts';
import { readQr } from './read-qr.ts';
import { CAPACITY, drawSampleText } from './sample-text.ts';
import type { SceneOptions } from './scene.ts';

const SCENE: SceneOptions = {
  width: 1280,
  height: 720,
  share: 0.45,
  tilt: 12,
  roll: 6,
  blur: 0.8,
  noise: 5,
  shift: { x: 0, y: 0 },
  seed: 1,
};

const START_TIMEOUT_MS = 60_000;

/** Runs in the page: opens the camera as the app does; returns its size or the error's name. */
const openCamera = async (): Promise<string> => {
  const wanted = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: wanted });
    const video = document.querySelector('video') as HTMLVideoElement;
    const track = stream.getVideoTracks()[0];
    track?.addEventListener('ended', () => video.setAttribute('data-ended', ''));
    video.srcObject = stream;
    await video.play();
    return `${video.videoWidth}×${video.videoHeight}`;
  } catch (error) {
    return (error as Error).name;
  }
};

/** Runs in the page: the luma of the video's present frame, as a string of one byte a character. */
const grabFrame = (): { width: number; height: number; luma: string } => {
  const video = document.querySelector('video') as HTMLVideoElement;
  const { videoWidth: width, videoHeight: height } = video;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(video, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let luma = '';
  for (let at = 0; at < data.length; at += 4) luma += String.fromCharCode(data[at] ?? 0);
  return { width, height, luma };
};

const seePicture = async (page: Page): Promise<Picture> => {
  const { width, height, luma } = await page.evaluate(grabFrame);
  return { width, height, luma: new Uint8Array(Buffer.from(luma, 'latin1')) };
};

describe('the fake camera', () => {
  let folder: string;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'camera-'));
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>camera</title><video muted playsinline></video>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const withPage = async (camera: CameraState, use: (page: Page) => Promise<void>) => {
    const userDataDir = mkdtempSync(join(folder, 'profile-'));
    const context = await launchWithCamera({ camera, userDataDir });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(address);
      await use(page);
    } finally {
      await context.close();
    }
  };

  it('delivers the recorded frames, and the new ones when it starts anew', {
    timeout: START_TIMEOUT_MS,
  }, async () => {
    const video = join(folder, 'card.y4m');
    const before = drawSampleText(CAPACITY[22], 1);
    const after = drawSampleText(CAPACITY[22], 2);
    recordFakeCamera(video, pictureOfQr(before, { modulePixels: 6 }), SCENE);
    await withPage({ video }, async (page) => {
      expect(await page.evaluate(openCamera)).toBe('1280×720');
      await expect.poll(async () => readQr(await seePicture(page)), { timeout: 5000 }).toBe(before);
      const first = await seePicture(page);
      await page.waitForTimeout(300);
      expect((await seePicture(page)).luma).not.toEqual(first.luma);

      recordFakeCamera(video, pictureOfQr(after, { modulePixels: 6 }), SCENE);
      await page.reload();
      await page.evaluate(openCamera);
      await expect.poll(async () => readQr(await seePicture(page)), { timeout: 5000 }).toBe(after);
    });
  });

  it('ends when it is withdrawn, and stays refused', { timeout: START_TIMEOUT_MS }, async () => {
    const video = join(folder, 'withdrawn.y4m');
    recordFakeCamera(video, pictureOfQr('MLEG1:', { modulePixels: 6 }), SCENE);
    await withPage({ video }, async (page) => {
      await page.evaluate(openCamera);
      await withdrawCamera(page);
      await page.waitForSelector('video[data-ended]');
      expect(await page.evaluate(openCamera)).toBe('NotAllowedError');
    });
  });

  it.each([
    { camera: 'refused', error: 'NotAllowedError' },
    { camera: 'missing', error: 'NotFoundError' },
  ] as const)('$camera gives $error', { timeout: START_TIMEOUT_MS }, async ({ camera, error }) => {
    await withPage(camera, async (page) => {
      expect(await page.evaluate(openCamera)).toBe(error);
    });
  });
});
