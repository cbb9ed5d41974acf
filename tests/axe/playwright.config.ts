import { defineConfig } from '@playwright/test';
import base from '../browser/playwright.config.ts';

// The whole matrix of `npm run axe`: every page and every state, in both themes, at three widths, with every rule.
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 600_000,
  projects: base.projects?.slice(0, 1) ?? [],
  reporter: [['./table.ts']],
});
