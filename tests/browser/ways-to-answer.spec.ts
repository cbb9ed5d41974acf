import { expect, test } from '@playwright/test';
import { heading } from '../support/quick-check.ts';
import { openPage, saved } from '../support/stage-page.ts';

test('confidence and evidence are optional, can be taken back, and never get in the way', async ({ page }) => {
  await page.goto('/assess/quick/fast-idea-to-model/');
  await page.getByRole('radio').nth(2).check();
  await page.getByText('Add a note, how sure').click();
  await expect(page.getByText('includes it only if you tick that')).toBeVisible();
  await page.getByRole('group', { name: 'How sure are you?' }).getByRole('button', { name: 'Fairly sure' }).click();
  await page.getByLabel('What does your answer rest on?').selectOption('It is measured');
  await page.getByLabel('Date of the evidence').fill('2026-11-03');
  await page.getByLabel('Link to the evidence').fill('not a link');
  expect((await saved(page)).answers).toMatchObject([
    { confidence: 'fairly', evidence: { kind: 'measured', url: 'not a link', date: '2026-11-03' } },
  ]);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.progress-line')).toContainText('Question 2 of 15');
  await page.goto('/assess/quick/check/');
  const row = page.locator('.row').first();
  await expect(row).toContainText('Fairly sure, It is measured, 3 Nov 2026: not a link');
  await expect(row.locator('.grounds a')).toHaveCount(0);
  await page.goto('/assess/quick/fast-idea-to-model/');
  await page.getByText('Add a note, how sure').click();
  await page.getByRole('button', { name: 'Fairly sure', pressed: true }).click();
  await page.getByLabel('What does your answer rest on?').selectOption('Not said');
  const [answer] = (await saved(page)).answers;
  expect(answer).not.toHaveProperty('confidence');
  expect(answer).not.toHaveProperty('evidence');
});

test('if wanted, pressing an answer or its digit leads on, but arrow keys never do; undo goes back', async ({
  page,
}) => {
  await page.goto('/assess/quick/fast-idea-to-model/');
  await page.getByLabel('Go to the next question when I press an answer').check();
  const [progress, undo] = [page.locator('.progress-line'), page.getByRole('button', { name: 'Undo' })];
  await page.getByRole('radio').nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await expect(progress).toContainText('Question 1 of 15');
  await page.locator('.choice').nth(2).click();
  await expect(progress).toContainText('Question 2 of 15');
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveAccessibleDescription(
    /Question 2 of 15.*Last three ideas, from idea to first version: /,
  );
  await undo.click();
  await expect(progress).toContainText('Question 1 of 15');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.getByRole('radio').nth(1).focus();
  await page.keyboard.press('4');
  await expect(progress).toContainText('Question 2 of 15');
});

test('going back and forth between questions keeps what is chosen on screen', async ({ page }) => {
  for (const path of ['/assess/quick/fast-idea-to-model/', '/assess/quick/meeting/fast-idea-to-model/']) {
    await openPage(page, path);
    await page.getByRole('radio').nth(3).check();
    await page.keyboard.press('Enter');
    await expect(page.locator('.progress-line')).toContainText('Question 2 of 15');
    await page.getByRole('radio', { name: "I don't know" }).check();
    await page.getByRole('link', { name: 'Back' }).click();
    await expect(page.getByRole('radio').nth(3)).toBeChecked();
    await page.goBack();
    await expect(page.getByRole('radio', { name: "I don't know" })).toBeChecked();
    await page.goForward();
    await expect(page.getByRole('radio').nth(3)).toBeChecked();
  }
});

test('the start page leads to every way to fill in', async ({ page }) => {
  for (const [way, found] of [
    ['one stage per page (Quick check)', 'Experimentation'],
    ['in a meeting (Quick check)', 'Answer in a meeting'],
    ['on paper (Quick check)', 'Quick check: all questions'],
  ] as const) {
    await page.goto('/assess/');
    await page.getByRole('link', { name: way }).click();
    await expect(heading(page)).toHaveText(found);
  }
});
