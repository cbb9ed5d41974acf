import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Answer, Answers, Decision } from '../../src/core/answers/answers.ts';
import { startAgain } from '../../src/core/answers/start-again.ts';
import { questionsToAskAgain, startFollowUp } from '../../src/core/assessment/start-follow-up.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { keptText, pipeline, proposalsOf } from '../support/proposals.ts';
import { generateTeam } from '../support/teams.ts';
import { revOf } from '../support/today.ts';

// From a plan with promises to a report that says what became of them.
const pack = packOf(loadKnowledgeBase());

/** A team of a year ago that had decided to make its first moves, by days that have passed or are still to come. */
function teamWithPromises(): Answers {
  const answers = { ...generateTeam(pack, 2), system: 'Parcel times', date: '2025-11-01' };
  const days = ['2025-12-01', '2026-01-15', '2999-01-01'];
  const moves = report(answers, pack).moves.filter(({ kind }) => kind !== 'find-out');
  const decisions = days.map((due, index): Decision => {
    const practice = moves[index]?.practice ?? '';
    return { practice, decision: 'do', owner: ['Ann', 'Ben <b>', 'Cy'][index], due };
  });
  return { ...answers, decisions };
}
const former = teamWithPromises();
const asked = questionsToAskAgain(former, pack);
const [first = '', second = ''] = former.decisions.map(({ practice }) => practice);

/** Opens a page with the team's assessment in this browser. */
async function openWith(page: Page, path: string, answers: object = former): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:a', text), JSON.stringify(answers));
  await page.goto(path);
}

/** The question that the address names. */
const questionOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-2) ?? '';

/** Answers every question of the follow-up: the first promise is kept, all else is as it was. */
async function answerAll(page: Page): Promise<void> {
  for (const [index, item] of asked.entries()) {
    await expect(page).toHaveURL(new RegExp(`/${item}/$`));
    await expect(page.locator('#place')).toContainText(`Question ${index + 1} of ${asked.length}`);
    const before = former.answers.find((answer) => answer.item === item);
    const level = item === first ? 4 : before?.state === 'level' ? before.level : 0;
    await page.locator(`input[type=radio][value="${level}"]`).check();
    await page.locator('button.primary').click();
  }
}

test('one press on the start page leads through the promised moves to what became of them', async ({ page }) => {
  await openWith(page, '/assess/');
  await page.getByRole('button', { name: /^Check what you promised/ }).click();
  await expect(page.locator('.asked-again').first()).toBeVisible();
  expect(asked.length).toBeLessThan(pack.items.length / 2);
  expect(asked).toContain(questionOf(page));
  await answerAll(page);

  await expect(page.locator('.check .follow-up')).toBeVisible();
  await expect(page.locator('.check dl > .row')).toHaveCount(asked.length);
  await page.getByRole('button', { name: 'Show all answers' }).click();
  await expect(page.getByRole('button', { name: 'Show only these questions' })).toBeFocused();
  expect(await page.locator('.check dl > .row').count()).toBeGreaterThan(asked.length);
  await page.getByRole('link', { name: 'See the report' }).click();

  const promises = page.locator('.report .promises');
  await expect(promises.getByRole('heading')).toContainText('1 Nov 2025');
  await expect(promises.locator('[data-status=done]')).toContainText('Ann, due 1 Dec 2025');
  await expect(promises.locator('[data-status=slipped]')).toContainText('Ben <b>, was due 15 Jan 2026');
  await expect(promises.locator('[data-status=promised]')).toContainText('Cy, due 1 Jan 2999');
  await expect(promises).toContainText('were not asked again');
});

test('the report starts a follow-up, too, and offers none while one is open', async ({ page }) => {
  await openWith(page, '/assess/full/report/');
  await page.getByRole('button', { name: 'Check what you promised' }).click();
  await expect(page.locator('.asked-again').first()).toBeVisible();
  await page.goto('/assess/full/report/');
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check what you promised' })).toHaveCount(0);
  await expect(page.locator('.report .promises [data-status=not-asked]')).toHaveCount(3);
});

