/**
 * Empties the gallery and makes the world whose cards are on its pictures.
 */
import { mkdirSync, rmSync } from 'node:fs';
import makeTestWorld from '../e2e/support/global-setup.ts';

/** Playwright calls this before the first picture. */
export default function setUp(): void {
  rmSync('gallery', { recursive: true, force: true });
  mkdirSync('gallery');
  makeTestWorld();
}
