import { expect, type Page, test } from '@playwright/test';
import { onPageError } from '../support/page-errors.ts';
import { openState } from '../support/page-states.ts';
import { openSettled } from '../support/settled.ts';
import { type Journey, journeys } from '../support/translated-journeys.ts';
import { translate, type Way } from '../support/translator.ts';

// A page translated by the browser shows the same as the original after every action that changes it.

/** The text of a page in capitals, which a translator that changes words writes. */
const textOf = (page: Page) =>
  page.locator('main').evaluate((main) => main.textContent?.replaceAll(/\s+/g, ' ').toUpperCase());

/** Takes a journey; if a way is given, the page is translated after the first step. */
async function take(page: Page, { path, kept = {}, first, acts }: Journey, way?: Way): Promise<void> {
  await page.clock.setFixedTime('2026-11-23T10:00:00Z');
  await openState(page, { name: '', path, kept });
  await first(page);
  if (way) await translate(page, way);
  for (const act of acts) await act(page);
}

for (const [name, journey] of Object.entries(journeys))
  test(`translated, ${name}: shows the same as the original`, async ({ page }) => {
    const problems: string[] = [];
    await take(page, journey);
    const original = await textOf(page);
    for (const way of ['replaces texts', 'wraps texts', 'changes words'] as const) {
      await page.goto('/404.html');
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      const stop = onPageError(page, ({ message }) => problems.push(`${way}: ${message}`));
      await take(page, journey, way);
      await expect.poll(() => textOf(page), way).toBe(original);
      expect(await page.locator('main font').count(), 'the page is still translated').toBeGreaterThan(5);
      stop();
    }
    expect(problems).toEqual([]);
  });

test('translated, the notice about the network disappears with what it says', async ({ page, context }) => {
  await Promise.all([page.waitForResponse(/\/once-loaded[^/]*\.js$/), openSettled(page, '/')]);
  const notice = page.locator('.copy-notice');
  await context.setOffline(true);
  try {
    await expect(notice).toContainText('You are offline');
    await translate(page, 'changes words');
    await expect(notice).toContainText('YOU ARE OFFLINE');
  } finally {
    await context.setOffline(false);
  }
  await expect(notice).toBeHidden();
});

test('translated, a search announces the same result once', async ({ page }) => {
  await page.clock.install();
  await page.goto('/method/');
  await translate(page, 'changes words');
  const status = page.locator('form.search [role=status]');
  const results = async (words: string) => {
    await page.getByRole('combobox').fill(words);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.clock.runFor(1000);
  };
  await results('drift');
  await expect(status).toContainText('ENTRIES FOUND');
  await status.evaluate(({ firstElementChild }) => firstElementChild?.setAttribute('id', 'said'));
  await results('drift ');
  await expect(status.locator('#said')).toBeAttached();
  await results('driff');
  await expect(status.locator('#said')).toBeHidden();
});
