/**
 * Makes sure that the browser tests have a Chromium, and says which one they use.
 * Run before the tests. It does nothing when one is found; else it tries Playwright's download,
 * then, as root where there is apt, the distribution's package. Each attempt is limited in time, so
 * that a machine without a network gets an answer and not a wait. Finding one is left to
 * find-chromium.ts.
 */

import { spawnSync } from 'node:child_process';
import { findChromium, readChromiumVersion } from './find-chromium.ts';

const DOWNLOAD_TIMEOUT_MS = 240_000;
const UPDATE_TIMEOUT_MS = 90_000;
// Above the 300 s that apt may wait for another apt's lock.
const INSTALL_TIMEOUT_MS = 600_000;

const ADVICE = `No Chromium was found, and none could be installed. Do one of these:
  npx playwright install --with-deps chromium   (needs a network)
  apt-get install chromium                      (as root, on Debian and Ubuntu)
  CHROMIUM_PATH=/path/to/chrome npm test        (a Chromium or Chrome that you have)`;

const run = (command: string, parameters: readonly string[], timeout: number): boolean => {
  console.log(`No Chromium found. Trying: ${command} ${parameters.join(' ')}`);
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  };
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', timeout, env });
  return status === 0;
};

const downloadWithPlaywright = (): void => {
  run('npx', ['--no-install', 'playwright', 'install', 'chromium'], DOWNLOAD_TIMEOUT_MS);
};

const installWithApt = (): void => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  if (!run('apt-get', ['update'], UPDATE_TIMEOUT_MS)) return;
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  const wanted = ['install', '-y', '--no-install-recommends', 'chromium'];
  run('apt-get', [...lock, ...wanted], INSTALL_TIMEOUT_MS);
};

const provideChromium = (): string | null => {
  const found = findChromium();
  if (found !== null) return found;
  downloadWithPlaywright();
  const downloaded = findChromium();
  if (downloaded !== null) return downloaded;
  installWithApt();
  return findChromium();
};

try {
  const path = provideChromium();
  if (path === null) throw new Error(ADVICE);
  console.log(`Browser tests use ${readChromiumVersion(path)} at ${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
