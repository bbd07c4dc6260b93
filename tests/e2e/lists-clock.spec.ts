/**
 * A clock that jumps, on the device or on the server: nothing is accepted under a clock that cannot be
 * right, and what speaks against it is said.
 */
import { showBeforeCamera } from './support/canvas-camera.ts';
import { expectState, openRestored, openSynced, tellOnline, test } from './support/lists-test.ts';
import { installPageClock, setPageClock } from './support/page-clock.ts';
import { expectVerdict } from './support/test.ts';

const hour = 3_600_000;
const day = 24 * hour;

test('a clock set back by an hour in a running app is untrusted', async ({ lists, openDevice }) => {
  const device = await openDevice();
  const { context, page } = device;
  await installPageClock(context);
  await openSynced(device, lists);
  await setPageClock(page, -hour);
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'undecided', 'clock-untrusted', null);
});

test('a clock that was ahead and is set back is untrusted, in this session and the next', async ({
  lists,
  openDevice,
}) => {
  const device = await openDevice();
  const { context, page } = device;
  await installPageClock(context);
  await openSynced(device, lists);
  await setPageClock(page, 3 * hour);
  await tellOnline(page);
  await expectState(page, { sync: 'done', lists: 'fresh' });
  lists.board.turnOn('offline');
  // The true time, at which lists and code are as they should be.
  await setPageClock(page, 0);
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'undecided', 'clock-untrusted', null);
  await openRestored(page, lists.url);
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'undecided', 'clock-untrusted', null);
});

test('a newer manifest forgives a clock that was ahead', async ({ lists, openDevice }) => {
  const device = await openDevice();
  const { context, page } = device;
  await installPageClock(context);
  await openSynced(device, lists);
  await setPageClock(page, 3 * hour);
  await tellOnline(page);
  await expectState(page, { sync: 'done', lists: 'fresh' });
  await setPageClock(page, 0);
  const generation = await lists.publish();
  await tellOnline(page);
  await expectState(page, { sync: 'done', generation, clock: 'steady' });
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'granted');
});

test('a clock ahead by days in a running app makes the lists expired', async ({
  lists,
  openDevice,
}) => {
  const device = await openDevice();
  const { context, page } = device;
  await installPageClock(context);
  await openSynced(device, lists);
  await setPageClock(page, 8 * day);
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'undecided', 'lists-expired', null);
});

test('an app opened days ahead says that its lists are expired, and no feed can mend that', async ({
  lists,
  openSyncedDevice,
}) => {
  const { context, page } = await openSyncedDevice();
  const generation = await lists.version();
  await installPageClock(context, 8 * day);
  await openRestored(page, lists.url);
  await expectState(page, { lists: 'expired', sync: 'feed-expired', generation, lost: false });
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expectVerdict(page, 'undecided', 'lists-expired', null);
});

for (const [shift, clock] of [
  [2 * hour, 'behind'],
  [-2 * hour, 'ahead'],
] as const)
  test(`a server whose clock is ${shift / hour} hours off is a word about the clock, and no more`, async ({
    lists,
    openDevice,
  }) => {
    const { page } = await openDevice();
    lists.shiftClock(shift);
    await openRestored(page, lists.url);
    await expectState(page, { sync: 'done', lists: 'fresh', clock });
    await showBeforeCamera(page, await lists.signCode('valid'));
    await expectVerdict(page, 'accepted', 'valid', 'granted');
  });
