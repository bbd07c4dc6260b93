/**
 * The app's bench: what Lighthouse says of it, how soon each screen answers a finger on a slow phone,
 * and how soon its camera is live when it is opened without a network. All of it on the built app as
 * `npm start` serves it, over a world of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp } from '../../e2e/support/app-server.ts';
import type { Row } from '../report.ts';
import { coldStartRows } from './cold-start-rows.ts';
import { interactionRows } from './interaction-rows.ts';
import { lighthouseRows } from './lighthouse-rows.ts';

const port = 4275;

/** Measures all of it. */
export async function* benchApp(): AsyncGenerator<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mleg-bench-'));
  const world = path.join(folder, 'world');
  const app = await startApp(port, world);
  try {
    yield await lighthouseRows(app.url, folder);
    yield await interactionRows(app.url, world);
    yield await coldStartRows(app, folder);
  } finally {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
