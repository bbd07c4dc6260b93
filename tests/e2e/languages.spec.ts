/**
 * The app speaks the language that its person reads: chosen before anything else on a new device,
 * switched at once, kept, without a network; and no text of any of them is cut where letters are big.
 */
import type { BrowserContext, Page } from 'playwright';
import { type Language, languageNames, languages } from '../../src/verifier/i18n/language.ts';
import { textsOf } from '../fixtures/texts.ts';
import { worldFolder } from './support/app-server.ts';
import { everyScreen } from './support/every-screen.ts';
import { findCutText } from './support/find-cut-text.ts';
import { expect, openSynced, test } from './support/lists-test.ts';
import { openVisit } from './support/visit.ts';
import { visitScreens } from './support/visit-screens.ts';

const offer = (page: Page) => page.getByRole('group', { name: 'Język · Language · Мова' });

async function expectLanguage(page: Page, language: Language): Promise<void> {
  const { scan, appTitle } = textsOf[language];
  await expect(page.getByRole('button', { name: scan.menu, exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scan.title);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page).toHaveTitle(appTitle);
}

/** Keeps the first heading that a page draws, whatever it shows later. */
const keepFirstHeading = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const heading = document.querySelector('h1');
      if (!heading) return;
      sessionStorage.setItem('first-heading', heading.textContent ?? '');
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  });

const firstHeading = (page: Page): Promise<string | null> =>
  page.evaluate(() => sessionStorage.getItem('first-heading'));

/** The smallest phone with the biggest letters. */
async function enlarge(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
}

test('a new device offers its languages first; the one tapped is spoken at once and kept', async ({
  lists,
  openDevice,
}) => {
  const device = await openDevice();
  const { page } = device;
  await openSynced(device, lists);
  await expectLanguage(page, 'pl');
  await expect(offer(page).getByRole('button')).toHaveText(Object.values(languageNames));
  await offer(page).getByRole('button', { name: 'English' }).click();
  await expectLanguage(page, 'en');
  await expect(offer(page)).toBeHidden();
  await page.reload();
  await expectLanguage(page, 'en');
  await expect(offer(page)).toBeHidden();
});

test('whoever checks a card without choosing is not asked again', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await expect(offer(page)).toBeVisible();
  await page.locator('input[aria-hidden="true"]').waitFor({ state: 'attached' });
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    await lists.signCode('revoked'),
  );
  await expect(page.locator('[data-verdict]')).toBeVisible();
  await page.reload();
  await expectLanguage(page, 'pl');
  await expect(offer(page)).toBeHidden();
});

test('without a network every language is there, from the first word on', async ({
  lists,
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await keepFirstHeading(context);
  await context.setOffline(true);
  await lists.stop();
  for (const [language, next] of [
    ['pl', 'uk'],
    ['uk', 'en'],
    ['en', 'pl'],
  ] as const) {
    await page.reload();
    await expectLanguage(page, language);
    expect(await firstHeading(page)).toBe(textsOf[language].scan.title);
    await page.getByRole('button', { name: textsOf[language].scan.menu, exact: true }).click();
    await page.getByRole('radio', { name: languageNames[next] }).check();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(textsOf[next].menu.title);
    await expect(page.locator('html')).toHaveAttribute('lang', next);
  }
});

for (const language of languages) {
  test(`on the smallest phone with big letters no page cuts its text in ${language}`, async ({
    lists,
    sharedBrowser,
  }) => {
    const visit = await openVisit({
      browser: sharedBrowser,
      url: lists.url,
      world: worldFolder,
      language,
      situation: 'synced',
    });
    const { page, texts } = visit;
    const cut: Record<string, readonly string[]> = {};
    await enlarge(page);
    const look = async (name: string): Promise<void> => {
      const found = await findCutText(page);
      if (found.length > 0) cut[name] = found;
    };
    await look('scan');
    await visit.press(texts.scan.menu);
    await look('menu');
    const pages = page.locator('.menu-item');
    for (const [at, label] of (await pages.allTextContents()).entries()) {
      await pages.nth(at).click();
      await look(label);
      await page.locator('.page-actions button').last().click();
      if ((await pages.count()) === 0) await visit.press(texts.scan.menu);
    }
    await visit.context.close();
    expect(cut).toEqual({});
  });

  test(`no screen cuts its text in ${language}`, { tag: '@long' }, async ({
    lists,
    sharedBrowser,
  }) => {
    test.setTimeout(300_000);
    const cut: Record<string, readonly string[]> = {};
    const options = { browser: sharedBrowser, url: lists.url, world: worldFolder, language };
    for await (const { state, visit } of visitScreens(options, everyScreen)) {
      await enlarge(visit.page);
      const found = await findCutText(visit.page);
      if (found.length > 0) cut[state.name] = found;
    }
    expect(cut).toEqual({});
  });
}
