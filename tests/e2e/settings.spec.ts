/**
 * Settings and fleet on the built app: the PIN before the settings, an operator's link by address and by
 * camera, the kiosk that a guest cannot leave, and beginning anew without a network.
 */
import type { Page } from 'playwright';
import { makeEnrolment } from '../../src/issuer/enrolment.ts';
import { worldFolder } from './support/app-server.ts';
import { showBeforeCamera } from './support/canvas-camera.ts';
import { expect, test } from './support/lists-test.ts';
import { openPage } from './support/open-page.ts';

const scanScreen = (page: Page) => page.locator('[data-screen="scan"]');
const settings = (page: Page) => page.locator('[data-screen="settings"]');
const gate = (page: Page) => page.locator('[data-screen="gate"]');
const enrolment = (page: Page) => page.locator('[data-screen="enrolment"]');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** An operator's link without its address, signed so many seconds ago. */
async function signEnrolment(set: object, ago = 0): Promise<string> {
  const iat = Math.floor(Date.now() / 1000) - ago;
  const made = await makeEnrolment(worldFolder, { ...set }, iat, iat + 3600);
  if (!made.ok) throw new Error(made.failure);
  return `#enrol=${made.value}`;
}

/** Sets a PIN on the settings screen and gives the recovery code. */
async function setPin(page: Page, pin: string): Promise<string> {
  await press(page, 'Ustaw PIN');
  await page.getByLabel('Nowy PIN', { exact: true }).fill(pin);
  await page.getByLabel('Nowy PIN jeszcze raz').fill(pin);
  await press(page, 'Zapisz PIN');
  const code = await page.locator('.recovery-code').innerText();
  await press(page, 'Kod zapisany');
  return code;
}

test('a PIN stands before the settings, wrong ones make everybody wait, and the code opens', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await openPage(page, 'Ustawienia');
  const code = await setPin(page, '4826');
  await page.reload();
  await openPage(page, 'Ustawienia');
  await expect(gate(page)).toHaveAttribute('data-gate', 'pin');
  for (const failure of ['pin-wrong', 'pin-wrong', 'pin-wrong']) {
    await page.getByLabel('Kod PIN').fill('0000');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Kod PIN')).toHaveValue('');
    await expect(gate(page)).toHaveAttribute('data-failure', failure);
  }
  await expect(page.getByRole('button', { name: 'Otwórz', exact: true })).toBeDisabled();
  await page.reload();
  await openPage(page, 'Ustawienia');
  await expect(page.getByRole('button', { name: 'Otwórz', exact: true })).toBeDisabled();
  await page.getByText('Nie pamiętam PIN').click();
  await page.getByLabel('Kod zapisany przy').fill(code.toLowerCase());
  await press(page, 'Otwórz kodem');
  await expect(settings(page)).toBeVisible();
  // The app goes to the background.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(gate(page)).toBeVisible();
});

test('an operator’s link is shown before it sets anything, and an older one never follows', async ({
  lists,
  openDevice,
}) => {
  const { page } = await openDevice();
  await page.goto(
    lists.url + (await signEnrolment({ policies: ['city-student-50'], isFixed: true })),
  );
  await expect(enrolment(page)).toHaveAttribute('data-enrolment', 'offered');
  expect(page.url()).toBe(lists.url);
  await expect(enrolment(page).getByText('Komunikacja miejska, student')).toBeVisible();
  await press(page, 'Zastosuj');
  await expect(scanScreen(page)).toContainText('Komunikacja miejska, student');
  await openPage(page, 'Ustawienia');
  await expect(page.getByRole('button', { name: 'Ustaw PIN' })).toHaveCount(0);
  const older = await signEnrolment({ policies: ['rail-student-51'] }, 600);
  await page.getByLabel('Link z').fill(lists.url + older);
  await press(page, 'Sprawdź link');
  await expect(enrolment(page)).toHaveAttribute('data-failure', 'enrolment-superseded');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, '#enrol=a.b.c');
  await expect(enrolment(page)).toHaveAttribute('data-failure', 'enrolment-malformed');
  expect(page.url()).toBe(lists.url);
});

test('an operator’s code before the camera is taken once, and a stranger’s sets nothing', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const link = await signEnrolment({ returnAfter: 5 });
  await showBeforeCamera(page, lists.url + link);
  await expect(enrolment(page)).toHaveAttribute('data-enrolment', 'offered');
  await press(page, 'Wróć do skanowania');
  await page.waitForTimeout(1000);
  await expect(scanScreen(page)).toBeVisible();
  const strange = link.slice(0, -4) + (link.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  await showBeforeCamera(page, lists.url + strange);
  await expect(enrolment(page)).toHaveAttribute(
    'data-failure',
    /enrolment-(bad-signature|malformed)/,
  );
});

test('a guest cannot leave a kiosk, whose verdicts leave by themselves', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await openPage(page, 'Ustawienia');
  await setPin(page, '4826');
  await page.getByLabel('Urządzenie stoi przodem').check();
  await expect(page.locator('html.kiosk')).toBeAttached();
  await press(page, 'Wróć do menu');
  await press(page, 'Wróć do skanowania');
  await expect(scanScreen(page).getByRole('button')).toHaveText(['Obsługa']);
  await page.reload();
  await expect(scanScreen(page)).toHaveAttribute('data-camera', 'live');
  await showBeforeCamera(page, lists.url + (await signEnrolment({ kiosk: false })));
  await expect(page.locator('[data-reason="not-a-card"]')).toBeVisible();
  await showBeforeCamera(page, null);
  await expect(scanScreen(page)).toBeVisible();
  await showBeforeCamera(page, await lists.signCode('revoked'));
  await expect(page.locator('[data-reason="revoked"]')).toBeVisible();
  await showBeforeCamera(page, null);
  await expect(scanScreen(page)).toBeVisible({ timeout: 4000 });
  await press(page, 'Obsługa');
  await expect(gate(page)).toHaveAttribute('data-gate', 'pin');
  await page.getByLabel('Kod PIN').fill('4826');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-screen="menu"]')).toBeVisible();
  await press(page, 'Wróć do skanowania');
  await press(page, 'Obsługa');
  await expect(gate(page)).toBeVisible();
});

test('beginning anew asks twice, needs no network, and leaves nothing', async ({
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await openPage(page, 'Ustawienia');
  await setPin(page, '4826');
  await page.evaluate(() => localStorage.setItem('mleg.settings /other/', 'not ours'));
  await context.setOffline(true);
  await press(page, 'Wyczyść aplikację');
  await press(page, 'Tak, wyczyść');
  await press(page, 'Wyczyść teraz');
  await expect(scanScreen(page)).toHaveAttribute('data-lists', 'missing');
  const kept = await page.evaluate(() => ({ ...localStorage }));
  expect(kept['mleg.settings /other/']).toBe('not ours');
  for (const name of ['mleg.lock', 'mleg.settings', 'mleg.shift', 'mleg.records', 'mleg.reset'])
    expect(kept[name]).toBeUndefined();
  const floors = page.evaluate(
    async () => (await (await caches.open('mleg-floors')).keys()).length,
  );
  expect(await floors).toBe(0);
  await openPage(page, 'Ustawienia');
  await expect(settings(page).locator('[data-pin="none"]')).toBeVisible();
});
