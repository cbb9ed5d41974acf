import { expect, test } from '@playwright/test';
import { heading } from '../support/quick-check.ts';
import { openPage, saved, stage } from '../support/stage-page.ts';

test('a whole stage by keyboard: a digit and Enter for each question, and one Enter to the next stage', async ({
  page,
}) => {
  await openPage(page, stage);
  await expect(heading(page)).toBeFocused();
  const questions = page.locator('.asked');
  await expect(questions).toHaveCount(3);
  await expect(page.getByRole('radio')).toHaveCount(21);
  await expect(page.getByText('Stage 1 of 4: 0 of 3 answered')).toBeVisible();
  await questions.nth(0).locator('h2').focus();
  for (const [at, key] of ['3', '?', '1'].entries()) {
    await expect(questions.nth(at).locator('h2')).toBeFocused();
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Stage 1 of 4: 3 of 3 answered')).toBeVisible();
  expect((await saved(page)).answers.map(({ state }: { state: string }) => state).toSorted()).toEqual([
    'dk',
    'level',
    'level',
  ]);
  await expect(page.getByRole('link', { name: 'Next stage: Experimentation' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Experimentation');
  await expect(heading(page)).toBeFocused();
  await page.getByRole('link', { name: 'Back: Data collection and labelling' }).click();
  await expect(page.getByText('Stage 1 of 4: 3 of 3 answered')).toBeVisible();
});

test('the two ways show the same answer, and each leads to the same question in the other', async ({ page }) => {
  await openPage(page, stage);
  const second = page.locator('.asked').nth(1);
  const question = (await second.locator('h2').textContent()) ?? '';
  await second.getByRole('radio').nth(3).check();
  await second.getByRole('link', { name: 'On its own page' }).click();
  await expect(heading(page)).toHaveText(question);
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
  await page.getByRole('radio').nth(1).check();
  await page.getByRole('link', { name: 'All questions of this stage on one page' }).click();
  await expect(second.locator('h2')).toBeFocused();
  await expect(second.getByRole('radio').nth(1)).toBeChecked();
  await page.goBack();
  await expect(heading(page)).toHaveText(question);
  await page.reload();
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
});

test('on a stage, everything that a question offers works: reason, note, evidence, why, clearing', async ({ page }) => {
  await openPage(page, stage);
  const question = page.locator('.asked').nth(0);
  const other = page.locator('.asked').nth(1);
  await question.getByRole('radio', { name: 'Does not apply' }).check();
  await question.getByLabel('Why does it not apply?').selectOption('Our system has no such part');
  await question.getByText('Add a note, how sure').click();
  await question.getByLabel('Note').fill('Agreed with Kim');
  await question.getByRole('button', { name: 'Guessing' }).click();
  await question.getByText('Why we ask').click();
  await expect(question.locator('.cite .cited-place').first()).toBeVisible();
  await expect(other.getByRole('radio', { checked: true })).toHaveCount(0);
  expect((await saved(page)).answers).toMatchObject([
    { state: 'na', reason: 'no-such-part', note: 'Agreed with Kim', confidence: 'guessing' },
  ]);
  await question.getByRole('button', { name: 'Clear this answer' }).click();
  await expect(question.locator('h2')).toBeFocused();
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a stage shows what another tab answers, and both answers of a conflict', async ({ context, page }) => {
  await openPage(page, stage);
  const other = await context.newPage();
  await openPage(other, stage);
  await page.locator('.asked').nth(0).getByRole('radio').nth(1).check();
  await expect(other.locator('.asked').nth(0).getByRole('radio').nth(1)).toBeChecked();
  await other.locator('.asked').nth(0).getByRole('radio').nth(4).check();
  await expect(page.locator('.asked').nth(0).locator('[data-notice=other-tab]')).toBeVisible();
  await expect(page.locator('[data-notice=other-tab]')).toHaveCount(1);
});

test('a link within the assessment keeps what storage refused to keep', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openPage(page, stage);
  await page.locator('.asked').nth(0).getByRole('radio').nth(2).check();
  await page.locator('.asked').nth(0).getByRole('link', { name: 'On its own page' }).click();
  await expect(page.locator('.question')).toBeVisible();
  await expect(page.getByRole('radio').nth(2)).toBeChecked();
});
