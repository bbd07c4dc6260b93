/**
 * Codes that come in by other ways than the camera: pictures that are chosen, pasted, dropped or
 * shared, and texts. Each ends in a verdict or in a named notice, whatever screen was in front.
 * Hardware scanners are wedge.spec.ts's and serial.spec.ts's.
 */
import type { Page } from 'playwright';
import sharp from 'sharp';
import { stopServiceWorkers } from './support/lists-crashes.ts';
import { expect, test } from './support/lists-test.ts';
import { openPage } from './support/open-page.ts';
import { type Picture, pictureOfQr } from './support/picture.ts';
import { expectVerdict } from './support/test.ts';

const screenIn = (page: Page, name: string) => page.locator(`[data-screen="${name}"]`);
const notice = (page: Page, code: string) => page.locator(`[data-notice="${code}"]`);

const image = ({ luma, width, height }: Picture) =>
  sharp(luma, { raw: { width, height, channels: 1 } });
const drawCode = (text: string) => image(pictureOfQr(text, { modulePixels: 5 }));
const pngOf = (text: string): Promise<Buffer> => drawCode(text).png().toBuffer();
const emptyPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#9ab' } })
    .png()
    .toBuffer();

interface Brought {
  readonly type: string;
  readonly bytes?: Buffer;
  readonly text?: string;
}

/** Pastes or drops a file or a text, on `selector` or on the page. */
const bring = (
  page: Page,
  event: 'paste' | 'drop',
  { type, bytes, text }: Brought,
  selector = 'body',
): Promise<void> =>
  page.evaluate(
    ([name, onto, fileType, base64, plain]) => {
      const data = new DataTransfer();
      const letters = atob(base64);
      const file = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      if (letters !== '') data.items.add(new File([file], 'okaz', { type: fileType }));
      if (plain !== '') data.setData('text/plain', plain);
      const how = { bubbles: true, cancelable: true };
      document
        .querySelector(onto)
        ?.dispatchEvent(
          name === 'paste'
            ? new ClipboardEvent('paste', { ...how, clipboardData: data })
            : new DragEvent('drop', { ...how, dataTransfer: data }),
        );
    },
    [event, selector, type, bytes?.toString('base64') ?? '', text ?? ''] as const,
  );

const choosePicture = async (page: Page, buffer: Buffer): Promise<void> => {
  await openPage(page, 'Inne sposoby odczytu');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'okaz.png', mimeType: 'image/png', buffer });
};

test('a chosen picture leads to its verdict, and back to scanning', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await choosePicture(page, await pngOf(await lists.signCode('revoked')));
  await expectVerdict(page, 'rejected', 'revoked', null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  await expect(screenIn(page, 'scan')).toBeVisible();
});

test('a photo of 15 megapixels, turned by its camera and shown inverted, is read', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const code = await drawCode(await lists.signCode('valid'))
    .resize(2400, 2400)
    .negate()
    .png()
    .toBuffer();
  const photo = await sharp({
    create: { width: 4500, height: 3400, channels: 3, background: '#202428' },
  })
    .composite([{ input: code, left: 900, top: 400 }])
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 80 })
    .toBuffer();
  await choosePicture(page, photo);
  await expect(notice(page, 'reading-picture')).toBeVisible();
  await expectVerdict(page, 'accepted', 'valid', 'granted');
});

for (const event of ['paste', 'drop'] as const)
  test(`a picture by ${event} is judged on every screen, and replaces a verdict`, async ({
    lists,
    openSyncedDevice,
  }) => {
    const { page } = await openSyncedDevice();
    // The same code twice would be a replay.
    const picture = async () => ({
      type: 'image/png',
      bytes: await pngOf(await lists.signCode('revoked')),
    });
    await bring(page, event, { type: 'text/plain', text: await lists.signCode('valid-over-26') });
    await expectVerdict(page, 'accepted', 'valid', 'denied:over-age');
    await bring(page, event, await picture());
    await expect(page.locator('[data-reason="revoked"]')).toBeVisible();
    await page.getByRole('button', { name: 'Skanuj dalej' }).click();
    for (const [open, screen] of [
      [page.locator('.top-bar .chip').first(), 'policies'],
      [page.locator('.top-bar .chip').last(), 'lists'],
      [page.getByRole('button', { name: 'Menu' }), 'menu'],
    ] as const) {
      await open.click();
      await expect(screenIn(page, screen)).toBeVisible();
      await bring(page, event, await picture());
      await expectVerdict(page, 'rejected', 'revoked', null);
      await page.getByRole('button', { name: 'Skanuj dalej' }).click();
    }
  });

test('a text pasted into a field stays there', async ({ lists, openSyncedDevice }) => {
  const { page } = await openSyncedDevice();
  await openPage(page, 'Inne sposoby odczytu');
  const text = await lists.signCode('revoked');
  await bring(page, 'paste', { type: 'text/plain', text }, '[data-screen="inputs"] .field input');
  await page.waitForTimeout(500);
  await expect(screenIn(page, 'inputs')).toBeVisible();
});

test('what a scanner is set to add is remembered', async ({ openSyncedDevice }) => {
  const { page } = await openSyncedDevice();
  await openPage(page, 'Inne sposoby odczytu');
  await page.getByLabel('Przedrostek').fill('A-');
  await page.getByLabel('Przyrostek').fill('-Z');
  await page.getByLabel('Przyrostek').blur();
  await page.reload();
  await openPage(page, 'Inne sposoby odczytu');
  await expect(page.getByLabel('Przedrostek')).toHaveValue('A-');
  await expect(page.getByLabel('Przyrostek')).toHaveValue('-Z');
});

