import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { onPageError } from '../support/page-errors.ts';
import { reportShown } from '../support/report-shown.ts';
import { openSettled } from '../support/settled.ts';
import { generateTeam } from '../support/teams.ts';

// No address may break a page: fragments and parameters come from links that people write, truncate and encode.

const pack = packOf(loadKnowledgeBase());
const addresses = ['#%', '?q=%E0%A4%A&before=%&now=%00&kind=%27%22%3E%3Cb%3E&__proto__=1&&=#%E0%A4%A"] > *'];

/** Collects the uncaught errors of a page from now on. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  onPageError(page, (error) => errors.push(`${page.url()}: ${error}`));
  return errors;
}

async function storeTeam(page: Page): Promise<void> {
  await page.goto('/404.html');
  const team = { ...generateTeam(pack, 4), system: 'Parcels', date: '2026-11-01', savedAt: '2026-11-01T10:00:00Z' };
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:a', text), JSON.stringify(team));
}

test('a report renders completely whatever follows the "#"', async ({ page }) => {
  const errors = errorsOf(page);
  await storeTeam(page);
  await page.goto('/assess/full/report/');
  await reportShown(page);
  const titles = await page.locator('.report h2').allTextContents();
  expect(titles.length).toBeGreaterThan(5);
  for (const address of addresses) {
    await page.goto('/404.html');
    await page.goto(`/assess/full/report/${address}`);
    await expect.poll(() => page.locator('.report h2').allTextContents()).toEqual(titles);
  }
  expect(errors).toEqual([]);
});

test('a page of the assessment works under the name of its file, as some hosts and bookmarks have it', async ({
  page,
}) => {
  const errors = errorsOf(page);
  await storeTeam(page);
  await page.goto('/assess/full/report/index.html');
  await reportShown(page);
  await page.goto('/assess/index.html');
  await expect(page.locator('.draft-list li')).toHaveCount(1);
  await page.goto('/assess/quick/check/index.html');
  await page.locator('main a.primary').click();
  await reportShown(page);
  expect(errors).toEqual([]);
});

/** Pages with a script that reads the address, and something that has to be there once it has run. */
const pages: readonly (readonly [path: string, done: string])[] = [
  ['/', '#continue:not([hidden])'],
  ['/assess/', '.draft-list li'],
  ['/assess/quick/fast-idea-to-model/', 'summary:text-is("Keyboard")'],
  ['/assess/full/check/', '.answered, dl, table, ul'],
  ['/assess/full/stage/experimentation/', 'fieldset'],
  ['/assess/full/meeting/fast-idea-to-model/', 'fieldset'],
  ['/open/', 'h1'],
  ['/compare/', '.two-sides'],
  ['/together/', '.add-kept'],
  ['/teams/', '.import-panel'],
  ['/entries/', '#found-count'],
  ['/map/', 'svg .node, svg'],
  ['/privacy/', '#forget:not([hidden])'],
  ['/study/participants/', 'form.filters'],
];

for (const [path, done] of pages) {
  test(`${path} works with malformed addresses`, async ({ page }) => {
    const errors = errorsOf(page);
    await storeTeam(page);
    for (const address of addresses) {
      await page.goto('/404.html');
      await openSettled(page, path + address); // every script has run
      await expect(page.locator(done).first()).toBeAttached();
    }
    expect(errors).toEqual([]);
  });
}
