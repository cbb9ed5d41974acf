import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';

const executablePath = process.env['CHROMIUM'];
const port = Number(process.env['TEST_PORT'] ?? 4173);

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
    { name: 'desktop', use: { ...devices['Desktop Chrome'] }, testIgnore: /(no-script|phone)/ },
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
