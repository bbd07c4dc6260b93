/**
 * The check by eye: one tap from scanning, one question on a screen, always labelled, and never a
 * verdict. With a network it leads to the official check, which opens apart from the app.
 */
import type { Page } from 'playwright';
import { expect, test } from './support/lists-test.ts';

const stage = (page: Page, name: 'kinds' | 'step' | 'end') =>
  page.locator(`[data-screen="by-eye"][data-stage="${name}"]`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const label = (page: Page) => page.getByText('Ocena wzrokowa. Nie potwierdza ważności.');

test('leads from scanning through every question to the own decision, and back', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await press(page, 'Wzrokowo');
  await expect(stage(page, 'kinds')).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  await press(page, 'Plastikowa legitymacja studencka');

  const asked = new Set<string>();
  for (let left = 4; left > 0; left--) {
    await expect(stage(page, 'step')).toBeVisible();
    const question = page.getByRole('heading', { level: 1 });
    await expect(question).toBeFocused();
    asked.add((await question.textContent()) ?? '');
    await expect(label(page)).toBeInViewport();
    await press(page, left === 2 ? 'Nie lub nie widać' : 'Tak');
  }
  expect(asked.size).toBe(4);
  await expect(stage(page, 'end')).toContainText('Nie wszystko się zgadza.');
  await expect(label(page)).toBeInViewport();
  await expect(page.locator('[data-verdict]')).toHaveCount(0);

  await press(page, 'Wróć do skanowania');
  await expect(page.locator('[data-screen="scan"]')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(kept);
});

test('takes an answer back, and goes back to the choice from the first question', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await press(page, 'Wzrokowo');
  await press(page, 'ISIC, dokument międzynarodowy');
  const question = page.getByRole('heading', { level: 1 });
  const first = (await question.textContent()) ?? '';
  await press(page, 'Tak');
  await expect(question).not.toHaveText(first);
  await press(page, 'Krok wstecz');
  await expect(question).toHaveText(first);
  await press(page, 'Krok wstecz');
  await expect(stage(page, 'kinds')).toBeVisible();
});

test('offers the official check with a network only, apart from the app and without a referrer', async ({
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  await press(page, 'Wzrokowo');
  const link = page.getByRole('link', { name: 'Otwórz weryfikator mObywatela' });
  await expect(link).toHaveAttribute('href', 'https://weryfikator.mobywatel.gov.pl/');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noreferrer');
  await context.setOffline(true);
  await expect(link).toHaveCount(0);
  await expect(page.getByText('To sprawdzenie wymaga internetu.')).toBeVisible();
  await context.setOffline(false);
  await expect(link).toBeVisible();
});
