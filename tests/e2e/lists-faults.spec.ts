/**
 * Whatever a feed's server, or the road to it, does wrong has its name on the screen within two
 * seconds. The lists that a device had stay and decide, and the next good answer mends it.
 */
import type { FaultName } from '../simulator/faults.ts';
import { showBeforeCamera } from './support/canvas-camera.ts';
import { expect, expectState, openSynced, tellOnline, test } from './support/lists-test.ts';
import { expectVerdict } from './support/test.ts';

const manifest = /^manifest\.jwt$/;
const status = /^status\//;

for (const [fault, paths, name] of [
  ['offline', /./, 'feed-unreachable'],
  ['server-error', /./, 'feed-unreachable'],
  ['server-error', status, 'feed-unreachable'],
  ['too-many-requests', manifest, 'feed-unreachable'],
  ['missing', manifest, 'feed-unreachable'],
  ['missing', status, 'feed-unreachable'],
  ['captive-portal', /./, 'feed-wrong-type'],
  ['wrong-type', status, 'feed-wrong-type'],
  ['cut', status, 'feed-truncated'],
  ['cut-unnoticed', status, 'feed-truncated'],
  ['cut-unnoticed', manifest, 'feed-malformed'],
  ['truncated', status, 'feed-truncated'],
  ['endless', manifest, 'feed-too-large'],
  ['endless', status, 'feed-too-large'],
  ['oversized', status, 'feed-too-large'],
  ['bomb', manifest, 'feed-too-large'],
  ['bomb', status, 'feed-too-large'],
  ['rubbish', manifest, 'feed-malformed'],
  ['rubbish', status, 'feed-malformed'],
  ['bad-gzip', status, 'feed-truncated'],
  ['hanging', /./, 'waiting'],
  ['hanging', status, 'waiting'],
  ['stalled', status, 'waiting'],
  ['slow', manifest, 'waiting'],
] satisfies readonly (readonly [FaultName, RegExp, string])[])
  test(`"${fault}" on ${paths.source} is named ${name}, and the lists stay`, async ({
    lists,
    openDevice,
  }) => {
    const device = await openDevice();
    await openSynced(device, lists);
    const before = await lists.version();
    const after = await lists.publish();
    lists.board.turnOn(fault, { paths });
    await tellOnline(device.page);
    await expectState(device.page, { sync: name, lists: 'fresh', generation: before });
    lists.board.turnOff();
    // A request that hangs is given up and made again before this one.
    await tellOnline(device.page);
    await expectState(device.page, { sync: 'done', generation: after }, 20_000);
  });
