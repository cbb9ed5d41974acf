import { expect, test } from '@playwright/test';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

test('the first fifteen minutes can be copied as a list', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/trouble/');
  await page.getByRole('button', { name: 'Copy the list' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^The first fifteen minutes\n1\. /);
});

test('the first step and the symptoms are on the first two screens of a phone, and typing narrows the list', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/trouble/');
  const top = async (name: string) => (await page.getByRole('heading', { name }).boundingBox())?.y ?? Infinity;
  expect(await top('Freeze changes')).toBeLessThan(844);
  expect(await top('What do you see?')).toBeLessThan(2 * 844);
  await page.getByLabel('Type a few words to narrow the list').fill('Pager night');
  const shown = page.locator('.all-sentences li:visible');
  await expect(shown).toHaveText([/The pager goes off all night/]);
  await expect(page.getByText('1 sentence has these words.')).toBeVisible();
  await page.getByLabel('Type a few words to narrow the list').fill('xyzzy');
  await expect(page.getByText('No sentence has all of these words.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Search all entries' })).toHaveAttribute('href', '/entries/?q=xyzzy');
  await page.getByLabel('Type a few words to narrow the list').fill(`pager ${'é '.repeat(500)}`);
  await expect(page.getByText('Only the first 300 characters are searched.')).toBeVisible();
  await page.getByLabel('Type a few words to narrow the list').fill('');
  await page.getByRole('link', { name: 'The pager goes off all night' }).first().click();
  await expect(page).toHaveURL('/entries/alert-fatigue/');
});
