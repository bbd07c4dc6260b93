/**
 * Offline is the normal case: no server, a browser closed and opened again, and still a verdict,
 * without a single request. What a sync brings counts at once.
 */
import { mleg, qrTextOf, startApp, worldFolder } from './support/app-server.ts';
import { pictureOfQr } from './support/picture.ts';
import { blankPicture, expect, expectVerdict, test } from './support/test.ts';

const seconds = <T>(count: number, picture: T): readonly T[] =>
  Array.from({ length: count }, () => picture);

test('judges without a server, in a browser closed and opened again, without a request', async ({
  record,
  openBrowser,
}) => {
  const server = await startApp(4274);
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await page.goto(server.url);
  await expect(page.locator('[data-screen="scan"]')).toHaveAttribute('data-sync', 'done');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.close();
  await server.stop();

  for (const [id, kind, reason, entitlement] of [
    ['valid', 'accepted', 'valid', 'granted'],
    ['revoked', 'rejected', 'revoked', null],
  ] as const) {
    const code = pictureOfQr(await qrTextOf(id), { modulePixels: 4 });
    const video = record([...seconds(6, blankPicture), ...seconds(6, code)]);
    const reopened = await openBrowser({ video });
    const engineLoaded = reopened.context.waitForEvent('response', (response) =>
      response.url().endsWith('.wasm'),
    );
    await reopened.page.goto(server.url);
    await engineLoaded;
    const scan = reopened.page.locator('[data-screen="scan"]');
    await expect(scan).toHaveAttribute('data-sync', 'feed-unreachable');
    await expect(scan).toHaveAttribute('data-lists', 'fresh');
    const requests: string[] = [];
    reopened.context.on('request', (request) => requests.push(request.url()));
    await expectVerdict(reopened.page, kind, reason, entitlement);
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    await reopened.context.close();
  }
});

test('a card revoked by the issuer is revoked after a sync', async ({
  app,
  record,
  openBrowser,
}) => {
  const code = pictureOfQr(await qrTextOf('valid'), { modulePixels: 4 });
  const { context, page } = await openBrowser({ video: record(code) });
  await page.goto(app.url);
  await expectVerdict(page, 'accepted', 'valid', 'granted');
  await context.close();

  mleg('revoke', worldFolder, '--id', 'valid');
  try {
    const anew = pictureOfQr(await qrTextOf('valid'), { modulePixels: 4 });
    const video = record([...seconds(5, blankPicture), ...seconds(5, anew)]);
    const { page: again } = await openBrowser({ video });
    await again.goto(app.url);
    await expect(again.locator('[data-screen="scan"]')).toHaveAttribute('data-sync', 'done');
    await expectVerdict(again, 'rejected', 'revoked', null);
  } finally {
    mleg('restore', worldFolder, '--id', 'valid');
  }
});
