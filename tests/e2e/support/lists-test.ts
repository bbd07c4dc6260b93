/**
 * Playwright's test for what concerns lists and storage: a feed that misbehaves when told to, devices
 * without a camera that share one browser but no storage, and the norm that every fault has its name
 * on the screen within two seconds.
 */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../../setup/find-chromium.ts';
import { installCanvasCamera } from './canvas-camera.ts';
import { type ListsServer, startListsServer } from './lists-server.ts';
import { test as base, expect } from './test.ts';

/** A device: its storage is its own. */
export interface ListsDevice {
  readonly context: BrowserContext;
  readonly page: Page;
}

interface Fixtures {
  readonly lists: ListsServer;
  /** A device that has never been used. */
  openDevice(): Promise<ListsDevice>;
  /** The same, with the app open on the lists of `lists`. */
  openSyncedDevice(): Promise<ListsDevice>;
}

export const test = base.extend<Fixtures, { readonly sharedBrowser: Browser }>({
  sharedBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const executablePath = findChromium();
      const browser = await chromium.launch({
        ...(executablePath ? { executablePath } : {}),
        args: chromiumArguments(),
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  // The server of all end-to-end tests is what builds the app.
  lists: async ({ app: _app }, use) => {
    const lists = await startListsServer();
    await use(lists);
    await lists.remove();
  },
  openDevice: async ({ sharedBrowser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await sharedBrowser.newContext({ viewport: { width: 360, height: 640 } });
      opened.push(context);
      await installCanvasCamera(context);
      return { context, page: await context.newPage() };
    });
    for (const context of opened) await context.close();
  },
  openSyncedDevice: ({ lists, openDevice }, use) =>
    use(async () => {
      const device = await openDevice();
      await openSynced(device, lists);
      return device;
    }),
});

/** PLATFORM.md's norm: milliseconds from a fault to its name on the screen. */
export const namedWithin = 2000;

/** What the scan screen says of lists and clock, by attribute. */
export interface ScanAttributes {
  readonly lists?: string;
  readonly sync?: string | RegExp;
  readonly generation?: number;
  readonly lost?: boolean;
  readonly resting?: boolean;
  readonly clock?: string;
}

/** Waits until the scan screen, or the lists screen, says all of it at once, for two seconds unless told otherwise. */
export async function expectState(
  page: Page,
  wanted: ScanAttributes,
  timeout = namedWithin,
): Promise<void> {
  const names = Object.keys(wanted);
  const expected = Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [
      name,
      value instanceof RegExp ? expect.stringMatching(value) : String(value),
    ]),
  );
  const read = () =>
    page.evaluate((attributes) => {
      const scan = document.querySelector('[data-sync]');
      return Object.fromEntries(
        attributes.map((name) => [name, scan?.getAttribute(`data-${name}`) ?? null]),
      );
    }, names);
  await expect.poll(read, { timeout, intervals: [50] }).toEqual(expected);
}

/** Opens the app and waits for its first good synchronisation. */
export async function openSynced(
  { page }: ListsDevice,
  { url, version }: ListsServer,
): Promise<void> {
  await page.goto(url);
  const generation = await version();
  await expectState(page, { sync: 'done', lists: 'fresh', generation }, 20_000);
}

/** Opens the app, or opens it again, and waits until it has read its storage. */
export async function openRestored(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('[data-screen="scan"]')).not.toHaveAttribute('data-lists', 'opening');
}

/** What a browser tells every page when a network is there: the app synchronises. */
export const tellOnline = (page: Page): Promise<boolean> =>
  page.evaluate(() => dispatchEvent(new Event('online')));

export { expect };
