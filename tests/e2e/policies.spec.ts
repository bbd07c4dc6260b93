/**
 * Discounts: chosen up to three at once, changed with one tap over the camera's picture, confirmed at a
 * shift's start, made by the venue itself; and the day from which a version decides nothing.
 */
import type { Page } from 'playwright';
import { showBeforeCamera } from './support/canvas-camera.ts';
import { expect, openRestored, openSynced, test } from './support/lists-test.ts';
import { expectVerdict } from './support/test.ts';

const scanScreen = (page: Page) => page.locator('[data-screen="scan"]');
const rows = (page: Page) => page.locator('.policy-row');
const box = (page: Page, id: string) => page.locator(`[data-policy="${id}"] input`);
const places = (page: Page) =>
  rows(page).evaluateAll((each) =>
    each
      .map((row) => (row as HTMLElement).dataset)
      .filter(({ place }) => place !== '0')
      .sort((one, other) => Number(one.place) - Number(other.place))
      .map(({ policy }) => policy),
  );
const openPolicies = (page: Page) => page.locator('.top-bar .chip').first().click();

test('three discounts at once, a fourth refused, the last one kept, and one tap to change', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await openPolicies(page);
  expect(await places(page)).toEqual(['rail-student-51']);
  await box(page, 'rail-student-51').click();
  await expect(page.locator('[data-refusal="last-one"]')).toBeVisible();
  await expect(box(page, 'rail-student-51')).toBeChecked();
  await box(page, 'bus-pupil-49-monthly').check();
  await box(page, 'city-student-50').check();
  await box(page, 'state-museum-reduced').click();
  await expect(page.locator('[data-refusal="too-many"]')).toBeVisible();
  await expect(box(page, 'state-museum-reduced')).not.toBeChecked();
  await page.getByRole('button', { name: /Na początek: Komunikacja/ }).click();
  const chosen = ['city-student-50', 'rail-student-51', 'bus-pupil-49-monthly'];
  expect(await places(page)).toEqual(chosen);

  await page.getByRole('button', { name: 'Wróć do skanowania' }).click();
  const bar = page.getByRole('navigation', { name: 'Szybki wybór ulgi' });
  await expect(bar.getByRole('button')).toHaveCount(4);
  await expect(bar.getByRole('button', { pressed: true })).toHaveText('Razem');
  await bar.getByRole('button', { name: /Autobus, uczeń/ }).click();
  await expect(bar.getByRole('button', { pressed: true })).toHaveText(/Autobus, uczeń/);
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'denied:wrong-document');

  await openRestored(page, lists.url);
  await expect(bar.getByRole('button', { pressed: true })).toHaveText(/Autobus, uczeń/);
  await bar.getByRole('button', { name: 'Razem' }).click();
  await openPolicies(page);
  expect(await places(page)).toEqual(chosen);
});

test('a shift begins with its discount confirmed, and scanning does not wait for that', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const confirm = page.getByRole('button', { name: 'Potwierdź' });
  await expect(confirm).toBeVisible();
  await showBeforeCamera(page, await lists.signCode('revoked'));
  await expectVerdict(page, 'rejected', 'revoked', null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  await confirm.click();
  await expect(confirm).toHaveCount(0);
  await expect(scanScreen(page)).toBeVisible();
});

test('a discount of the venue’s own is made, judged by, changed and taken away', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const own = page.locator('[data-screen="own-policy"]');
  await openPolicies(page);
  await page.getByRole('button', { name: /Dopasuj do regulaminu: Muzeum/ }).click();
  await expect(page.getByLabel('Do ilu lat')).toHaveValue('26');
  await page.getByRole('button', { name: 'Zapisz ulgę' }).click();
  await expect(own).toHaveAttribute('data-problems', 'name-missing');
  await expect(page.getByLabel('Nazwa')).toBeFocused();
  await page.getByLabel('Nazwa').fill('Muzeum Okazów');
  await page.getByLabel('Legitymacja szkolna').check();
  await page.getByLabel(/^Włącznie/).check();
  await expect(page.locator('[data-audience]')).toContainText('do dnia przed 27. urodzinami');
  await page.getByRole('button', { name: 'Zapisz ulgę' }).click();

  await page.getByRole('checkbox', { name: /Muzeum Okazów/ }).check();
  await box(page, 'rail-student-51').uncheck();
  await page.getByRole('button', { name: 'Wróć do skanowania' }).click();
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'denied:wrong-document');
  await showBeforeCamera(page, null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();

  await openPolicies(page);
  await page.getByRole('button', { name: 'Zmień: Muzeum Okazów' }).click();
  await page.getByLabel('Każda legitymacja').check();
  await page.getByRole('button', { name: 'Zapisz ulgę' }).click();
  await page.getByRole('button', { name: 'Wróć do skanowania' }).click();
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'granted');
  await showBeforeCamera(page, null);
  await expect(scanScreen(page)).toBeVisible();

  await openPolicies(page);
  await page.getByRole('button', { name: 'Zmień: Muzeum Okazów' }).click();
  await page.getByRole('button', { name: 'Usuń ulgę' }).click();
  await page.getByRole('button', { name: 'Usuń', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /Muzeum Okazów/ })).toHaveCount(0);
  expect(await places(page)).toEqual(['rail-student-51']);
});

test('a device that has never had lists says so without any tap, with the way to get them', async ({
  lists,
  openDevice,
}) => {
  const device = await openDevice();
  const { page } = device;
  lists.board.turnOn('offline');
  await page.goto(lists.url);
  await expect(scanScreen(page)).toHaveAttribute('data-lists', 'missing');
  await expect(page.getByRole('button', { name: 'Pobierz', exact: true })).toBeVisible();
  await expect(page.locator('.shift-strip')).toHaveCount(0);
  lists.board.turnOff();
  await openSynced(device, lists);
});
