/**
 * A camera for browser tests: records a video of a picture held by a hand, and starts the found
 * Chromium with that video as its only camera, or with a camera refused, or with none.
 * The browser reads the file when a camera starts: to show something else, record to the same path
 * and let the page take its camera anew.
 */

import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../../setup/find-chromium.ts';
import type { Picture } from './picture.ts';
import { drawWithin, seedRandom } from './random.ts';
import { renderScene, type SceneOptions } from './scene.ts';
import { writeY4m } from './y4m.ts';

const FRAMES_PER_PICTURE = 8;
const FRAMES_PER_SECOND = 8;

// How far a hand moves between two frames.
const JITTER_PIXELS = 3;
const JITTER_DEGREES = 0.6;

function* jitterFrames(
  pictures: readonly Picture[],
  options: SceneOptions,
): Generator<Picture, void> {
  const random = seedRandom(options.seed);
  for (const picture of pictures) {
    for (let frame = 0; frame < FRAMES_PER_PICTURE; frame++) {
      yield renderScene(picture, {
        ...options,
        tilt: options.tilt + drawWithin(random, JITTER_DEGREES),
        roll: options.roll + drawWithin(random, JITTER_DEGREES),
        shift: {
          x: options.shift.x + drawWithin(random, JITTER_PIXELS),
          y: options.shift.y + drawWithin(random, JITTER_PIXELS),
        },
        seed: random(),
      });
    }
  }
}

/**
 * Writes a y4m video to `path`: one second, eight frames that jitter, for each picture in turn.
 * A list of pictures taken a second apart thus plays at the speed of life.
 */
export const recordFakeCamera = (
  path: string,
  pictures: Picture | readonly Picture[],
  options: SceneOptions,
): void => {
  const list = 'luma' in pictures ? [pictures] : pictures;
  writeY4m(path, jitterFrames(list, options), { framesPerSecond: FRAMES_PER_SECOND });
};

/** A y4m video to play, a camera whose use the person refuses, or a device without any. */
export type CameraState = { readonly video: string } | 'refused' | 'missing';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** What to start: the same `userDataDir` again is the same browser reopened. */
export interface CameraLaunch {
  readonly camera: CameraState;
  readonly userDataDir: string;
  /** Playwright's own options: viewport, locale, baseURL and the like. */
  readonly context?: Omit<ContextOptions, 'executablePath' | 'args' | 'permissions'>;
}

const cameraArguments = (camera: CameraState): string[] => {
  if (camera === 'missing') return ['--use-fake-device-for-media-stream=device-count=0'];
  if (camera === 'refused') return ['--use-fake-device-for-media-stream'];
  const file = `--use-file-for-fake-video-capture=${camera.video}`;
  return ['--use-fake-device-for-media-stream', file];
};

/*
 * The permission is granted through Playwright, for --use-fake-ui-for-media-stream would grant again
 * what withdrawCamera took. Playwright refuses what is not in this list, hence the wake lock.
 */
const listPermissions = (camera: CameraState): string[] =>
  camera === 'refused' ? ['screen-wake-lock'] : ['screen-wake-lock', 'camera'];

/** Starts a headless browser with that camera; the caller closes the context. */
export const launchWithCamera = ({
  camera,
  userDataDir,
  context = {},
}: CameraLaunch): Promise<BrowserContext> => {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium: run `npx tsx tests/setup/install-chromium.ts`.');
  }
  return chromium.launchPersistentContext(userDataDir, {
    ...context,
    executablePath,
    permissions: listPermissions(camera),
    args: [...chromiumArguments(), ...cameraArguments(camera)],
  });
};

/** Takes the permission away from a running page: its track ends, and asking anew is refused. */
export const withdrawCamera = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Browser.setPermission', {
    permission: { name: 'camera' },
    setting: 'denied',
    origin: new URL(page.url()).origin,
  });
};
