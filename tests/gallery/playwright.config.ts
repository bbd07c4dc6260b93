/**
 * `npm run gallery`: takes pictures of every screen instead of testing them, with the end-to-end tests'
 * own app and devices.
 */
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: 'take-pictures.ts',
  outputDir: '../../test-results',
  globalSetup: './global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  reporter: [['list']],
});
