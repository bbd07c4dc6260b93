/**
 * The credential's bench: how fast a check is, how large codes are, what the verifying part of the page
 * weighs. Rows come as they are measured; the fastest to come are first.
 */
import type { Row } from '../report.ts';
import { makeCheckPool } from './check-pool.ts';
import { codesNeeded, measureCheck, rubbishNeeded } from './measure-check.ts';
import { measureInChromium } from './measure-in-chromium.ts';
import { sizeRows } from './size-rows.ts';
import { speedRows } from './speed-rows.ts';
import { weightRows } from './weight-rows.ts';

/** Measures all of it. */
export async function* benchCredential(): AsyncGenerator<readonly Row[]> {
  yield* sizeRows();
  yield await weightRows();
  const pool = await makeCheckPool(codesNeeded, rubbishNeeded);
  yield speedRows('Node', await measureCheck(pool));
  yield speedRows('Chromium', await measureInChromium(pool));
}
