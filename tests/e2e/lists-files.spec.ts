/**
 * Lists that travel as a file: saved by one device, chosen or dropped on another. Whatever is wrong
 * with a file is named, and the lists that were there stay.
 */
import type { Page } from 'playwright';
import { packBundle } from '../../src/trust/bundle.ts';
import { createSimulator } from '../simulator/simulator.ts';
import { showBeforeCamera } from './support/canvas-camera.ts';
import {
  expect,
  expectState,
  openRestored,
  openSynced,
  tellOnline,
  test,
} from './support/lists-test.ts';
import { expectVerdict } from './support/test.ts';

const openLists = (page: Page): Promise<void> => page.locator('.top-bar .chip').last().click();
const leaveLists = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Wróć do skanowania' }).click();

/** Saves the lists by the button and gives the file's bytes. */
async function exportLists(page: Page): Promise<Buffer> {
  await openLists(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Zapisz do pliku' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^listy-\d+\.zip$/);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  await leaveLists(page);
  return Buffer.concat(pieces);
}

const chooseFile = (page: Page, buffer: Buffer): Promise<void> =>
  page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'listy.zip', mimeType: 'application/zip', buffer });

/** Drops a file on the page, whatever screen it shows. */
const dropFile = (page: Page, buffer: Buffer): Promise<void> =>
  page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], 'listy.zip', { type: 'application/zip' }));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
  }, buffer.toString('base64'));

for (const [way, bring] of [
  [
    'chosen',
    async (page: Page, file: Buffer) => {
      await openLists(page);
      await chooseFile(page, file);
      await leaveLists(page);
    },
  ],
  [
    'dropped',
    async (page: Page, file: Buffer) => {
      await dropFile(page, file);
      await expect(page.locator('[data-screen="lists"]')).toBeVisible();
      await leaveLists(page);
    },
  ],
] as const)
  test(`a device that was never online judges cards by a file that is ${way}`, async ({
    lists,
    openDevice,
  }) => {
    const giver = await openDevice();
    await openSynced(giver, lists);
    const generation = await lists.version();
    const file = await exportLists(giver.page);

    const { page } = await openDevice();
    lists.board.turnOn('offline');
    await openRestored(page, lists.url);
    await expectState(page, { sync: 'feed-unreachable', lists: 'missing' });
    await bring(page, file);
    await expectState(page, { sync: 'done', lists: 'fresh', generation });
    await showBeforeCamera(page, await lists.signCode('valid'));
    await expectVerdict(page, 'accepted', 'valid', 'granted');
    await openRestored(page, lists.url);
    await expectState(page, { lists: 'fresh', generation, lost: false });
  });

test('a file with older lists is named, and the lists stay', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const old = await exportLists(page);
  const generation = await lists.publish();
  await tellOnline(page);
  await expectState(page, { sync: 'done', generation });
  await dropFile(page, old);
  await expectState(page, { sync: 'feed-rolled-back', lists: 'fresh', generation });
});

test('a file with another operator’s lists is named, and the lists stay', async ({
  lists,
  openSyncedDevice,
}) => {
  const stranger = await createSimulator();
  const pinned = [...stranger.files].filter(([path]) => path.endsWith('.jwt'));
  const bundle = packBundle({
    roots: [stranger.firstRoot],
    manifest: stranger.files.get('manifest.jwt') ?? '',
    files: new Map(pinned.filter(([path]) => path !== 'manifest.jwt')),
  });
  const { page } = await openSyncedDevice();
  const generation = await lists.version();
  await openLists(page);
  await chooseFile(page, Buffer.from(bundle));
  await expect(page.getByText('feed-bad-signature')).toBeVisible({ timeout: 2000 });
  await leaveLists(page);
  await expectState(page, { sync: 'feed-bad-signature', lists: 'fresh', generation });
});

for (const [what, spoil, name] of [
  ['is no zip', () => Buffer.from('okaz'.repeat(500)), 'feed-malformed'],
  ['is empty', () => Buffer.alloc(0), 'feed-malformed'],
  ['was cut', (file: Buffer) => file.subarray(0, file.length / 2), 'feed-truncated'],
] as const)
  test(`a file that ${what} is named, and the lists stay`, async ({ lists, openSyncedDevice }) => {
    const { page } = await openSyncedDevice();
    const generation = await lists.version();
    const file = await exportLists(page);
    await dropFile(page, spoil(file));
    await expectState(page, { sync: name, lists: 'fresh', generation });
    await tellOnline(page);
    await expectState(page, { sync: 'done', lists: 'fresh', generation });
  });
