import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';

const kb = loadKnowledgeBase();
const ids = [...kb.entries.keys()];

test.describe('the list of all entries', () => {
  const visible = (page: Page) => page.locator('.card:visible');

  test('words and facets narrow it, live in the address, and survive reload and going back', async ({ page }) => {
    await page.goto('/entries/');
    await expect(visible(page)).toHaveCount(ids.length);
    await page.getByRole('checkbox', { name: /^Pain points/ }).check();
    await expect(visible(page)).toHaveCount(14);
    await expect(page).toHaveURL('/entries/?kind=pain-point');
    await page.locator('summary', { hasText: 'The three Vs' }).click();
    await page.getByRole('checkbox', { name: /^Versioning/ }).check();
    await expect(page).toHaveURL(/variable=versioning/); // written once the list is drawn
    const both = await visible(page).count();
    expect(both).toBeLessThan(14);
    await page.reload();
    await expect(visible(page)).toHaveCount(both);
    await page.goBack();
    await expect(visible(page)).toHaveCount(14);
    await expect(page.getByRole('checkbox', { name: /^Versioning/ })).not.toBeChecked();
  });

  test('a query puts the best entry first and marks its words', async ({ page }) => {
    await page.goto('/entries/?q=alert+fatigue');
    await expect(visible(page).first()).toHaveAttribute('id', 'alert-fatigue');
    await expect(visible(page).first().locator('mark').first()).toHaveText(/alert/i);
  });

  test('counts say what each choice would leave, and a choice that leaves nothing cannot be taken', async ({
    page,
  }) => {
    await page.goto('/entries/?kind=pain-point');
    for (const box of await page.locator('.facet input[name=variable]').all()) {
      const shown = box.locator('xpath=../*[contains(@class, "count")]');
      await expect(shown).toHaveText(/\d/);
      const count = Number(await shown.textContent());
      if (count === 0) await expect(box).toBeDisabled();
    }
    await page.locator('summary', { hasText: 'Layer' }).click();
    const label = page.locator('label:has(input[name=layer][value=pipeline])');
    const promised = Number(await label.locator('.count').textContent());
    await label.locator('input').check();
    await expect(visible(page)).toHaveCount(promised);
  });

  test('if nothing is found, the page offers similar words that lead on', async ({ page }) => {
    await page.goto('/entries/?q=zzzdashbord');
    await expect(page.locator('.nothing')).toContainText('Nothing found for "zzzdashbord"');
    await page.locator('.nothing').getByRole('button', { name: 'dashboard' }).click();
    await expect(page.locator('#find')).toHaveValue('dashboard');
    await expect.poll(() => visible(page).count()).toBeGreaterThan(0);
  });

  test('the shortcut can be switched off, and stays off', async ({ page }) => {
    await page.goto('/entries/');
    await page.getByLabel('Press / on any page').uncheck();
    await page.goto('/method/');
    await page.keyboard.press('/');
    await expect(page.getByRole('combobox')).not.toBeFocused();
  });
});

test('the list of entries finds and counts although the browser refuses to change the address', async ({ page }) => {
  await page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
    };
  });
  await page.goto('/entries/');
  await page.getByRole('searchbox').fill('drift');
  await expect(page.locator('#found-count')).toContainText(/^\d+ entr/);
});
