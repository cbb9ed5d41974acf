import { expect, type Page, test } from '@playwright/test';
import { questionCount } from '../support/today.ts';

const saved = (page: Page) =>
  page.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    const key = Object.keys(localStorage).find((each) => each.startsWith('trivium:assessment:'));
    return JSON.parse((key && localStorage.getItem(key)) || '{"answers":[]}');
  });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const stage = '/assess/full/stage/data-collection-labeling/';
const keysShown = (page: Page) => expect(page.getByText('Keyboard', { exact: true })).toBeVisible();

async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await keysShown(page);
}

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
