/**
 * End-to-end tests: the built app in a real Chromium with a fake camera. One at a time, because a
 * software-decoded camera takes a core of its own.
 */
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  // `npm run test:long` has those that wait long; what they test has unit tests, too.
  grepInvert: process.env.LONG === undefined ? /@long/ : [],
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