for (const [what, make, code] of [
  [
    'a picture without a code',
    async () => ({ type: 'image/png', bytes: await emptyPicture() }),
    'picture-without-code',
  ],
  [
    'a text that calls itself a picture',
    async () => ({ type: 'image/png', bytes: Buffer.from('okaz') }),
    'picture-unreadable',
  ],
  [
    'a file of another kind',
    async () => ({ type: 'audio/mpeg', bytes: Buffer.from('okaz') }),
    'file-unknown',
  ],
] as const)
  test(`${what} is named ${code}, until it is read`, async ({ openSyncedDevice }) => {
    const { page } = await openSyncedDevice();
    await page.locator('.top-bar .chip').last().click();
    await bring(page, 'drop', await make());
    await expect(notice(page, code)).toBeVisible();
    await expect(screenIn(page, 'scan')).toContainText(code);
    await page.getByRole('button', { name: 'Zamknij' }).click();
    await expect(notice(page, 'none')).toBeAttached();
  });

test('a picture in a browser whose workers die is named decoder-failed', async ({
  lists,
  openDevice,
}) => {
  const { context, page } = await openDevice();
  await context.route('**/decoder.worker-*', (route) => route.abort());
  await context.addInitScript(() => {
    // Otherwise the service worker would still have it.
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    Object.defineProperty(navigator, 'serviceWorker', {
      value: { register: () => Promise.reject(new Error('none')), addEventListener() {} },
    });
  });
  await page.goto(lists.url);
  await expect(screenIn(page, 'scan')).toHaveAttribute('data-camera', 'decoder-failed');
  await bring(page, 'drop', { type: 'image/png', bytes: await emptyPicture() });
  await expect(notice(page, 'decoder-failed')).toBeVisible();
});

test('a deliberate scan waits for the first lists', async ({ lists, openDevice }) => {
  const { page } = await openDevice();
  const release = lists.hold(/trust-list/);
  await page.goto(lists.url);
  await expect(screenIn(page, 'scan')).toHaveAttribute('data-lists', 'missing');
  await bring(page, 'paste', { type: 'text/plain', text: await lists.signCode('valid') });
  await expect(notice(page, 'awaiting-lists')).toBeVisible();
  release();
  await expectVerdict(page, 'accepted', 'valid', 'granted');
});

test('a check that the platform breaks off is named, and is no verdict', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await page.evaluate(() => {
    crypto.subtle.verify = () => Promise.reject(new DOMException('okaz', 'OperationError'));
  });
  await bring(page, 'paste', { type: 'text/plain', text: await lists.signCode('valid') });
  await expect(notice(page, 'check-failed')).toBeVisible();
  await expect(screenIn(page, 'scan')).toHaveAttribute('data-camera', 'live');
  await expect(page.locator('[data-verdict]')).toHaveCount(0);
});

/**
 * Opens what another app is here: a page with a form for shares. The app's own pages may post none, so
 * it lies at an address of the same origin that the test makes up.
 */
async function openSharingApp(page: Page, url: string): Promise<void> {
  await page.context().route('**/sharing-app.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" enctype="multipart/form-data" action="./share">
        <input name="title"><input name="text"><input name="url"><input type="file" name="picture">
        <button>share</button></form>`,
    }),
  );
  await page.goto(`${url}sharing-app.html`);
}

async function share(page: Page, { type, bytes, text }: Brought): Promise<void> {
  if (text) await page.locator('[name="text"]').fill(text);
  if (bytes)
    await page
      .locator('[name="picture"]')
      .setInputFiles({ name: 'okaz', mimeType: type, buffer: bytes });
  await page.locator('button').click();
}

/** All addresses that are cached, and all databases. */
const listStored = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const cached = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return [...cached.flat().map(({ url }) => url), ...databases].sort();
  });

const underServiceWorker = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

test('a shared picture is judged, and nothing of it is kept', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await underServiceWorker(page);
  const before = await listStored(page);
  const bytes = await pngOf(await lists.signCode('revoked'));
  await openSharingApp(page, lists.url);
  await share(page, { type: 'image/png', bytes });
  await expectVerdict(page, 'rejected', 'revoked', null);
  expect(page.url()).toBe(lists.url);
  expect(await listStored(page)).toEqual(before);
  await page.reload();
  await expect(screenIn(page, 'scan')).toBeVisible();
  await expect(notice(page, 'none')).toBeAttached();
});

test('a shared text is judged, also without a network', async ({ lists, openSyncedDevice }) => {
  const { context, page } = await openSyncedDevice();
  await underServiceWorker(page);
  await openSharingApp(page, lists.url);
  await context.setOffline(true);
  await share(page, { type: 'text/plain', text: await lists.signCode('revoked') });
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('a share that its service worker lost is said to be lost', async ({
  lists,
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  await underServiceWorker(page);
  // The page that the share opens is kept from asking for it.
  await context.addInitScript(() => {
    if (!location.hash.startsWith('#share=') || sessionStorage['kept']) return;
    sessionStorage['kept'] = location.hash;
    history.replaceState(null, '', location.pathname);
  });
  await openSharingApp(page, lists.url);
  await share(page, { type: 'text/plain', text: await lists.signCode('revoked') });
  await expect(screenIn(page, 'scan')).toBeVisible();
  const address = await page.evaluate(() => sessionStorage['kept'] as string);
  await stopServiceWorkers(await context.newCDPSession(page));
  await page.goto('about:blank');
  await page.goto(lists.url + address);
  await expect(notice(page, 'share-lost')).toBeVisible();
  expect(page.url()).toBe(lists.url);
});
