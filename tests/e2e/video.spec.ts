/**
 * The main job as people do it: a live card on one screen, filmed for 20 seconds with a re-signing in
 * view, and a verifier before that film. And the portrait on the inspector's screen is the signed one.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { readOwnCard } from '../../src/credential/read-own-card.ts';
import { worldFolder } from './support/app-server.ts';
import { type Picture, pictureOfPng } from './support/picture.ts';
import type { SceneOptions } from './support/scene.ts';
import { expect, expectVerdict, test } from './support/test.ts';

const filmed = 21;

/** The QR at 26, 40 and 58 % of the frame's width; each blurred, tilted, noisy in its own way. */
const scenes: readonly SceneOptions[] = [
  {
    width: 1280,
    height: 720,
    share: 0.26,
    tilt: 10,
    roll: 5,
    blur: 0.8,
    noise: 5,
    shift: { x: 60, y: 0 },
    seed: 1,
  },
  {
    width: 1280,
    height: 720,
    share: 0.4,
    tilt: 14,
    roll: -6,
    blur: 1.1,
    noise: 8,
    shift: { x: -80, y: 30 },
    seed: 2,
  },
  {
    width: 1280,
    height: 960,
    share: 0.58,
    tilt: 6,
    roll: 3,
    blur: 1.2,
    noise: 10,
    shift: { x: 0, y: 0 },
    seed: 3,
  },
];

interface Film {
  readonly pictures: readonly Picture[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly signings: ReadonlySet<string | null>;
}

/** Photographs the card page's code once a second. */
async function film(page: Page): Promise<Film> {
  const code = page.locator('[data-signed-at]');
  await expect(code).toBeVisible();
  const startedAt = Date.now();
  const shots: Buffer[] = [];
  const signings = new Set<string | null>();
  for (let second = 0; second < filmed; second++) {
    shots.push(await code.screenshot());
    signings.add(await code.getAttribute('data-signed-at'));
    await page.waitForTimeout(Math.max(0, startedAt + (second + 1) * 1000 - Date.now()));
  }
  return { pictures: await Promise.all(shots.map(pictureOfPng)), startedAt, signings };
}

test('a filmed live card is granted, and its painted portrait is the signed one', async ({
  app,
  record,
  openBrowser,
}) => {
  test.setTimeout(240_000);
  const card = await openBrowser('missing', 'card');
  await card.page.goto(`${app.url}card.html#valid`);
  const { pictures, startedAt, signings } = await film(card.page);
  expect(signings.size).toBeGreaterThanOrEqual(2);
  await card.context.close();

  for (const [index, scene] of scenes.entries()) {
    const video = record(pictures, scene);
    const { context, page } = await openBrowser({ video }, `verifier-${index}`);
    // The film is a little old when it is shown: the page's clock goes back to when it was taken.
    await page.addInitScript((back) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - back;
    }, Date.now() - startedAt);
    await page.goto(app.url);
    await expectVerdict(page, 'accepted', 'valid', 'granted');
    await page.getByRole('button', { name: 'Zatrzymaj' }).click();
    expect(await differingPixels(page, signedPicture('valid'))).toBe(0);
    await context.close();
  }
});

/** The data URI that the issuer signed for a specimen. */
function signedPicture(id: string): string {
  const file = path.join(worldFolder, 'holders', `${id}.json`);
  const { credential } = JSON.parse(readFileSync(file, 'utf8')) as { credential: string };
  const picture = readOwnCard(credential)?.picture;
  if (!picture) throw new Error(`${id} has no picture`);
  return picture;
}

/** Compares the painted portrait with a picture, pixel by pixel. */
const differingPixels = (page: Page, dataUri: string): Promise<number> =>
  page.evaluate(async (signed) => {
    const painted = document.querySelector<HTMLImageElement>('[data-verdict] img');
    if (!painted) throw new Error('no portrait');
    await painted.decode();
    const reference = new Image();
    reference.src = signed;
    await reference.decode();
    const [a, b] = [painted, reference].map((image) => {
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, canvas.width, canvas.height).data;
    });
    if (!a || !b || a.length !== b.length || a.length === 0) throw new Error('sizes differ');
    return a.filter((value, index) => value !== b[index]).length;
  }, dataUri);
