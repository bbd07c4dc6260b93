/**
 * Scanners that type like a keyboard, before the built app, by real key events: on every screen, at
 * every pace, whatever has the focus, and as an Android keyboard. No camera is needed for any of it.
 */
import type { Page } from 'playwright';
import { qrTextOf } from './support/app-server.ts';
import { openPage } from './support/open-page.ts';
import { test as base, expect, expectVerdict } from './support/test.ts';

/** The characters of the densest code. */
const densest = 1460;

const test = base.extend<{ page: Page }>({
  page: async ({ app, openBrowser }, use) => {
    const { page } = await openBrowser('missing');
    await page.goto(app.url);
    // The app listens from when its unseen field is there.
    await page.locator('input[aria-hidden="true"]').waitFor({ state: 'attached' });
    await use(page);
  },
});

/** Types a code as a scanner does that sends its keys without a pause, with Enter at the end. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const openInputs = (page: Page): Promise<void> => openPage(page, 'Inne sposoby odczytu');
const pause = (page: Page): Promise<void> => page.waitForTimeout(700);

/** Counts the clicks on the page from now on, however they come about. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  const clicks = await page.evaluateHandle(() => {
    const count = { clicks: 0 };
    addEventListener('click', () => (count.clicks += 1), { capture: true });
    return count;
  });
  return () => clicks.evaluate((count) => count.clicks);
}

/** An Android keyboard: its keys have no name, and its text comes as pieces of input. */
async function openKeyboard(page: Page) {
  const protocol = await page.context().newCDPSession(page);
  const key = (type: 'rawKeyDown' | 'keyUp') =>
    protocol.send('Input.dispatchKeyEvent', {
      type,
      key: 'Unidentified',
      windowsVirtualKeyCode: 229,
    });
  return {
    async insert(text: string): Promise<void> {
      await key('rawKeyDown');
      await protocol.send('Input.insertText', { text });
      await key('keyUp');
    },
    async compose(text: string): Promise<void> {
      await key('rawKeyDown');
      const end = text.length;
      await protocol.send('Input.imeSetComposition', {
        text,
        selectionStart: end,
        selectionEnd: end,
      });
      await key('keyUp');
    },
  };
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName || '');

const pieces = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );

test('a scan on any screen leads to its verdict', async ({ page }) => {
  await scan(page, await qrTextOf('revoked'));
  await expectVerdict(page, 'rejected', 'revoked', null);
  await scan(page, await qrTextOf('expired'));
  await expect(page.locator('[data-reason="expired"]')).toBeVisible();
  const ways = [
    ['policies', () => page.locator('.top-bar .chip').first().click()],
    ['lists', () => page.locator('.top-bar .chip').last().click()],
    ['inputs', () => openInputs(page)],
  ] as const;
  for (const [name, open] of ways) {
    await page.getByRole('button', { name: 'Skanuj dalej' }).click();
    await open();
    await expect(page.locator(`[data-screen="${name}"]`)).toBeVisible();
    await scan(page, await qrTextOf('revoked'));
    await expectVerdict(page, 'rejected', 'revoked', null);
  }
});

