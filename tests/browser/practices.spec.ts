import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { practiceRows } from '../../src/core/knowledge/practice-rows.ts';
import { violations, withAxe } from '../support/axe.ts';
import { parseCsv } from '../support/csv.ts';
import { readPdf } from '../support/pdf.ts';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

// All practices side by side, the templates, the index of names, and the order of an entry.

const kb = loadKnowledgeBase();
const rows = practiceRows(kb);
const titles = (page: Page) => page.locator('.practices tbody tr:visible th a').allTextContents();
const head = (page: Page, name: string) => page.getByRole('columnheader', { name });

test('the practices are sorted by any column, and the sorted column says so', async ({ page }) => {
  await withAxe(page);
  await page.goto('/practices/');
  await expect(page.locator('.practices tbody tr')).toHaveCount(36);
  await expect(head(page, 'Practice')).toHaveAttribute('aria-sort', 'ascending');
  expect(await titles(page)).toEqual(rows.map(({ title }) => title));

  await page.getByRole('button', { name: 'Sort by: Interviewees' }).press('Enter');
  await expect(head(page, 'Interviewees')).toHaveAttribute('aria-sort', 'descending');
  await expect(page.locator('.practices [aria-sort]')).toHaveCount(1);
  const counts = (await page.locator('.practices tbody td:nth-child(6)').allTextContents()).map(Number);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  await page.getByRole('button', { name: 'Sort by: Interviewees' }).press('Enter');
  await expect(head(page, 'Interviewees')).toHaveAttribute('aria-sort', 'ascending');
  expect(await violations(page)).toEqual([]);
});

test('what hurts leaves only the practices that ease it', async ({ page }) => {
  await page.goto('/practices/');
  await page.getByLabel('What hurts').selectOption({ label: 'Alert fatigue' });
  const easing = rows.filter(({ eases }) => eases.includes('alert-fatigue'));
  await expect(page.locator('.filters [role=status]')).toHaveText(
    easing.length === 1 ? '1 practice' : `${easing.length} practices`,
  );
  expect(await titles(page)).toEqual(easing.map(({ title }) => title));
  await page.getByLabel('What hurts').selectOption({ label: 'Anything' });
  await expect(page.locator('.practices tbody tr:visible')).toHaveCount(36);
});

test('the table can be downloaded, and fits on two sheets of paper', async ({ page }) => {
  await page.goto('/practices/');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  const [names = [], ...lines] = parseCsv(readFileSync(await (await waiting).path(), 'utf8'));
  expect(lines.map((line) => line[names.indexOf('Practice')])).toEqual(rows.map(({ title }) => title));
  expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([names.length]));
  const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toHaveLength(2);
});

test('a template is copied and downloaded as it is kept', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const practice = [...kb.entries.values()].find(({ template }) => template);
  if (!practice?.template) throw new Error('there is no template');
  const { file, title } = practice.template;
  const text = readFileSync(`content/templates/${file}`, 'utf8');
  await page.goto(`/entries/${practice.id}/`);
  await page.getByRole('button', { name: `Copy ${title}` }).click();
  await expect(page.locator('#copied')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await page.goto('/templates/');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: `Download ${file}` }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(file);
  expect(readFileSync(await download.path(), 'utf8')).toBe(text);
});

test('the index has every entry once, with its other names', async ({ page }) => {
  await page.goto('/knowledge/');
  await expect(page.locator('.letter-index').first().locator('li li')).toHaveCount(loadKnowledgeBase().entries.size);
  await page.getByText('All other names, A to Z').click();
  await expect(page.locator('.other-names li li', { hasText: /^Concept drift/ })).toHaveText(
    'Concept drift → Natural drift',
  );
  const line = page.locator('.letter-index').first().locator('li li', { hasText: 'concept drift' });
  await expect(line).toHaveText(/^Natural drift /);
  await line.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Natural drift');
  await expect(page.locator('.aliases')).toContainText('concept drift');
});
