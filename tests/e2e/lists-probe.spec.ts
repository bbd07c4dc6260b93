import { openSynced, test } from './support/lists-test.ts';
test('probe', async ({ lists, openDevice }) => {
  const device = await openDevice();
  const at = Date.now();
  await openSynced(device, lists);
  console.log('opened', Date.now() - at, device.page.workers().map((w) => w.url()));
});
