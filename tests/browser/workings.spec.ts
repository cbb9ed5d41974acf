import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { toPoints } from '../../src/core/assessment/score.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { reportShown } from '../support/report-shown.ts';
import { answersBy, generateTeam } from '../support/teams.ts';
import { revOf } from '../support/today.ts';

const pack = packOf(loadKnowledgeBase());
const team = generateTeam(pack, 8);
const key = 'trivium:assessment:test';

async function openReport(page: Page, answers: object = team): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(([name, text]) => localStorage.setItem(name ?? '', text ?? ''), [key, JSON.stringify(answers)]);
  await page.goto('/assess/full/report/');
  await reportShown(page);
}
const kept = (page: Page) => page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{}'), key);

test('a score opens its sum, which a person can redo, and Escape returns to it', async ({ page }) => {
  await openReport(page);
  const score = page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first();
  await score.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const rows = await dialog
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td.number')].map((cell) => cell.textContent ?? '')),
    );
  const known = rows
    .filter(([points]) => points !== '–')
    .map(([points, weight]) => ({ points: Number(points), weight: Number(weight) }));
  const weights = known.reduce((sum, { weight }) => sum + weight, 0);
  const byHand = known.reduce((sum, { points, weight }) => sum + points * weight, 0) / weights;
  const shown = report(team, pack).variables[0]?.point ?? 0;
  expect(Math.round(byHand)).toBe(toPoints(shown));
  await expect(dialog.locator('.cite .cited-place').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(score).toBeFocused();
});

test('signals and moves open their workings too', async ({ page }) => {
  await openReport(
    page,
    answersBy(pack, () => 0),
  );
  for (const part of ['.signals', '.moves']) {
    await page.locator(`${part} .aside > summary`).first().click();
    await page.locator(`${part} .explain-button`).first().click();
    await expect(page.getByRole('dialog').locator('table')).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('several answers can be tried at once, and what is saved stays as it is', async ({ page }) => {
  await openReport(page);
  const before = await kept(page);
  await page.getByRole('button', { name: 'Try other answers, set targets' }).click();
  const dotOf = (practice: string) => page.locator('.sheet-wide').getByRole('slider', { name: practice, exact: true });
  for (const practice of ['Experiment tracking', 'Small batches']) await dotOf(practice).press('End');
  const changed = structuredClone(team);
  for (const item of ['experiment-tracking', 'prefer-small-changes'])
    changed.answers = [
      ...changed.answers.filter((answer) => answer.item !== item),
      { item, rev: revOf(item), state: 'level', level: 4 },
    ];
  const after = report(changed, pack).variables[0]?.point ?? 0;
  await expect(page.locator('.try-out [role=status]')).toContainText(
    new RegExp(`^Velocity: \\d+ → ${toPoints(after)}\\.`),
  );
  await expect(page.locator('.try-out .sheet-wide .score').first()).toHaveText(String(toPoints(after)));
  expect(await kept(page)).toEqual(before);
  await page.getByRole('button', { name: 'Back to your answers' }).click();
  const level = team.answers.find(({ item }) => item === 'experiment-tracking');
  await expect(dotOf('Experiment tracking')).toHaveAttribute(
    'aria-valuenow',
    String(level?.state === 'level' ? level.level + 1 : ''),
  );
});

test('a target of the team is saved with its reason and changes the moves', async ({ page }) => {
  await openReport(
    page,
    answersBy(pack, () => 1),
  );
  const first =
    report(
      answersBy(pack, () => 1),
      pack,
    ).moves[0]?.practice ?? '';
  const title = pack.items.find(({ id }) => id === first)?.title ?? '';
  await page.getByRole('button', { name: 'Try other answers, set targets' }).click();
  await page.getByText('Set your own targets').click();
  await page.getByLabel(`Target for ${title}`, { exact: true }).selectOption('1');
  await page.getByLabel('Why this target').fill('Enough for a team of two.');
  await expect(page.locator(`#move-${first}`)).toHaveCount(0);
  expect((await kept(page)).targets).toEqual([{ item: first, level: 1, reason: 'Enough for a team of two.' }]);
});

test('a signal can be overridden with a reason, and the report keeps both', async ({ page }) => {
  await openReport(
    page,
    answersBy(pack, ({ kind }) => (kind === 'symptom' ? 4 : 0)),
  );
  const card = page.locator('.signal').first();
  await card.getByText('What it means and costs').click();
  await card.getByLabel('We see it differently').fill('That was one bad week.');
  await page.reload();
  await expect(page.locator('.signal').first()).toContainText('The team sees it differently: That was one bad week.');
  await expect(page.locator('.signal .tag').first()).toBeVisible();
});

test('the three answers that matter most are named with what they move', async ({ page }) => {
  const versioning = new Set(pack.items.filter(({ variable }) => variable === 'versioning').map(({ id }) => id));
  const answers = answersBy(pack, () => 3);
  await openReport(page, { ...answers, answers: answers.answers.filter(({ item }) => !versioning.has(item)) });
  await page.locator('.unknown-answers summary').click();
  await expect(page.locator('.worth-knowing li')).toHaveCount(3);
  await expect(page.locator('.worth-knowing li').first()).toContainText('points of the Versioning band');
});
