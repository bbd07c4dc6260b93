/**
 * Storage that is full, cleared, damaged, blocked or gone has its name on the screen within two
 * seconds. Lists that decide go on deciding, and what was lost is never taken for a first run.
 */
import type { Page } from 'playwright';
import { installCanvasCamera, showBeforeCamera } from './support/canvas-camera.ts';
import {
  clearStorage,
  clingToDatabase,
  damageRow,
  deleteDatabase,
  limitStorage,
  openBlank,
  readStored,
} from './support/lists-storage.ts';
import {
  expect,
  expectState,
  namedWithin,
  openRestored,
  openSynced,
  tellOnline,
  test,
} from './support/lists-test.ts';
import { expectVerdict } from './support/test.ts';

const isWhole = async (page: Page): Promise<boolean> => {
  const { named, files } = await readStored(page);
  return named?.every((path) => files.includes(path)) ?? false;
};

test('full storage is named, and the lists stay and decide', async ({ lists, openBrowser }) => {
  const first = await openBrowser('missing');
  await openSynced(first, lists);
  const before = await lists.version();
  await first.context.close();

  // Chromium believes for half a minute what it last read of the room that is left: hence anew.
  const { context, page } = await openBrowser('missing');
  await installCanvasCamera(context);
  await openBlank(page, lists.url);
  const session = await context.newCDPSession(page);
  await limitStorage(session, lists.url, 1);
  const after = await lists.publish();
  await openRestored(page, lists.url);
  await expectState(page, { sync: 'storage-full', lists: 'fresh', generation: before });
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'granted');
  await showBeforeCamera(page, null);
  await page.getByRole('button', { name: 'SKANUJ DALEJ' }).click();
  expect(await readStored(page)).toMatchObject({ version: before });
  await limitStorage(session, lists.url, null);
  await tellOnline(page);
  await expectState(page, { sync: 'done', generation: after });
});

test('full storage at a first run is named', async ({ lists, openDevice }) => {
  const { context, page } = await openDevice();
  await openBlank(page, lists.url);
  const session = await context.newCDPSession(page);
  await limitStorage(session, lists.url, 1);
  await openRestored(page, lists.url);
  await expectState(page, { sync: 'storage-full', lists: 'missing', lost: false });
});

for (const [what, types] of [
  ['the database', 'indexeddb'],
  ['everything', 'all'],
] as const)
  test(`lists decide on and are stored again when ${what} is cleared`, async ({
    lists,
    openSyncedDevice,
  }) => {
    const { context, page } = await openSyncedDevice();
    const generation = await lists.version();
    lists.board.turnOn('offline');
    const session = await context.newCDPSession(page);
    await clearStorage(session, lists.url, types);
    await expect.poll(() => isWhole(page), { timeout: namedWithin }).toBe(true);
    await expectState(page, { lists: 'fresh', generation, lost: false });
    await showBeforeCamera(page, await lists.signCode('valid'));
    await expectVerdict(page, 'accepted', 'valid', 'granted');
    await openRestored(page, lists.url);
    await expectState(page, { lists: 'fresh', generation, lost: false });
  });

test('lists decide on when another page deletes the database, and the next sync stores them', async ({
  lists,
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  const generation = await lists.version();
  const other = await context.newPage();
  await openBlank(other, lists.url);
  await deleteDatabase(other);
  await expectState(page, { lists: 'fresh', generation, lost: false });
  await tellOnline(page);
  await expectState(page, { sync: 'done', lists: 'fresh', generation });
  expect(await isWhole(page)).toBe(true);
});

test('a database that another tab holds in an older version is named', async ({
  lists,
  openDevice,
}) => {
  const { context, page } = await openDevice();
  const other = await context.newPage();
  await openBlank(other, lists.url);
  await clingToDatabase(other, 1);
  await page.goto(lists.url);
  await expectState(page, { sync: 'storage-blocked', lists: 'missing' });
  await other.close();
  await tellOnline(page);
  await expectState(page, { sync: 'done', lists: 'fresh' }, 5000);
});

test('a database of a later build is named', async ({ lists, openDevice }) => {
  const { context, page } = await openDevice();
  const other = await context.newPage();
  await openBlank(other, lists.url);
  await clingToDatabase(other, 99);
  await openRestored(page, lists.url);
  await expectState(page, { sync: 'storage-failed', lists: 'missing' });
});

test('a damaged generation is a loss, and a sync fetches only the manifest', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const generation = await lists.version();
  await openBlank(page, lists.url);
  await damageRow(page, 'rows', 'generation');
  lists.board.turnOn('offline');
  await openRestored(page, lists.url);
  await expectState(page, { lists: 'missing', lost: true, sync: 'feed-unreachable' });
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'undecided', 'lists-missing', null);
  await showBeforeCamera(page, null);
  await page.getByRole('button', { name: 'SKANUJ DALEJ' }).click();
  lists.board.turnOff();
  lists.takeRequests();
  await tellOnline(page);
  await expectState(page, { lists: 'fresh', lost: false, sync: 'done', generation });
  expect(lists.takeRequests()).toEqual(['root/2.json', 'manifest.jwt']);
});

test('a damaged file is a loss, and a sync fetches only that file', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const generation = await lists.version();
  await openBlank(page, lists.url);
  const { files } = await readStored(page);
  const damaged = files.find((path) => path.startsWith('trust-list/')) ?? '';
  await damageRow(page, 'files', damaged);
  lists.board.turnOn('offline');
  await openRestored(page, lists.url);
  await expectState(page, { lists: 'missing', lost: true, sync: 'feed-unreachable' });
  lists.board.turnOff();
  lists.takeRequests();
  await tellOnline(page);
  await expectState(page, { lists: 'fresh', lost: false, sync: 'done', generation });
  expect(lists.takeRequests()).toEqual(['root/2.json', 'manifest.jwt', damaged]);
});

test('a database that is gone is a loss, and an old feed gets no second chance', async ({
  lists,
  openSyncedDevice,
}) => {
  const old = await lists.keepCopy();
  await lists.publish();
  const { page } = await openSyncedDevice();
  const generation = await lists.version();
  await openBlank(page, lists.url);
  await deleteDatabase(page);
  lists.serveCopy(old);
  await openRestored(page, lists.url);
  await expectState(page, { lists: 'missing', lost: true, sync: 'feed-rolled-back' });
  lists.serveCopy(null);
  await tellOnline(page);
  await expectState(page, { lists: 'fresh', lost: false, sync: 'done', generation });
});
