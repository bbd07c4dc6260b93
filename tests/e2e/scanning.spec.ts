/**
 * What is held before the camera of the built app, and what becomes of it: codes that are hard to read,
 * several, none for long, broken ones; and a decoding worker that throws or hangs at a frame. What the
 * pipeline reads in numbers is the bench's; hints and other screens are scan-screen.spec.ts's.
 */
import type { BrowserContext, Page } from 'playwright';
import { qrTextOf } from './support/app-server.ts';
import { installCanvasCamera, showBeforeCamera } from './support/canvas-camera.ts';
import { type Picture, pictureOfQr } from './support/picture.ts';
import type { SceneOptions } from './support/scene.ts';
import { expect, expectVerdict, steadyScene, test } from './support/test.ts';

/** A grant, whatever other verdict it takes the place of. */
const expectGrant = (page: Page): Promise<void> =>
  expect(page.locator('[data-verdict="accepted"]')).toHaveAttribute('data-entitlement', 'granted');

const scanScreen = (page: Page) => page.locator('[data-screen="scan"]');

const scenes: readonly (readonly [name: string, scene: Partial<SceneOptions>])[] = [
  ['with two and a half pixels a module', { share: 0.21, blur: 0.4, noise: 3 }],
  ['tiny', { share: 0.15, blur: 0.3, noise: 2, tilt: 2 }],
  ['tilted', { share: 0.4, tilt: 38, turn: 12 }],
  ['turned upside down', { share: 0.4, roll: 178 }],
  ['in dim light', { share: 0.4, light: 0.35, noise: 7 }],
  ['out of focus', { share: 0.45, blur: 2.4 }],
  ['moved while the shutter is open', { share: 0.45, motion: { x: 5, y: 0 }, blur: 0.5 }],
  [
    'with a lamp beside it',
    { share: 0.4, glare: [{ x: 250, y: -120, radius: 90, strength: 200 }] },
  ],
];

for (const [name, scene] of scenes)
  test(`a card ${name} is judged`, async ({ app, record, openBrowser }) => {
    const picture = pictureOfQr(await qrTextOf('valid'), { modulePixels: 4 });
    const { page } = await openBrowser({ video: record(picture, { ...steadyScene, ...scene }) });
    await page.goto(app.url);
    await expectGrant(page);
  });

test('a card beside a ticket is judged', async ({ app, record, openBrowser }) => {
  const card = pictureOfQr(await qrTextOf('valid'), { modulePixels: 4 });
  const ticket = pictureOfQr('https://ticket.example/OKAZ', { modulePixels: 8 });
  const scene = { ...steadyScene, share: 0.8 };
  const { page } = await openBrowser({ video: record(putBeside(card, ticket), scene) });
  await page.goto(app.url);
  await expectGrant(page);
});

test('after a minute without a code a card is judged', { tag: '@long' }, async ({
  app,
  openBrowser,
}) => {
  test.setTimeout(150_000);
  const { context, page } = await openBrowser('missing');
  await installCanvasCamera(context);
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-camera', 'live');
  await page.waitForTimeout(60_000);
  await expect(scanScreen(page)).toHaveAttribute('data-camera', 'live');
  await expect(scanScreen(page)).toHaveAttribute('data-hint', 'none');
  await showBeforeCamera(page, await qrTextOf('valid'));
  await expectGrant(page);
});

test('a code that does not read is never admitted, and the next card is judged', async ({
  app,
  openBrowser,
}) => {
  const { context, page } = await openBrowser('missing');
  await installCanvasCamera(context);
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-lists', 'fresh');
  await showBeforeCamera(page, await qrTextOf('valid'), scramble);
  await expectVerdict(page, 'unreadable', 'no-decode', null);
  await showBeforeCamera(page, await qrTextOf('valid'));
  await expectGrant(page);
});

for (const [fault, deed] of [
  ['throws', 'throw new Error("poisoned")'],
  ['hangs', 'for (;;);'],
] as const)
  test(`a worker that ${fault} at a frame is replaced, and the next card is judged by the same engine`, async ({
    app,
    openBrowser,
  }) => {
    const { context, page } = await openBrowser('missing');
    await installCanvasCamera(context);
    await poisonBlackFrames(context, deed);
    await page.goto(app.url);
    await expect(scanScreen(page)).toHaveAttribute('data-lists', 'fresh');
    await expect(scanScreen(page)).toHaveAttribute('data-camera', 'live');
    const replacement = page.waitForEvent('worker');
    await page.evaluate(() => {
      (globalThis as { showRows?: (rows: readonly string[]) => void }).showRows?.(['1']);
    });
    await replacement;
    await showBeforeCamera(page, null);
    await expect(scanScreen(page)).toHaveAttribute('data-engine', 'zxing-wasm');
    await showBeforeCamera(page, await qrTextOf('valid'));
    await expectGrant(page);
  });

/** Two pictures on one wall. */
function putBeside(left: Picture, right: Picture): Picture {
  const gap = 40;
  const width = left.width + gap + right.width;
  const height = Math.max(left.height, right.height);
  const luma = new Uint8Array(width * height).fill(170);
  for (const [picture, x] of [
    [left, 0],
    [right, left.width + gap],
  ] as const)
    for (let y = 0; y < picture.height; y++)
      luma.set(picture.luma.subarray(y * picture.width, (y + 1) * picture.width), y * width + x);
  return { width, height, luma };
}

/** Turns the middle of a code to rubbish; its finder patterns stay. */
const scramble = (rows: readonly string[]): readonly string[] =>
  rows.map((row, y) =>
    y < rows.length * 0.3 || y > rows.length * 0.7
      ? row
      : [...row]
          .map((module, x) => (x > 16 && (x * 7 + y * 13 + x * y) % 5 < 2 ? '1' : module))
          .join(''),
  );

/** Makes the decoding worker do a deed where the engine is given a frame that is black in the middle. */
const poisonBlackFrames = (context: BrowserContext, deed: string): Promise<unknown> =>
  context.route('**/decoder.worker-*.js', async (route) => {
    const response = await route.fetch();
    const isPoison = `(frame) => frame.length > 200_000 &&
      Array.from({ length: 50 }, (_, at) => frame[(frame.length >> 1) + 13 * at]).every((luma) => luma < 40)`;
    const prelude = `{ const isPoison = ${isPoison}; const set = Uint8Array.prototype.set;
      Uint8Array.prototype.set = function (frame, ...more) { if (isPoison(frame)) { ${deed} } return set.call(this, frame, ...more); }; }\n`;
    await route.fulfill({ response, body: prelude + (await response.text()) });
  });
