import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = new URL('.', import.meta.url).pathname;
const alias = { '@': root };
/** The one fuzz target that needs a page. */
const IN_BROWSER = 'tests/fuzz/article.test.ts';
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        plugins: [WxtVitest()],
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'properties',
          include: ['tests/properties/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts'],
          exclude: [IN_BROWSER],
          testTimeout: 600_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'tracker',
          include: ['tests/tracker/**/*.test.ts'],
          globalSetup: ['tests/tracker/global-setup.ts'],
          // One process for all files, so that PGlite is opened once: 5 s and 830 MB each time.
          isolate: false,
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        // Named, since Vite reloads a running test when it comes upon them.
        optimizeDeps: {
          include: [
            '@tanstack/react-virtual',
            'fast-check',
            'react',
            'react/jsx-dev-runtime',
            'react-dom',
            'react-dom/client',
            'uqr',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}', IN_BROWSER],
          // 5,000 pages take 3 s on an idle machine.
          testTimeout: 60_000,
          env: { UADE_FUZZ: process.env['UADE_FUZZ'], UADE_SEED: process.env['UADE_SEED'] },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
                args: CHROMIUM_FLAGS,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
