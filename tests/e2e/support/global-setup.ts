/**
 * Makes the world that all end-to-end tests share, once, from nothing.
 */
import { rmSync } from 'node:fs';
import { mleg, worldFolder } from './app-server.ts';

/** Playwright calls this before the first test. */
export default function makeTestWorld(): void {
  rmSync(worldFolder, { recursive: true, force: true });
  mleg('world', worldFolder, '--seed', '7');
}