test('a valid card that is scanned is granted', async ({ page }) => {
  await scan(page, await qrTextOf('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'granted');
});

test('a code that takes a scanner longer to type than it lives is judged by when it was scanned', {
  tag: '@long',
}, async ({ page }) => {
  test.setTimeout(180_000);
  await page.keyboard.type(await qrTextOf('valid-no-portrait'), { delay: 55 });
  await page.keyboard.press('Enter');
  await expectVerdict(page, 'accepted', 'valid', 'unknown:portrait-not-disclosed');
});

test('a radio that stutters loses nothing', async ({ page }) => {
  for (const piece of pieces(await qrTextOf('revoked'), 60)) {
    await page.keyboard.type(piece);
    await page.waitForTimeout(200);
  }
  await page.keyboard.press('Enter');
  await expectVerdict(page, 'rejected', 'revoked', null);
});

for (const end of ['Enter', 'Tab', 'silence'])
  test(`a scan may end with ${end}`, async ({ page }) => {
    await page.keyboard.type(await qrTextOf('revoked'));
    if (end !== 'silence') await page.keyboard.press(end);
    await expectVerdict(page, 'rejected', 'revoked', null);
  });

test('what the scanner adds is taken off', async ({ page }) => {
  await openInputs(page);
  await page.getByLabel('Przedrostek').fill(']Q1');
  await page.getByLabel('Przyrostek').fill('#/#');
  await page.getByLabel('Przyrostek').blur();
  await scan(page, `]Q1${await qrTextOf('revoked')}#/#`);
  await expectVerdict(page, 'rejected', 'revoked', null);
  await scan(page, await qrTextOf('expired'));
  await expect(page.locator('[data-reason="expired"]')).toBeVisible();
});

test('a dense code of 1,460 characters is one scan', async ({ page }) => {
  const card = await qrTextOf('revoked');
  // More than the card's own characters: in pieces it would be this card and a rest.
  await scan(page, `${card}${'0'.repeat(densest - card.length)}`);
  await expectVerdict(page, 'unreadable', 'damaged', null);
  await pause(page);
  await expectVerdict(page, 'unreadable', 'damaged', null);
});

test('a scan presses no button, not even by a second Enter', async ({ page }) => {
  await page.getByRole('button', { name: 'Menu' }).focus();
  const clicks = await countClicks(page);
  await scan(page, await qrTextOf('revoked'));
  await page.keyboard.press('Enter');
  await expectVerdict(page, 'rejected', 'revoked', null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).focus();
  await scan(page, await qrTextOf('expired'));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-reason="expired"]')).toBeVisible();
  expect(await clicks()).toBe(0);
});

test('a scan leaves nothing in the field in focus', async ({ page }) => {
  await openInputs(page);
  const field = page.getByLabel('Przedrostek');
  await field.pressSequentially('okaz', { delay: 120 });
  await pause(page);
  await scan(page, await qrTextOf('revoked'));
  await expectVerdict(page, 'rejected', 'revoked', null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  await openInputs(page);
  await expect(field).toHaveValue('okaz');
});

test('typing by hand is no scan, and keys keep their meaning', async ({ page }) => {
  await page.getByRole('button', { name: 'Menu' }).focus();
  await page.keyboard.type('MLEG1:OKAZ+OKAZ+OKAZ', { delay: 90 });
  await pause(page);
  await expect(page.locator('[data-screen="scan"]')).toBeVisible();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Inne sposoby odczytu' }).press('Enter');
  await expect(page.locator('[data-screen="inputs"]')).toBeVisible();
  const field = page.getByLabel('Przyrostek');
  await field.focus();
  await page.keyboard.type('by hand', { delay: 90 });
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByLabel('Przedrostek')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('by hand');
  await pause(page);
  await page.getByRole('button', { name: 'Wróć do skanowania' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-screen="scan"]')).toBeVisible();
});

test('an Android keyboard that splits the code is put together, on every screen', {
  tag: '@long',
}, async ({ page }) => {
  const keyboard = await openKeyboard(page);
  const cards = ['revoked', 'expired', 'suspended'];
  for (const id of cards) {
    for (const piece of pieces(await qrTextOf(id), 150)) {
      await keyboard.insert(piece);
      await page.waitForTimeout(200);
    }
    await expect(page.locator(`[data-reason="${id}"]`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  await openInputs(page);
  for (const piece of pieces(await qrTextOf('revoked'), 7)) await keyboard.insert(piece);
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('an Android keyboard that composes the code is read', async ({ page }) => {
  const keyboard = await openKeyboard(page);
  const card = await qrTextOf('revoked');
  for (let end = 100; end < card.length; end += 100) await keyboard.compose(card.slice(0, end));
  await keyboard.insert(card);
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('an Android keyboard borrows the focus, and gives it back', async ({ page }) => {
  const keyboard = await openKeyboard(page);
  await page.getByRole('button', { name: 'Menu' }).focus();
  const clicks = await countClicks(page);
  // Half a second later it has been given back: the page itself has to say so.
  const borrowed = await page.evaluateHandle(() => {
    const seen = { isBorrowed: false };
    addEventListener('focusin', ({ target }) => {
      seen.isBorrowed ||= target instanceof HTMLInputElement;
    });
    return seen;
  });
  await keyboard.insert('OKAZ');
  await expect.poll(() => borrowed.evaluate((seen) => seen.isBorrowed)).toBe(true);
  await pause(page);
  expect(await focused(page)).toBe('Menu');
  expect(await clicks()).toBe(0);
});

test('an Android keyboard leaves nothing of a quick scan in the field in focus', async ({
  page,
}) => {
  const keyboard = await openKeyboard(page);
  await openInputs(page);
  const field = page.getByLabel('Przyrostek');
  await field.fill('okaz');
  for (const piece of pieces(await qrTextOf('revoked'), 40)) await keyboard.insert(piece);
  await expectVerdict(page, 'rejected', 'revoked', null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  await openInputs(page);
  await expect(field).toHaveValue('okaz');
});

test('on Android, text without any key is received while nothing has the focus', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'userAgent', { get: () => 'Okaz (Linux; Android 14)' }),
  );
  await page.reload();
  await page.locator('[data-screen="scan"]').waitFor();
  await expect.poll(() => focused(page)).toBe('INPUT');
  for (const piece of pieces(await qrTextOf('revoked'), 150)) {
    await page.keyboard.insertText(piece);
    await page.waitForTimeout(200);
  }
  await expectVerdict(page, 'rejected', 'revoked', null);
  expect(await focused(page)).not.toBe('INPUT');
});
