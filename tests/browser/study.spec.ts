import { expect, test } from '@playwright/test';

test('the evidence matrix can be put in another order', async ({ page }) => {
  await page.goto('/study/matrix/');
  await page.getByLabel('Order of people').selectOption('size');
  const sizes = await page
    .locator('.matrix thead th[data-size]')
    .evaluateAll((heads) => heads.map((head) => Number((head as HTMLElement).dataset['size'])));
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  const head = await page.locator('.matrix thead th').nth(3).getAttribute('data-id');
  expect(await page.locator('.matrix tbody tr').first().locator('td').nth(2).getAttribute('data-id')).toBe(head);
});

test('participants can be filtered', async ({ page }) => {
  await page.goto('/study/participants/');
  await page.getByLabel('Role').selectOption('MLE manager');
  await expect(page.locator('.participants tbody tr:visible')).toHaveCount(4);
});
