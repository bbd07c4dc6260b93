/**
 * Finds the Chromium that all browser tests drive, and names the flags they start it with.
 * The order: CHROMIUM_PATH, Playwright's own download, the distribution's Chromium, Google Chrome.
 * A binary counts only when it starts: a download without its system libraries, or a stub that a
 * distribution leaves behind, would otherwise hide a working browser further down the list.
 * Installing one is left to install-chromium.ts.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
] as const;

const VERSION_TIMEOUT_MS = 20_000;

/** Reads the version line of the browser at `path`; null when it is absent or does not start. */
export const readChromiumVersion = (path: string): string | null => {
  if (!existsSync(path)) return null;
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return 'Chromium';
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: VERSION_TIMEOUT_MS });
  return run.status === 0 ? run.stdout.trim() : null;
};

/** Returns the path of the first Chromium that starts, or null; throws on a wrong CHROMIUM_PATH. */
export const findChromium = (): string | null => {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (readChromiumVersion(chosen) !== null) return chosen;
    throw new Error(`CHROMIUM_PATH is set to ${chosen}, and no browser starts from there.`);
  }
  const paths = [chromium.executablePath(), ...USUAL_PATHS];
  return paths.find((path) => readChromiumVersion(path) !== null) ?? null;
};

/** Returns the flags of every start: no background traffic; for root, who has none, no sandbox. */
export const chromiumArguments = (): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
