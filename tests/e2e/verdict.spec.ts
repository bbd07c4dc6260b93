/**
 * The verdict's own deeds in the built app: what eyes add, the held portrait, the name in full, what is
 * taken when the app leaves the front, and that what leads fits the smallest usual phone. What each
 * verdict says is the unit tests'.
 */
import type { Page } from 'playwright';
import { languages } from '../../src/verifier/i18n/language.ts';
import { firstSettings, type Settings } from '../../src/verifier/models/settings.ts';
import { textsOf } from '../fixtures/texts.ts';
import type { ListsServer } from './support/lists-server.ts';
import { expect, test } from './support/lists-test.ts';

const verdict = (page: Page) => page.locator('[data-verdict]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function open(page: Page, lists: ListsServer, changed: Partial<Settings>): Promise<void> {
  const settings = { ...firstSettings, returnAfter: 5, ...changed };
  await page.evaluate(
    (record) => localStorage.setItem('mleg.settings', record),
    JSON.stringify(settings),
  );
  await page.goto(lists.url);
  await page.locator('[data-lists="fresh"]').waitFor();
  await page.locator('input[aria-hidden="true"]').waitFor({ state: 'attached' });
}

async function show(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const how = { bubbles: true, cancelable: true, clipboardData: data };
    document.body.dispatchEvent(new ClipboardEvent('paste', how));
  }, code);
  await verdict(page).waitFor();
}

test('a bearer is compared, denied and taken back by one tap each', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await show(page, await lists.signCode('valid-no-portrait'));
  await expect(verdict(page)).toHaveAttribute('data-look', 'undecided');
  await button(page, 'TO INNA OSOBA').click();
  await expect(verdict(page)).toHaveAttribute('data-look', 'denied');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('INNA OSOBA');
  await button(page, 'TO JEDNAK TA OSOBA').click();
  await expect(verdict(page)).toHaveAttribute('data-look', 'undecided');
  await button(page, 'PORÓWNANO Z DOKUMENTEM').click();
  await expect(verdict(page)).toHaveAttribute('data-look', 'granted');
  await expect(page.locator('[data-screen="scan"]')).toBeVisible();
});

test('a portrait is large while it is held, a name full once tapped, and both go with the app', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await show(page, await lists.signCode('valid-over-26'));
  const portrait = page.getByRole('button', { name: 'przytrzymaj, aby powiększyć' });
  const width = async () => (await portrait.getByRole('img').boundingBox())?.width;
  expect(await width()).toBeLessThanOrEqual(96);
  await portrait.hover();
  await page.mouse.down();
  expect(await width()).toBe(360);
  await page.mouse.up();
  expect(await width()).toBeLessThanOrEqual(96);
  await portrait.focus();
  await page.keyboard.down('Space');
  expect(await width()).toBe(360);
  await page.keyboard.up('Space');
  expect(await width()).toBeLessThanOrEqual(96);
  const name = page.getByRole('button', { name: 'pokaż w całości' });
  const short = (await name.textContent()) ?? '';
  await name.click();
  await expect(page.locator('.facts-name')).not.toContainText(short.split(',')[0] ?? '');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page.locator('.verdict-person')).toHaveCount(0);
  await expect(verdict(page)).toHaveAttribute('data-entitlement', 'denied:over-age');
  await expect(page.getByText(/zapis\s\w{4}-\w{4}/)).toBeVisible();
});

test('in a kiosk a guest sees shape and word, and nothing of the person', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await open(page, lists, { kiosk: true });
  await show(page, await lists.signCode('valid'));
  await expect(verdict(page)).toHaveText(/^\s*ULGA\s*SKANUJ DALEJ\s*OKAZ\s*$/);
  await expect(page.getByRole('img')).toHaveCount(0);
});

test('what leads fits 360 × 640 without scrolling, in every language', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  for (const language of languages) {
    await open(page, lists, { language });
    for (const card of ['valid', 'pupil', 'valid-no-portrait', 'revoked', 'unknown-issuer']) {
      await show(page, await lists.signCode(card));
      const below = await page.evaluate(() => {
        const sheet = document.querySelector('.verdict-sheet') as HTMLElement;
        return sheet.scrollHeight - sheet.clientHeight;
      });
      expect([language, card, below]).toEqual([language, card, 0]);
      const next = button(page, textsOf[language].verdict.scanOn);
      expect((await next.boundingBox())?.height).toBeGreaterThanOrEqual(96);
      await next.click();
    }
  }
});
