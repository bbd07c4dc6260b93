/**
 * A shift on the built app: what was checked is counted, outlives a reload, and can be taken away; a
 * record can be read from another device; the passenger is shown three languages and no person.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { expect, openRestored, test } from './support/lists-test.ts';
import { openPage } from './support/open-page.ts';
import { readQr } from './support/read-qr.ts';

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name }).click();

async function check(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    const how = { bubbles: true, cancelable: true, clipboardData: data };
    document.body.dispatchEvent(new ClipboardEvent('paste', how));
  }, text);
  await page.locator('[data-verdict]').waitFor();
}

const countsOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-outcome] >> visible=true')
    .evaluateAll((cells) =>
      cells.filter(({ tagName }) => tagName === 'DD').map(({ textContent }) => textContent ?? ''),
    );

async function readShownQr(page: Page): Promise<string | null> {
  const picture = await page.locator('.record-qr svg').screenshot();
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readQr({ width: info.width, height: info.height, luma: new Uint8Array(data) });
}

test('a shift is counted, kept over a reload, and taken away as a table', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await openPage(page, 'Zmiana i zapisy');
  await press(page, 'Zacznij zmianę');
  await expect(page.locator('[data-shift="running"]')).toBeVisible();
  await check(page, await lists.signCode('revoked'));
  await press(page, 'Skanuj dalej');
  await check(page, await lists.signCode('valid-over-26'));
  await openRestored(page, lists.url);
  await openPage(page, 'Zmiana i zapisy');
  expect(await countsOf(page)).toEqual(['0', '1', '1', '0', '0', '0']);
  await expect(page.getByRole('table', { name: 'Kontrole według godzin' })).toBeAttached();
  const saved = page.waitForEvent('download');
  await press(page, 'Zapisz tabelę (CSV)');
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^zmiana-\d{4}-\d\d-\d\d\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toMatch(
    /^\uFEFFDzień;Godzina;.*\r\n\d{4}-\d\d-\d\d;\d\d:00;0;\d;\d;0;0;0;\d\r\n/u,
  );
  await press(page, 'Zakończ zmianę');
  await expect(page.locator('[data-shift="ended"]')).toBeVisible();
  await press(page, 'Wznów tę zmianę');
  await expect(page.locator('[data-shift="running"]')).toBeVisible();

  const number = await page.locator('[data-record]').last().getAttribute('data-record');
  await page.locator('[data-record]').last().click();
  const line = await readShownQr(page);
  expect(line?.replace('-', '')).toContain(`MLEGREC1:${number}:`);
  expect(line).toContain(':REJECTED:REVOKED:-:RAIL-STUDENT-51.');
});

test('the passenger is shown three languages and no person', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await check(page, await lists.signCode('valid-over-26'));
  const name = await page.locator('.facts-name').evaluate((shown) => shown.firstChild?.textContent);
  await press(page, 'Pokaż pasażerowi');
  const shown = page.locator('[data-screen="passenger"]');
  await expect(shown.locator('section[lang]')).toHaveCount(3);
  expect(await shown.locator('h2').allTextContents()).toHaveLength(3);
  expect(name).toMatch(/\S/);
  expect(await page.content()).not.toContain(name);
  await expect(page.locator('img')).toHaveCount(0);
  await shown.getByRole('button').click();
  await expect(page.locator('[data-verdict="accepted"]')).toBeVisible();
});
