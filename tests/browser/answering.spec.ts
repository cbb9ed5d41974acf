import { expect, test } from '@playwright/test';
import { heading, saved, startQuick } from '../support/quick-check.ts';

test('nothing is preselected, and every choice has a name', async ({ page }) => {
  await startQuick(page);
  const radios = page.getByRole('radio');
  await expect(radios).toHaveCount(7);
  for (const radio of await radios.all()) {
    await expect(radio).not.toBeChecked();
    await expect(radio).toHaveAccessibleName(/\w/);
  }
  await expect(page.locator('fieldset')).toHaveAccessibleName((await heading(page).textContent()) ?? '');
});

test('arrow keys only choose; digits work only inside the answers and can be turned off', async ({ page }) => {
  await startQuick(page);
  const place = page.locator('.progress-line');
  await page.getByRole('radio').nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await expect(place).toContainText('Question 1 of 15');
  await page.getByText('Keyboard').click();
  await page.keyboard.press('5');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await page.getByRole('radio').nth(1).focus();
  await page.keyboard.press('5');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
});

test('"I don\'t know" and "Does not apply" are separate, and the latter asks for a reason', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio', { name: "I don't know" }).check();
  expect((await saved(page))[0].answers[0]).toMatchObject({ state: 'dk' });
  await page.getByRole('radio', { name: 'Does not apply' }).check();
  await page.getByLabel('Why does it not apply?').selectOption('Our system has no such part');
  expect((await saved(page))[0].answers[0]).toMatchObject({ state: 'na', reason: 'no-such-part' });
  await page.getByLabel('Explain in one line').fill('We have no users yet');
  expect((await saved(page))[0].answers[0]).toMatchObject({ state: 'na', reason: 'We have no users yet' });
});

test('a note and its evidence are kept with the answer', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio').nth(2).check();
  await page.getByText('Add a note, how sure').click();
  await page.getByLabel('Note').fill('Measured last week');
  await page.getByLabel('What does your answer rest on?').selectOption('It is measured');
  await page.getByRole('radio').nth(3).check();
  expect((await saved(page))[0].answers[0]).toMatchObject({
    level: 3,
    note: 'Measured last week',
    evidence: { kind: 'measured' },
  });
});
