import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';

const executablePath = process.env['CHROMIUM'];
const port = Number(process.env['TEST_PORT'] ?? 4173);

/** Tests of what a browser keeps: offline copies, pages for "back", what the privacy page promises. */
const ownContext = /(back-forward|base|offline|overlay|privacy)\.spec/;

// The other tests of a worker share a context and a tab, which Playwright empties between tests: with a new context for
// each test, a new process compiles everything again, which takes about a third of the processor time.
// tests/browser/shared-tab.spec.ts checks that nothing of a test stays behind.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  timeout: 180_000, // no journey is timed; a slow machine takes longer
  expect: { timeout: 15_000 },
  snapshotPathTemplate: '../fixtures/aria/{arg}{ext}',
  workers: 2,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: executablePath ? { executablePath } : {},
    serviceWorkers: 'block', // everything works without one; offline.spec.ts allows it
  },
  projects: [
    // First, because it has the longest tests: at the end, one of them would leave the other worker without work.
    { name: 'own-context', use: { ...devices['Desktop Chrome'] }, testMatch: ownContext },
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], reuseContext: true },
      testIgnore: [ownContext, /(no-script|phone)/],
    },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }, testMatch: /phone/ },
    { name: 'no-script', use: { ...devices['Desktop Chrome'], javaScriptEnabled: false }, testMatch: /no-script/ },
  ],
  webServer: {
    command: `node tools/tasks/serve.mjs ${port}`,
    cwd: '../..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