test('by keyboard: start, answer and see the outcome', async ({ page }) => {
  await openWith(page, '/assess/');
  await page.getByRole('button', { name: /^Check what you promised/ }).focus();
  await page.keyboard.press('Enter');
  for (const item of asked) {
    await expect(page).toHaveURL(new RegExp(`/${item}/$`));
    await expect(page.locator('h1')).toBeFocused();
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'A follow-up on what you promised' })).toBeVisible();
});

test('a follow-up that was left is continued where it was, and the list counts its own questions', async ({ page }) => {
  await openWith(page, '/assess/');
  await page.getByRole('button', { name: /^Check what you promised/ }).click();
  await page.locator('input[type=radio]').first().check();
  await page.locator('button.primary').click();
  await expect(page).toHaveURL(new RegExp(`/${asked[1]}/$`));
  await page.goto('/assess/');
  const row = page.locator('.draft-list li[aria-current]');
  await expect(row).toContainText(`follow-up: 1 of ${asked.length} answered`);
  await row.locator('[data-act=resume]').click();
  await expect(page).toHaveURL(new RegExp(`/${asked[1]}/$`));
});

test('the check page of a follow-up lists what was found about a question that it does not ask', async ({ page }) => {
  const { id = '', rev = 0 } = pack.items.find((item) => item.kind === 'practice' && !asked.includes(item.id)) ?? {};
  const gist = loadKnowledgeBase().questions.get(id)?.gist ?? 'no such question';
  const found = proposalsOf(pack, [{ item: id, rev, reasons: [pipeline] }]);
  await openWith(page, '/404.html', startFollowUp(former, '2026-10-01', pack));
  await page.evaluate((text) => localStorage.setItem('trivium:proposals:a', text), keptText([found]));
  await page.goto('/assess/full/check/');
  await expect(page.locator('.check dl > .row')).toHaveCount(asked.length);
  await expect(page.locator('.findings-list li').first()).toContainText(`${gist} 1 place`);
  await page.locator('.findings-list').getByRole('link', { name: gist }).click();
  await expect(page).toHaveURL(new RegExp(`/full/${id}/$`));
  await expect(page.locator('.findings-panel')).toContainText(pipeline.says);
});

test('once a move is done, the next one on its practice is a new decision', async ({ page }) => {
  const before = { ...former, decisions: former.decisions.filter(({ practice }) => practice === second) };
  const reached = report(former, pack).moves.find(({ practice }) => practice === second)?.reaches ?? 4;
  const after: Answer = { item: second, rev: revOf(second), state: 'level', level: reached };
  const answers = before.answers.map((answer) => (answer.item === second ? after : answer));
  await openWith(page, '/assess/full/report/', { ...startAgain(before, '2026-10-01'), answers });
  await expect(page.locator('.report .promises [data-status=done]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Check what you promised' })).toHaveCount(0);
});

test('the page for leadership, the print and the files say what became of promises', async ({ page }) => {
  await openWith(page, '/assess/full/report/', { ...startAgain(former, '2026-10-01'), answers: former.answers });
  await expect(page.locator('.report .promises')).toBeVisible();
  await page.locator('.one-page > summary').click();
  await expect(page.locator('.one-page')).toContainText('Slipped: ');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.one-page').getByText('2 slipped, 1 still to be done')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: /^Download$/ }).click();
  for (const [name, words] of [
    ['What was promised, CSV', 'slipped'],
    ['Report text, Markdown', '## What was promised on 2025-11-01'],
    ['Report object, JSON', '"status": "slipped"'],
    ['Summary, Markdown', '**Slipped**'],
    ['Whole report, one HTML file', 'data-status="slipped"'],
  ] as const) {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const stream = await (await saved).createReadStream();
    expect((await stream.toArray()).join(''), name).toContain(words);
  }
});
