/**
 * A tab, a browser or a worker that dies at the worst moment takes nothing with it: what was shown as
 * synchronised is there when the app is opened again, whole, and the next synchronisation goes on.
 */
import type { Page } from 'playwright';
import {
  crashBrowser,
  crashPage,
  holdSaving,
  stopServiceWorkers,
  syncWorkerOf,
} from './support/lists-crashes.ts';
import { openBlank, readStored } from './support/lists-storage.ts';
import {
  expect,
  expectState,
  openRestored,
  openSynced,
  tellOnline,
  test,
} from './support/lists-test.ts';

/**
 * Milliseconds for the synchronisation that mends all. PLATFORM's two seconds are for a fault's name, which
 * each test has had by then; this one waits for a disk that may still be writing the crash's remains.
 */
const mendedWithin = 15_000;

/** Nothing is torn: a generation is there, and every file that it names. */
async function expectWhole(page: Page, version: number): Promise<void> {
  const stored = await readStored(page);
  expect(stored.version).toBe(version);
  expect(stored.files).toEqual(expect.arrayContaining([...(stored.named ?? [])]));
}

test('a tab that crashes in the middle of saving leaves the generation before', async ({
  lists,
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  const before = await lists.version();
  const after = await lists.publish();
  const saving = await holdSaving(page);
  await tellOnline(page);
  await saving();
  await crashPage(page);

  const again = await context.newPage();
  await openBlank(again, lists.url);
  await expectWhole(again, before);
  lists.board.turnOn('offline');
  await openRestored(again, lists.url);
  await expectState(again, { lists: 'fresh', generation: before, lost: false });
  await expectState(again, { sync: 'feed-unreachable' });
  lists.board.turnOff();
  await tellOnline(again);
  await expectState(again, { sync: 'done', generation: after }, mendedWithin);
});

test('a tab that crashes in the middle of its first saving leaves a first run', async ({
  lists,
  openDevice,
}) => {
  const { context, page } = await openDevice();
  const release = lists.hold(/^manifest\.jwt$/);
  await openRestored(page, lists.url);
  const saving = await holdSaving(page);
  release();
  await saving();
  await crashPage(page);

  const again = await context.newPage();
  lists.board.turnOn('offline');
  await openRestored(again, lists.url);
  await expectState(again, { sync: 'feed-unreachable', lists: 'missing', lost: false });
  lists.board.turnOff();
  await tellOnline(again);
  await expectState(again, { sync: 'done', lists: 'fresh' }, mendedWithin);
});

for (const moment of ['fetching', 'saving'] as const)
  test(`a browser killed in the middle of ${moment} opens again with the generation before`, async ({
    lists,
    openBrowser,
  }) => {
    const device = await openBrowser('missing');
    const { context, page } = device;
    await openSynced(device, lists);
    const before = await lists.version();
    const after = await lists.publish();
    if (moment === 'saving') {
      const saving = await holdSaving(page);
      await tellOnline(page);
      await saving();
    } else {
      lists.board.turnOn('stalled', { paths: /^status\// });
      await tellOnline(page);
      await expectState(page, { sync: 'waiting' });
    }
    await crashBrowser(context);

    lists.board.turnOff();
    const { page: again } = await openBrowser('missing');
    await openBlank(again, lists.url);
    await expectWhole(again, before);
    lists.board.turnOn('offline');
    await openRestored(again, lists.url);
    await expectState(again, { lists: 'fresh', generation: before, lost: false });
    await expectState(again, { sync: 'feed-unreachable' });
    lists.board.turnOff();
    await tellOnline(again);
    await expectState(again, { sync: 'done', generation: after }, mendedWithin);
  });

test('a synchronising worker that throws is named, and the next one works', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const before = await lists.version();
  const after = await lists.publish();
  const release = lists.hold(/^manifest\.jwt$/);
  await tellOnline(page);
  await expectState(page, { sync: /running|waiting/ });
  await syncWorkerOf(page).evaluate(() => {
    setTimeout(() => {
      throw new Error('a fault of the test');
    });
  });
  await expectState(page, { sync: 'sync-crashed', lists: 'fresh', generation: before });
  release();
  await tellOnline(page);
  await expectState(page, { sync: 'done', generation: after });
});

for (const [fault, strike] of [
  ['closes itself', () => self.close()],
  [
    'hangs',
    () => {
      setTimeout(() => {
        for (;;);
      });
    },
  ],
] as const)
  test(`a synchronising worker that ${fault} is waited for, then named, and the next one works`, async ({
    lists,
    openSyncedDevice,
  }) => {
    const { page } = await openSyncedDevice();
    const before = await lists.version();
    const after = await lists.publish();
    await syncWorkerOf(page).evaluate(strike);
    await tellOnline(page);
    await expectState(page, { sync: 'waiting', lists: 'fresh', generation: before });
    await expectState(page, { sync: 'sync-crashed', lists: 'fresh' }, 12_000);
    await tellOnline(page);
    await expectState(page, { sync: 'done', generation: after });
  });

test('a synchronising worker that never comes to life is named, and the next one works', async ({
  lists,
  openDevice,
}) => {
  const { context, page } = await openDevice();
  const worker = /\/assets\/sync\.worker-/;
  await context.route(worker, (route) => route.abort());
  await openRestored(page, lists.url);
  await expectState(page, { sync: 'sync-crashed', lists: 'missing' });
  await context.unroute(worker);
  await tellOnline(page);
  await expectState(page, { sync: 'done', lists: 'fresh' });
});

test('the app goes on without its service worker, and opens offline again', async ({
  lists,
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  const generation = await lists.version();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await stopServiceWorkers(await context.newCDPSession(page));
  await tellOnline(page);
  await expectState(page, { sync: 'done', lists: 'fresh', generation });
  await lists.stop();
  await openRestored(page, lists.url);
  await expectState(page, { sync: 'feed-unreachable', lists: 'fresh', generation });
  await stopServiceWorkers(await context.newCDPSession(page));
  await openRestored(page, lists.url);
  await expectState(page, { sync: 'feed-unreachable', lists: 'fresh', generation });
});
