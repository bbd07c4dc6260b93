/**
 * Installing, news of an update, and the report for support: what the app says of itself.
 */
import type { Page } from 'playwright';
import packageJson from '../../package.json' with { type: 'json' };
import { expect, test } from './support/lists-test.ts';
import { openPage } from './support/open-page.ts';

/** Has the page offered to be installed, as a browser does; tells how often it was then asked to. */
const offerInstall = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.dataset.asked = '0';
    dispatchEvent(
      Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt() {
          document.documentElement.dataset.asked = '1';
          return Promise.resolve({ outcome: 'accepted' });
        },
      }),
    );
  });

test('installs by one tap when the browser offered it before the screen was opened', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await offerInstall(page);
  await openPage(page, 'Instalacja');
  const screen = page.locator('[data-screen="install"]');
  await expect(screen).toHaveAttribute('data-install', 'askable');
  await page.getByRole('button', { name: 'Zainstaluj teraz' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', '1');
  await expect(screen).toHaveAttribute('data-install', 'by-hand');
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  await expect(screen).toHaveAttribute('data-install', 'installed');
});

test('copies a report for support, or shows it where the clipboard is closed', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await openPage(page, 'O aplikacji');
  const screen = page.locator('[data-screen="about"]');
  await expect(page.locator('[data-fact="service-worker"] dd')).not.toHaveText('–');
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.documentElement.dataset.report = text;
      return Promise.resolve();
    };
  });
  await page.getByRole('button', { name: 'Kopiuj dla pomocy' }).click();
  const button = screen.locator('[data-copy]');
  await expect(button).toHaveAttribute('data-copy', 'copied');
  const report = (await page.locator('html').getAttribute('data-report')) ?? '';
  expect(report).toContain(`version: ${packageJson.version}\n`);
  expect(report).toMatch(/^lists: fresh$/mu);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Skopiowano' }).click();
  await expect(button).toHaveAttribute('data-copy', 'by-hand');
  const field = page.getByRole('textbox');
  await expect(field).toBeFocused();
  expect(await field.inputValue()).toContain(`version: ${packageJson.version}\n`);
});

test('tells once after an update what is new, in the menu', async ({ openSyncedDevice }) => {
  const { page } = await openSyncedDevice();
  await page.evaluate(() => localStorage.setItem('mleg.news', '{"version":"0.0.9"}'));
  await page.reload();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const note = page.locator('[data-news]');
  await note.click();
  await expect(page.locator('[data-screen="about"]')).toBeVisible();
  await page.getByRole('button', { name: 'Wróć do menu' }).click();
  await expect(page.locator('[data-screen="menu"]')).toBeVisible();
  await expect(note).toHaveCount(0);
});
