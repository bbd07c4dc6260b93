/**
 * Two tabs of one device: one asks the feed, both decide by what it brought.
 */
import { expect, expectState, openRestored, tellOnline, test } from './support/lists-test.ts';

test('two tabs ask for the manifest once, and both swap', async ({ lists, openSyncedDevice }) => {
  const { context, page } = await openSyncedDevice();
  const other = await context.newPage();
  await openRestored(other, lists.url);
  await expectState(other, { sync: 'done' });
  const generation = await lists.publish();
  lists.takeRequests();
  const release = lists.hold(/^manifest\.jwt$/);
  await Promise.all([tellOnline(page), tellOnline(other)]);
  await expectState(page, { sync: 'waiting' });
  await expectState(other, { sync: 'waiting' });
  release();
  await expectState(page, { sync: 'done', generation });
  await expectState(other, { sync: 'done', generation });
  expect(lists.takeRequests().filter((path) => path === 'manifest.jwt')).toHaveLength(1);
});

test('what one tab brings, the other has without asking', async ({ lists, openSyncedDevice }) => {
  const { context, page } = await openSyncedDevice();
  const other = await context.newPage();
  await openRestored(other, lists.url);
  await expectState(other, { sync: 'done' });
  const generation = await lists.publish();
  lists.takeRequests();
  await tellOnline(page);
  await expectState(page, { sync: 'done', generation });
  await expectState(other, { sync: 'done', generation });
  const asked = lists.takeRequests();
  expect(asked.filter((path) => path === 'manifest.jwt')).toHaveLength(1);
  expect(new Set(asked).size).toBe(asked.length);
});

test('a tab closed in mid-sync lets the other one synchronise', async ({
  lists,
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  const other = await context.newPage();
  await openRestored(other, lists.url);
  await expectState(other, { sync: 'done' });
  const generation = await lists.publish();
  lists.board.turnOn('hanging', { paths: /^manifest\.jwt$/, nth: 1 });
  await tellOnline(page);
  await expectState(page, { sync: 'waiting' });
  await tellOnline(other);
  await expectState(other, { sync: 'waiting' });
  await page.close();
  await expectState(other, { sync: 'done', generation });
});
