/**
 * The lists' bench: what a feed weighs on the wire, what an update costs, and what a sync costs a
 * device, for 20 million cards and for Poland's. Rows come as they are measured.
 */
import { seededDice } from '../../../src/issuer/specimens.ts';
import type { Row } from '../report.ts';
import { deviceRows } from './device-rows.ts';
import { makeFeed } from './made-up-feed.ts';
import { worlds } from './made-up-worlds.ts';
import { measureDevice } from './measure-device.ts';
import { measureHttp2 } from './measure-http2.ts';
import { http2Rows, sizeRows, updateRows } from './size-rows.ts';

/** Measures all of it. */
export async function* benchLists(): AsyncGenerator<readonly Row[]> {
  for (const world of worlds) {
    // A device refuses lists that are expired or from the future: these are a minute old.
    const now = Math.floor(Date.now() / 1000) - 60;
    const feed = await makeFeed(world.lists, seededDice(world.seed), now);
    yield sizeRows(world, feed);
    yield http2Rows(world, feed, await measureHttp2(feed));
    yield await updateRows(world, feed);
    yield deviceRows(world.name, feed, await measureDevice(feed));
  }
}
