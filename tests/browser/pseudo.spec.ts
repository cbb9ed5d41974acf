import { expect, test } from '@playwright/test';
import { testBuilds } from '../../tools/tasks/test-builds.mjs';
import { clipped, sideways } from '../support/fits.ts';
import { expectNoFaults } from '../support/sheet-faults.ts';
import { type ServedBuild, serveBuild } from '../support/test-build.ts';

// The layout in a language whose sentences are 40 % longer, from left to right and from right to left: the site in a
// made-up language (src/i18n/pseudo.ts), which `node tools/tasks/test-builds.mjs` builds.

let site: ServedBuild;
let home = '';

test.beforeAll(async () => {
  site = await serveBuild(testBuilds.pseudo);
  home = site.home;
});
test.afterAll(() => site?.close());

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
      await page.goto(home + path.slice(1));
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await expect(page.locator('svg').first()).toHaveCSS('direction', 'ltr'); // drawings keep their places
      await expect(page.locator('main')).toContainText(/[åéôû]{2}/);
      expect([...(await sideways(page)), ...(await clipped(page))]).toEqual([]);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
      expect([...(await sideways(page)), ...(await clipped(page))]).toEqual([]);
    });

test('the practice sheet has room for longer notes in its heads', async ({ page }) => {
  await page.goto(`${home}sample/card-fraud-score/`);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await expectNoFaults(page);
});
