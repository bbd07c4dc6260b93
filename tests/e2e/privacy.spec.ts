/**
 * Nothing of a holder stays. A card with values found nowhere else is checked a hundred times, in every
 * way that a text can come in and with everything that can be done about a verdict; then each value is
 * searched for, in each writing, wherever something could have been left. That the search can find is
 * shown while the verdict is on the screen.
 */
import { chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../setup/find-chromium.ts';
import { installCanvasCamera, showBeforeCamera } from './support/canvas-camera.ts';
import { expect, expectState, test } from './support/lists-test.ts';
import { openPage } from './support/open-page.ts';
import { plantCard } from './support/planted-card.ts';
import { readKept, readMemories, search, watchOutgoing } from './support/traces.ts';

const checks = 100;

test('of a hundred checks, nothing of the holder is left', async ({ lists }) => {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Otherwise a snapshot has the first thousand characters of each string only.
    args: [...chromiumArguments(), '--js-flags=--heap-snapshot-string-limit=1000000'],
  });
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await installCanvasCamera(context);
  const page = await context.newPage();
  const takeOutgoing = watchOutgoing(context, page);
  const card = await plantCard();
  await page.goto(lists.url);
  await expectState(page, { sync: 'done', lists: 'fresh' }, 20_000);
  await openPage(page, 'Zmiana i zapisy');
  await page.getByRole('button', { name: 'Zacznij zmianę' }).click();
  await page.getByRole('button', { name: 'Wróć do menu' }).click();
  await page.getByRole('button', { name: 'Wróć do skanowania' }).click();

  await test.step('what is on the screen is found', async () => {
    await check(page, showBeforeCamera, await card.showCode(), 1);
    await page.getByRole('button', { name: 'Zatrzymaj' }).click();
    const memories = await readMemories(page);
    const seen = [...(await readKept(context, page)), ...memories.map(({ strings }) => strings)];
    expect(search(seen, card.planted())).toEqual(
      expect.arrayContaining(['DOM: given name', 'page: given name']),
    );
    expect(memories[0]?.bufferSizes).toContain(card.portraitSize);
  });

  await test.step('a hundred checks, and whatever can be done about a verdict', async () => {
    await showBeforeCamera(page, null);
    await check(page, paste, await card.showCode(), 2);
    await page.getByRole('button', { name: 'To inna osoba' }).click();
    await check(page, insert, await card.showCode(3600), 3);
    await page.getByRole('button', { name: 'Pokaż pasażerowi' }).click();
    await expect(page.locator('[data-screen="passenger"]')).toBeVisible();
    for (let count = 4; count <= checks; count++) {
      const age = count % 3 === 0 ? 3600 : 0;
      await check(page, count % 2 === 0 ? paste : insert, await card.showCode(age), count);
    }
    await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  });

  await test.step('what can be taken away', async () => {
    await openPage(page, 'Zmiana i zapisy');
    await expect(page.locator('[data-checks]')).toHaveAttribute('data-checks', String(checks));
    const csv = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Zapisz tabelę (CSV)' }).click();
    await csv;
    await page.locator('[data-record]').first().click();
    await page.getByRole('button', { name: 'Kopiuj zapis' }).click();
    await expect(page.locator('[data-copy="copied"]')).toBeVisible();
    await page.getByRole('button', { name: 'Wróć do skanowania' }).click();
    await openPage(page, 'Listy');
    const bundle = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Zapisz do pliku' }).click();
    await bundle;
  });

  const memories = await readMemories(page);
  const traces = [
    ...(await takeOutgoing()),
    ...(await readKept(context, page)),
    ...memories.map(({ strings }) => strings),
  ];
  const places = traces.map(({ place }) => place);
  expect(traces.find(({ place }) => place === 'clipboard')?.contents).toContain('MLEGREC1:');
  expect(places.filter((place) => place.startsWith('download'))).toHaveLength(2);
  // Of the decoder, of the lists, and the service worker.
  expect(places.filter((place) => place.startsWith('worker'))).toHaveLength(3);
  expect(search(traces, card.planted())).toEqual([]);
  for (const { bufferSizes } of memories) expect(bufferSizes).not.toContain(card.portraitSize);
  await browser.close();
});

/** A way for a text to come in. */
type Way = (page: Page, text: string) => Promise<unknown>;

const paste: Way = (page, text) =>
  page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    const how = { bubbles: true, cancelable: true, clipboardData: data };
    document.body.dispatchEvent(new ClipboardEvent('paste', how));
  }, text);

/** As a scanner behind an Android keyboard: its keys have no name, and its text comes in one piece. */
async function insert(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const key = { key: 'Unidentified', windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.insertText', { text });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await session.detach();
  await page.keyboard.press('Enter');
}

/** Brings a text in and waits until it is the `count`th check, with its verdict in front. */
async function check(page: Page, way: Way, text: string, count: number): Promise<void> {
  await way(page, text);
  await page.waitForFunction(
    (wanted) =>
      JSON.parse(localStorage.getItem('mleg.records') ?? '[]').length === wanted &&
      document.querySelector('[data-verdict]') !== null,
    count,
  );
}
