/**
 * The app below a path of its host: it works offline from there, and two of them share nothing, as two
 * operators on one host must not.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { requestListener } from '../../src/cli/serve.ts';
import { worldFolder } from './support/app-server.ts';
import { expect, expectState, test } from './support/lists-test.ts';

/** The built app at / and, with lists of its own, at /jeden/ and /dwa/. */
async function serveTwice(): Promise<{ readonly server: Server; readonly url: string }> {
  const answer = requestListener(path.join(worldFolder, 'app'), worldFolder, Promise.resolve());
  const server = createServer((request, response) => {
    request.url = request.url?.replace(/^\/(?:jeden|dwa)\//, '/') ?? '/';
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/` };
}

test('two apps on one host share no lists, and each opens offline', async ({
  // The server of all end-to-end tests is what builds the app.
  app: _app,
  openDevice,
}) => {
  const { context, page } = await openDevice();
  const { server, url } = await serveTwice();
  try {
    await page.goto(`${url}jeden/`);
    await expectState(page, { sync: 'done', lists: 'fresh' }, 20_000);
    await page.evaluate(() => navigator.serviceWorker.ready);

    // Another operator's app has not brought its lists yet: it must not find those of the first.
    const isFeed = /\/dwa\/feed\//;
    await context.route(isFeed, (route) => route.abort());
    await page.goto(`${url}dwa/`);
    await expectState(page, { lists: 'missing', lost: false, sync: 'feed-unreachable' }, 20_000);
    await context.unroute(isFeed);
    await page.reload();
    await expectState(page, { sync: 'done', lists: 'fresh' }, 20_000);
    await page.evaluate(() => navigator.serviceWorker.ready);

    await page.goto(url);
    await expectState(page, { sync: 'done', lists: 'fresh' }, 20_000);
    await page.evaluate(() => navigator.serviceWorker.ready);

    await context.setOffline(true);
    for (const place of ['jeden/', 'dwa/', '']) {
      await page.goto(`${url}${place}`);
      await expectState(page, { lists: 'fresh' }, 10_000);
    }
    const databases = await page.evaluate(() => indexedDB.databases());
    expect(databases.map(({ name }) => name).sort()).toEqual([
      'mleg-verifier',
      'mleg-verifier /dwa/',
      'mleg-verifier /jeden/',
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
