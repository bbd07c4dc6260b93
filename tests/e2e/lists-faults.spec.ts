/**
 * Whatever a feed's server, or the road to it, does wrong has its name on the screen within two
 * seconds. The lists that a device had stay and decide, and the next good answer mends it.
 */
import type { FaultName } from '../simulator/faults.ts';
import { showBeforeCamera } from './support/canvas-camera.ts';
import { expect, expectState, tellOnline, test } from './support/lists-test.ts';
import { expectVerdict } from './support/test.ts';

const manifest = /^manifest\.jwt$/;
const status = /^status\//;

for (const [fault, paths, name] of [
  ['offline', /./, 'feed-unreachable'],
  ['server-error', /./, 'feed-unreachable'],
  ['too-many-requests', manifest, 'feed-unreachable'],
  ['missing', manifest, 'feed-unreachable'],
  ['captive-portal', /./, 'feed-wrong-type'],
  ['wrong-type', status, 'feed-wrong-type'],
  ['cut', status, 'feed-truncated'],
  ['cut-unnoticed', status, 'feed-truncated'],
  ['cut-unnoticed', manifest, 'feed-truncated'],
  ['truncated', status, 'feed-truncated'],
  ['endless', status, 'feed-too-large'],
  ['bomb', status, 'feed-too-large'],
  ['rubbish', status, 'feed-malformed'],
  ['bad-gzip', status, 'feed-truncated'],
] satisfies readonly (readonly [FaultName, RegExp, string])[])
  test(`"${fault}" on ${paths.source} is named ${name}, lists stay, and the next answer mends it`, async ({
    lists,
    openSyncedDevice,
  }) => {
    const device = await openSyncedDevice();
    const before = await lists.version();
    const after = await lists.publish();
    lists.board.turnOn(fault, { paths });
    await tellOnline(device.page);
    await expectState(device.page, { sync: name, lists: 'fresh', generation: before });
    lists.board.turnOff();
    await tellOnline(device.page);
    await expectState(device.page, { sync: 'done', generation: after });
  });

for (const [fault, paths] of [
  ['hanging', /./],
  ['stalled', status],
  ['slow', manifest],
] satisfies readonly (readonly [FaultName, RegExp])[])
  test(`"${fault}" on ${paths.source} is named waiting, and cards are judged meanwhile`, async ({
    lists,
    openSyncedDevice,
  }) => {
    const { page } = await openSyncedDevice();
    const before = await lists.version();
    await lists.publish();
    lists.board.turnOn(fault, { paths });
    await tellOnline(page);
    await expectState(page, { sync: 'waiting', lists: 'fresh', generation: before });
    await showBeforeCamera(page, await lists.signCode('valid'));
    await expectVerdict(page, 'accepted', 'valid', 'granted');
  });

test('a server that falls silent is given up and asked again', async ({
  lists,
  openSyncedDevice,
}) => {
  const device = await openSyncedDevice();
  const after = await lists.publish();
  lists.board.turnOn('hanging', { paths: manifest, nth: 1 });
  await tellOnline(device.page);
  await expectState(device.page, { sync: 'waiting' });
  await expectState(device.page, { sync: 'done', generation: after }, 15_000);
});

test('a check in mid-sync is judged by the lists that were there, the next one by the new lists', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const before = await lists.version();
  const after = await lists.publish('valid', 'revoked');
  const release = lists.hold(status);
  await tellOnline(page);
  await expectState(page, { sync: 'waiting', generation: before });
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'granted');
  await expect(page.locator('[data-verdict] .small')).toHaveText(
    /^valid · listy: dziś, \d\d:\d\d ·\szapis\s[0-9A-Z]{4}-[0-9A-Z]{4}$/u,
  );
  const verdict = page.locator('[data-verdict]');
  await expect(verdict).toHaveAttribute('data-generation', String(before));
  release();
  await expect(page.locator('[data-verdict="rejected"]')).toBeVisible();
  await expectVerdict(page, 'rejected', 'revoked', null);
  await expect(verdict).toHaveAttribute('data-generation', String(after));
  await page.getByRole('button', { name: 'SKANUJ DALEJ' }).click();
  await expectState(page, { sync: 'done', generation: after });
});

test('an old feed that is served again is named, and the lists stay', async ({
  lists,
  openSyncedDevice,
}) => {
  const old = await lists.keepCopy();
  await lists.publish();
  const device = await openSyncedDevice();
  const generation = await lists.version();
  lists.serveCopy(old);
  await tellOnline(device.page);
  await expectState(device.page, { sync: 'feed-rolled-back', lists: 'fresh', generation });
  await device.page.reload();
  await expectState(device.page, { sync: 'feed-rolled-back', lists: 'fresh', generation }, 10_000);
});

test('a server that says "unchanged" of everything keeps a device on its lists, and no longer', async ({
  lists,
  openSyncedDevice,
}) => {
  const device = await openSyncedDevice();
  const before = await lists.version();
  const after = await lists.publish();
  lists.board.turnOn('wrong-etag');
  await tellOnline(device.page);
  await expectState(device.page, { sync: 'done', lists: 'fresh', generation: before });
  lists.board.turnOff();
  await tellOnline(device.page);
  await expectState(device.page, { sync: 'done', generation: after });
});

test('after two failures the device rests, and a person may end that', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  const after = await lists.publish();
  lists.board.turnOn('captive-portal');
  await tellOnline(page);
  await expectState(page, { sync: 'feed-wrong-type', resting: false });
  await tellOnline(page);
  await expectState(page, { sync: 'feed-wrong-type', resting: true });
  lists.board.turnOff();
  lists.takeRequests();
  // Coming back to the front is not enough.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.locator('.top-bar .chip').last().click();
  await expect(page.getByText('Po kilku błędach następna próba')).toBeVisible();
  expect(lists.takeRequests()).toEqual([]);
  await page.getByRole('button', { name: 'Pobierz teraz' }).click();
  await page.getByRole('button', { name: 'Wróć do skanowania' }).click();
  await expectState(page, { sync: 'done', resting: false, generation: after });
});

test('a first run without a network gets its lists by itself when there is one', async ({
  lists,
  openDevice,
}) => {
  const { context, page } = await openDevice();
  lists.board.turnOn('offline');
  await page.goto(lists.url);
  await expectState(page, { sync: 'feed-unreachable', lists: 'missing', lost: false }, 10_000);
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'undecided', 'lists-missing', null);
  await page.getByRole('button', { name: 'SKANUJ DALEJ' }).click();
  await context.setOffline(true);
  lists.board.turnOff();
  await context.setOffline(false);
  await expectVerdict(page, 'accepted', 'valid', 'granted');
});
