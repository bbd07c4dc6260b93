/**
 * The whole app by keyboard alone and by the accessibility tree alone. The suite goes the main ways; the
 * long run walks every screen in every language.
 */
import type { Page } from 'playwright/test';
import { cardCommand } from '../../src/cli/world-commands.ts';
import { languages } from '../../src/verifier/i18n/language.ts';
import { textsOf } from '../fixtures/texts.ts';
import { worldFolder } from './support/app-server.ts';
import { everyScreen } from './support/every-screen.ts';
import { expect, test } from './support/lists-test.ts';
import { visitScreens } from './support/visit-screens.ts';
import { findFocusFaults, tabTo } from './support/walk.ts';

const { scan, menu, verdict, backToMenu, back, deeds } = textsOf.pl;
const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function press(page: Page, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, 'button', name);
  await page.keyboard.press(key);
}

test('every page of the menu is reached and left by keyboard, its title first', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await press(page, scan.menu);
  const { title: _, language: __, ...labels } = menu;
  for (const [at, label] of Object.values(labels).entries()) {
    await expect(title(page)).toHaveText(menu.title);
    await expect(title(page)).toBeFocused();
    await press(page, label, at % 2 === 0 ? 'Enter' : 'Space');
    await expect(title(page)).not.toHaveText(menu.title);
    await expect(title(page)).toBeFocused();
    expect({ label, faults: await findFocusFaults(page) }).toEqual({ label, faults: [] });
    const isForScanning = await page.getByRole('button', { name: back, exact: true }).isVisible();
    await press(page, isForScanning ? back : backToMenu);
    if (isForScanning) await press(page, scan.menu);
  }
});

test('a check is gone through by keyboard: verdict, passenger, and on to the next', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  // A scanner that types is a keyboard, too.
  await page.keyboard.type(await cardCommand([worldFolder, '--id', 'revoked']));
  await page.keyboard.press('Enter');
  // Scanners add a Tab, too: one that comes soon belongs to the scan.
  await page.waitForTimeout(700);
  await expect(title(page)).toHaveText(/NIEWAŻNA/);
  await expect(title(page)).toBeFocused();
  expect(await findFocusFaults(page)).toEqual([]);
  await press(page, deeds['show-passenger']);
  await expect(title(page)).toBeFocused();
  await press(page, textsOf.pl.passenger.back);
  await expect(title(page)).toHaveText(/NIEWAŻNA/);
  await press(page, verdict.scanOn, 'Space');
  await expect(page.getByRole('button', { name: scan.menu, exact: true })).toBeVisible();
});

test('whoever hears a verdict finds its parts in the order in which they are seen', async ({
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await page.keyboard.type(await cardCommand([worldFolder, '--id', 'valid-over-26']));
  await page.keyboard.press('Enter');
  const said = page.locator('[aria-live="assertive"]');
  await expect(said).toHaveText(/^BEZ ULGI\. legitymacja ważna\. /);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "BEZ ULGI" [level=1]
      - paragraph: legitymacja ważna
      - button /Podpisane zdjęcie/
      - paragraph: 28 lat
      - paragraph: Akademia Okazowa w Krakowie
      - button /pokaż w całości/
      - paragraph: /ważna do/
      - paragraph: Ukończone 26 lat
      - button /denied:over-age · .* · zapis/
      - button "TO INNA OSOBA"
      - button "POKAŻ PASAŻEROWI"
      - button "SKANUJ DALEJ"
  `);
});

for (const language of languages)
  test(`Tab comes to all that can be operated on every screen, in ${language}`, {
    tag: '@long',
  }, async ({ sharedBrowser, lists }) => {
    test.setTimeout(600_000);
    const options = { browser: sharedBrowser, url: lists.url, world: worldFolder, language };
    const faults: Record<string, readonly string[]> = {};
    for await (const { state, visit } of visitScreens(options, everyScreen)) {
      const found = await findFocusFaults(visit.page);
      if (found.length > 0) faults[state.name] = found;
    }
    expect(faults).toEqual({});
  });
