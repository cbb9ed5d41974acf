import { expect, test } from '@playwright/test';

test('the first screen of the home page says what it is, for whom, how long, and that answers stay', async ({
  page,
}) => {
  await page.goto('/');
  for (const text of [
    'See how well your team runs machine learning',
    'For teams with a model',
    'minutes',
    'stay in this browser',
    'Start the assessment',
  ]) {
    const box = await page.getByText(text).first().boundingBox();
    expect(box, text).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0), text).toBeLessThanOrEqual(844);
  }
  const door = await page.getByRole('combobox').boundingBox();
  expect((door?.y ?? 0) + (door?.height ?? 0)).toBeLessThanOrEqual(844);
});

test('a meeting works on a phone: its question fits, and answers are as large as elsewhere', async ({ page }) => {
  await page.goto('/assess/quick/meeting/fast-idea-to-model/');
  await page.getByText('A day or less').tap();
  await expect(page.getByRole('radio').nth(4)).toBeChecked();
  for (const choice of await page.locator('.choice').all())
    expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.getByLabel('Note').fill('On the train');
  await page.getByRole('link', { name: 'Next question' }).tap();
  await expect(page.locator('.progress-line')).toContainText('Question 2 of 15');
});

test('a question and its seven answers are reached with little scrolling', async ({ page }) => {
  await page.goto('/assess/quick/fast-idea-to-model/');
  const last = await page.getByText('Does not apply', { exact: true }).boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(844);
});
