/**
 * What goes wrong around a check ends in a named state on the screen; lists that were there stay.
 */
import type { Page } from 'playwright/test';
import { mleg, worldFolder } from './support/app-server.ts';
import { withdrawCamera } from './support/fake-camera.ts';
import { blankPicture, expect, test } from './support/test.ts';

const scanScreen = (page: Page) => page.locator('[data-screen="scan"]');

test('a refused camera is named', async ({ app, openBrowser }) => {
  const { page } = await openBrowser('refused');
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-camera', 'camera-refused');
  await expect(page.getByText('camera-refused')).toBeVisible();
});

test('a missing camera is named', async ({ app, openBrowser }) => {
  const { page } = await openBrowser('missing');
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-camera', 'camera-missing');
});

test('a camera taken away in mid-scan is named', async ({ app, record, openBrowser }) => {
  const { page } = await openBrowser({ video: record(blankPicture) });
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-camera', 'live');
  await withdrawCamera(page);
  await expect(scanScreen(page)).toHaveAttribute('data-camera', /^camera-(?:lost|refused)$/);
});

test('an unreachable feed at the first start says that lists are missing', async ({
  app,
  record,
  openBrowser,
}) => {
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await context.route('**/feed/**', (route) => route.abort());
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-sync', 'feed-unreachable');
  await expect(scanScreen(page)).toHaveAttribute('data-lists', 'missing');
});

test('a truncated status list is named, and the lists had before stay', async ({
  app,
  record,
  openBrowser,
}) => {
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-sync', 'done');
  // A changed card makes a status list that this device does not have yet.
  mleg('suspend', worldFolder, '--id', 'other-school');
  try {
    await context.route('**/feed/status/**', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).slice(0, -40);
      await route.fulfill({ contentType: 'application/jwt', body });
    });
    await page.reload();
    await expect(scanScreen(page)).toHaveAttribute('data-sync', 'feed-truncated');
    await expect(scanScreen(page)).toHaveAttribute('data-lists', 'fresh');
  } finally {
    mleg('restore', worldFolder, '--id', 'other-school');
  }
});

test('a page in place of the feed is named, and the lists had before stay', async ({
  app,
  record,
  openBrowser,
}) => {
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-sync', 'done');
  await context.route('**/feed/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Wi-Fi</title>' }),
  );
  await page.reload();
  await expect(scanScreen(page)).toHaveAttribute('data-sync', 'feed-wrong-type');
  await expect(scanScreen(page)).toHaveAttribute('data-lists', 'fresh');
});

test('a manifest signed by somebody else is named, and the lists had before stay', async ({
  app,
  record,
  openBrowser,
}) => {
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await page.goto(app.url);
  await expect(scanScreen(page)).toHaveAttribute('data-sync', 'done');
  await context.route('**/feed/manifest.jwt', async (route) => {
    // Without its entity tag, so that there is a body to alter.
    const { 'if-none-match': _tag, ...headers } = route.request().headers();
    const response = await route.fetch({ headers });
    const [header = '', payload = '', signature = ''] = (await response.text()).split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    await route.fulfill({
      contentType: 'application/jwt',
      body: `${header}.${payload}.${other}${signature.slice(1)}`,
    });
  });
  await page.reload();
  await expect(scanScreen(page)).toHaveAttribute('data-sync', 'feed-bad-signature');
  await expect(scanScreen(page)).toHaveAttribute('data-lists', 'fresh');
});

for (const [global, missing] of [
  ['indexedDB', 'indexed-db'],
  ['Worker', 'web-worker'],
] as const)
  test(`a browser without ${global} is told so`, async ({ app, openBrowser }) => {
    const { page } = await openBrowser('missing');
    await page.addInitScript((name) => {
      Object.defineProperty(globalThis, name, { value: undefined });
    }, global);
    await page.goto(app.url);
    await expect(page.locator('[data-screen="unsupported-browser"]')).toContainText(missing);
  });

for (const [name, missing] of [
  ['serviceWorker', 'service-worker'],
  ['mediaDevices', 'camera'],
] as const)
  test(`a browser without navigator.${name} is told so`, async ({ app, openBrowser }) => {
    const { page } = await openBrowser('missing');
    await page.addInitScript((property) => {
      delete (Navigator.prototype as unknown as Record<string, unknown>)[property];
    }, name);
    await page.goto(app.url);
    await expect(page.locator('[data-screen="unsupported-browser"]')).toContainText(missing);
  });
