import { existsSync } from 'node:fs';
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { siteServer } from '../../tools/tasks/serve.mjs';
import { testBuilds } from '../../tools/tasks/test-builds.mjs';
import { clipped, sideways } from '../support/fits.ts';

// The layout in a language whose sentences are 40 % longer, from left to right and from right to left: the site in a
// made-up language (src/i18n/pseudo.ts), which `node tools/tasks/test-builds.mjs` builds.

const { folder } = testBuilds.pseudo;
let server: http.Server;
let home = '';

test.beforeAll(async () => {
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Run: node tools/tasks/test-builds.mjs`);
  server = siteServer({ root: folder, base: '/' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  server?.closeAllConnections();
  server?.close();
});

const pages = {
  home: '/',
  'the start of an assessment': '/assess/',
  'a question': '/assess/quick/environment-parity/',
  'a report': '/sample/card-fraud-score/',
  comparing: '/compare/',
  'an entry': '/entries/alert-fatigue/',
  'all entries': '/entries/',
};

for (const [name, path] of Object.entries(pages))
  for (const width of [390, 1280])
    test(`${name} fits a language that is longer or runs from right to left, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(home + path);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await expect(page.locator('svg').first()).toHaveCSS('direction', 'ltr'); // drawings keep their places
      await expect(page.locator('main')).toContainText(/[åéôû]{2}/);
      expect([...(await sideways(page)), ...(await clipped(page))]).toEqual([]);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
      expect([...(await sideways(page)), ...(await clipped(page))]).toEqual([]);
    });
