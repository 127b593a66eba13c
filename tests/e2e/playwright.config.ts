import { defineConfig } from '@playwright/test';

// One worker: the e2e build talks to one tracker on one port.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.tmp/e2e',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  // The first start of a tracker makes its database: 5 s of processor time on an idle machine.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 30_000 },
  forbidOnly: true,
});
