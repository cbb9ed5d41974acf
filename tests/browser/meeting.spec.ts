import { expect, test } from '@playwright/test';
import { heading } from '../support/quick-check.ts';
import { openPage, saved } from '../support/stage-page.ts';
import { questionCount } from '../support/today.ts';

test('a meeting by keyboard: agenda, answers, note, who does what, next and back', async ({ page }) => {
  await page.goto('/assess/full/meeting/');
  await expect(page.getByText('0 of 17 answered')).toBeVisible();
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.progress-line')).toContainText(
    `Question 1 of ${questionCount} · Data collection and labelling, 1 of 3`,
  );
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Note')).toBeFocused();
  await page.keyboard.type('1 team, 2 views');
  await page.keyboard.press('Escape');
  await expect(heading(page)).toBeFocused();
  expect((await saved(page)).answers).toMatchObject([{ state: 'unanswered', note: '1 team, 2 views' }]);
  await page.keyboard.press('4');
  expect((await saved(page)).answers).toMatchObject([{ state: 'level', level: 3, note: '1 team, 2 views' }]);
  await page.getByLabel('Next step').fill('Write the rules down');
  await page.getByLabel('Who takes it on').fill('Kim');
  expect((await saved(page)).decisions).toEqual([
    { practice: 'label-live-data', next: 'Write the rules down', owner: 'Kim' },
  ]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await expect(page.locator('.progress-line')).toContainText(`Question 2 of ${questionCount}`);
  await expect(page.getByLabel('Who takes it on')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('radio', { name: "I don't know" })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.locator('.progress-line')).toContainText(`Question 3 of ${questionCount}`);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(page.getByLabel('Note')).toHaveValue('1 team, 2 views');
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
  await page.getByRole('link', { name: 'Agenda' }).click();
  await expect(page.locator('.meeting-agenda li li', { hasText: 'nobody knows' })).toHaveCount(1);
  await page.goto('/assess/full/label-live-data/');
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
});

test('the keys of a meeting can be turned off', async ({ page }) => {
  await openPage(page, '/assess/quick/meeting/fast-idea-to-model/');
  await page.getByText('Keyboard', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await heading(page).focus();
  for (const key of ['2', '?', 'n', 'PageDown']) await page.keyboard.press(key);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.locator('.progress-line')).toContainText('Question 1 of 15');
});

test('the timer is off, runs when started, announces its end once, and changes nothing', async ({ page }) => {
  await page.clock.install();
  await openPage(page, '/assess/quick/meeting/fast-idea-to-model/');
  await expect(page.getByRole('timer')).toHaveCount(0);
  await page.getByRole('button', { name: 'Set a timer' }).click();
  await expect(page.getByLabel('Minutes for this question')).toBeFocused();
  const before = await saved(page);
  await page.getByLabel('Minutes for this question').fill('2');
  await page.getByRole('button', { name: 'Start timer' }).click();
  await page.clock.runFor(30_000);
  await expect(page.getByRole('timer')).toHaveText('1:30');
  const said = page.locator('.timer [role=status]');
  await expect(said).toBeEmpty();
  await page.clock.runFor(95_000);
  await expect(said).toHaveText('2 minutes are up. Nothing was changed.');
  await expect(page.getByRole('timer')).toHaveCount(0);
  await expect(page.locator('.progress-line')).toContainText('Question 1 of 15');
  expect(await saved(page)).toEqual(before);
  await page.getByRole('link', { name: 'Next question' }).click();
  await expect(page.locator('.progress-line')).toContainText('Question 2 of 15');
  await expect(said).toBeEmpty();
});

test('in a meeting every question and its answers fit one screen of 1280 by 800, in large type', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { items } = await (await page.request.get('/assess/full.json')).json();
  const lengths = items.map(({ id, question, anchors }: { id: string; question: string; anchors: string[] }) => ({
    id,
    length: question.length + anchors.join('').length,
  }));
  const longest = lengths.toSorted((a: { length: number }, b: { length: number }) => b.length - a.length).slice(0, 3);
  for (const { id } of longest) {
    await openPage(page, `/assess/full/meeting/${id}/`);
    const last = await page.locator('.choice').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0), id).toBeLessThanOrEqual(800);
    const sizes = await page
      .locator('h1, .choice')
      .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  }
});

test('the working copy of the report says how sure an answer is, and who does what next', async ({ page }) => {
  await openPage(page, '/assess/full/meeting/fallback-models/');
  await page.keyboard.press('1');
  await page.getByText('How sure you are, and evidence').click();
  await page.getByRole('button', { name: 'Guessing' }).click();
  await page.getByLabel('Next step').fill('Rehearse the rollback');
  await page.getByLabel('Who takes it on').fill('Kim');
  await page.goto('/assess/full/report/');
  await page.locator('summary', { hasText: 'Kim' }).click();
  await expect(page.getByLabel('Next step').first()).toHaveValue('Rehearse the rollback');
  await page.getByLabel('with every answer and the whole plan').check();
  await expect(page.locator('.working-copy .all-answers tr', { hasText: 'How sure: guessing' })).toHaveCount(1);
  await expect(page.locator('.working-copy')).toContainText('Kim. Rehearse the rollback');
});
