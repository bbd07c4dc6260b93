/**
 * A new version waits until the inspector lets it in; the app that is open goes on as it was.
 */
import { startApp } from './support/app-server.ts';
import { blankPicture, expect, test } from './support/test.ts';

test('a new version is offered on the scan screen, and taken when agreed to', async ({
  record,
  openBrowser,
}) => {
  test.setTimeout(150_000);
  const first = await startApp(4275);
  const { page } = await openBrowser({ video: record(blankPicture) });
  await page.goto(first.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await first.stop();

  // Built anew, at a later time: another version.
  const second = await startApp(4275);
  await page.reload();
  const offer = page.getByRole('button', { name: 'Odśwież' });
  await expect(offer).toBeVisible();
  const scriptOf = () => page.locator('script[type="module"]').first().getAttribute('src');
  const before = await scriptOf();
  await offer.click();
  await expect.poll(scriptOf).not.toBe(before);
  await expect(page.locator('[data-screen="scan"]')).toHaveAttribute('data-camera', 'live');
  await second.stop();
});
