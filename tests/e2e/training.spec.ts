/** The training on the built app: eight checks without a network, and no trace of them afterwards. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { type TrainingId, trainingTasks } from '../../src/verifier/models/training-tasks.ts';
import { openPage } from './support/open-page.ts';
import { blankPicture, expect, test } from './support/test.ts';

/** What this device keeps of the shift and its records. */
const kept = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(() => ['mleg.shift', 'mleg.records'].map((key) => localStorage.getItem(key)));

/** The specimen in front, by the id that its page bears. */
async function specimenIn(page: Page): Promise<TrainingId> {
  const id = await page.locator('[data-stage="situation"]').getAttribute('data-specimen');
  return id as TrainingId;
}

/** One check by keyboard alone: whatever has the focus begins at the page's title. */
async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).focus();
  await page.keyboard.press('Enter');
}

test('eight checks offline by keyboard, each under the strip, none of them in the shift', async ({
  app,
  record,
  openBrowser,
}) => {
  const { context, page } = await openBrowser({ video: record(blankPicture) });
  await page.goto(app.url);
  await expect(page.locator('[data-screen="scan"]')).toHaveAttribute('data-camera', 'live');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const before = await kept(page);
  await page.reload();
  await expect(page.locator('[data-screen="scan"]')).toHaveAttribute('data-camera', 'live');
  await context.setOffline(true);

  await openPage(page, 'Ćwiczenia');
  const strip = page.getByText('ĆWICZENIA', { exact: true });
  await expect(strip).toBeVisible();
  await press(page, '.button-main');
  const looks = new Set<string | null>();
  for (let number = 1; number <= 8; number++) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Zadanie ${number} z 8`);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const id = await specimenIn(page);
    await expect(strip).toBeVisible();
    await press(page, '.button-main');
    const verdict = page.locator('[data-stage="verdict"] [data-verdict]');
    await expect(verdict).toBeVisible();
    await expect(strip).toBeVisible();
    looks.add(await verdict.getAttribute('data-look'));
    await press(page, '.verdict-next');
    await expect(strip).toBeVisible();
    const { right, wrong } = trainingTasks[id];
    await press(page, `[data-deed="${number === 1 ? wrong[0] : right}"]`);
    await expect(page.locator('[data-stage="why"]')).toHaveAttribute(
      'data-right',
      String(number !== 1),
    );
    await press(page, '.button-main');
  }
  expect(looks.size).toBe(5);
  await expect(page.locator('[data-stage="score"]')).toHaveAttribute('data-score', '7');
  await expect(page.locator('[data-missed]')).toHaveCount(1);
  expect(await kept(page)).toEqual(before);
});

test('a specimen of the training held before a normal check is undecided', async ({ showCode }) => {
  const text = readFileSync('src/verifier/training/pack.json', 'utf8');
  const { specimens } = JSON.parse(text) as { specimens: { id: string; code: string }[] };
  const code = specimens.find(({ id }) => id === 'valid')?.code ?? '';
  const { page } = await showCode(code);
  const verdict = page.locator('[data-verdict]');
  await expect(verdict).toHaveAttribute('data-reason', 'unknown-issuer');
  await expect(verdict).toHaveAttribute('data-verdict', 'undecided');
});
