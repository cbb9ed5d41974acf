import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { toPoints } from '../../src/core/assessment/score.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { fullReports } from '../support/full-reports.ts';
import { reportShown } from '../support/report-shown.ts';
import { answersBy, generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());

/** Opens the report of some answers as if they had been given in this browser. */
async function openReport(page: Page, answers: object, depth = 'full'): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), JSON.stringify(answers));
  await page.goto(`/assess/${depth}/report/`);
  await reportShown(page);
}
const shown = (value: number | null) => (value === null ? '–' : String(toPoints(value)));

test('the page shows the numbers of the report object and no others', async ({ page }) => {
  for (const seed of [3, 8, 21]) {
    const team = generateTeam(pack, seed);
    const made = report(team, pack);
    await openReport(page, team);
    await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
    await expect(page.locator('.report > .practice-sheet .sheet-wide .score')).toHaveText(
      made.variables.map(({ point }) => shown(point)),
    );
    const lines = page.locator('.report > .practice-sheet .sheet-wide .sheet-line');
    expect((await lines.evaluateAll((all) => all.map((line) => line.getAttribute('data-item')))).toSorted()).toEqual(
      made.sheet.map(({ item }) => item).toSorted(),
    );
    if (made.moves.length > 1) await page.locator('.moves .rest > summary').click();
    await expect(page.locator('.move')).toHaveCount(made.moves.length); // they are added one by one
    const titles = made.moves.map(({ practice }) => `move-${practice}`);
    expect(await page.locator('.move').evaluateAll((moves) => moves.map(({ id }) => id))).toEqual(titles);
  }
});

test('the verdict, three scores and what to aim for first are on the first screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openReport(page, generateTeam(pack, 3));
  const bottom = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().bottom);
  expect(await bottom('.report h1')).toBeLessThan(800);
  expect(await bottom('.report > .practice-sheet .sheet-wide .sheet-heads')).toBeLessThan(800);
  const aim = page.locator('.diagnosis > div').filter({ hasText: 'What comes first' });
  expect(await aim.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThan(800);
});

test('the parts come in the order verdict, sheet, moves, signals, unknowns', async ({ page }) => {
  await openReport(page, generateTeam(pack, 1)); // has trouble that no signal explains
  const order = ['h1', '.unexplained-trouble', '.practice-sheet', '.moves', '.signals', '.unknown-answers'];
  const tops = await Promise.all(
    order.map((part) =>
      page
        .locator(`.report ${part}`)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top),
    ),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

const height = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

test('a full report with everything folded is at most 2,600 px high on a screen of 1,280', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const team of ['invoice-reader', 'card-fraud-score', 'ad-ranking']) {
    await page.goto(`/sample/${team}/`);
    expect(await height(page), team).toBeLessThanOrEqual(2600);
  }
  for (const [index, kept] of fullReports(pack, [10, 13, 21, 29]).entries()) {
    await page.goto('/404.html');
    await page.evaluate(
      (drafts) => {
        localStorage.clear();
        for (const [id, text] of drafts) localStorage.setItem(`trivium:assessment:${id}`, text);
      },
      Object.entries(kept).map(([id, answers]) => [id, JSON.stringify(answers)] as const),
    );
    await page.goto('/assess/full/report/');
    await reportShown(page);
    expect(await page.locator('.report details[open]').count()).toBe(0);
    expect(await height(page), `team ${index}`).toBeLessThanOrEqual(2600);
  }
});

test('a report requests no stylesheet that its own already holds', async ({ page }) => {
  await openReport(page, generateTeam(pack, 3));
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') requested.push(new URL(request.url()).pathname);
  });
  await page.reload();
  await reportShown(page);
  const held = await page.locator('link[data-holds]').getAttribute('data-holds');
  expect(held?.split(' ').length).toBeGreaterThan(1);
  expect(requested.length).toBeGreaterThan(0);
  expect(requested.filter((file) => held?.split(' ').includes(file))).toEqual([]);
});

test('what is folded loads when it is first unfolded, and how to make the later moves with it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const made = report(generateTeam(pack, 3), pack);
  await openReport(page, generateTeam(pack, 3));
  await reportShown(page);
  const ofMoves = () => asked.filter((path) => path.startsWith('/assess/moves/')).length;
  expect(asked.some((path) => path.includes('folded'))).toBe(false);
  expect(ofMoves()).toBe(3);
  await page.locator('.move').first().getByText('Steps, and why').click();
  await expect(page.locator('.move').first().getByText('Done when')).toBeVisible();
  await page.locator('.moves .rest > summary').click();
  await expect(page.locator('.move .how')).toHaveCount(made.moves.length);
  expect(ofMoves()).toBe(made.moves.length);
});

test('the report of a strong team says that no gap is worth a move', async ({ page }) => {
  await openReport(
    page,
    answersBy(pack, ({ kind }) => (kind === 'practice' ? 4 : 0)),
  );
  await expect(page.locator('.moves').getByText('No gap is worth a move right now')).toBeVisible();
  await expect(page.locator('.diagnosis')).toContainText('Velocity, Validation and Versioning look strong.');
  await expect(page.locator('.diagnosis')).toContainText('Nothing needs funding now.');
});

test('below half coverage there is no score, and the report says so', async ({ page }) => {
  const team = answersBy(pack, () => 2);
  const few = {
    ...team,
    answers: team.answers.filter(({ item }) => ['guided-search', 'fallback-models'].includes(item)),
  };
  expect(parseAnswers(few, pack).ok).toBe(true);
  await openReport(page, few);
  await expect(page.locator('.report > .practice-sheet .sheet-wide .score')).toHaveText(['–', '–', '–']);
  await expect(page.locator('.report > .practice-sheet .sheet-wide').getByText('not enough known')).toHaveCount(3);
});

test('owner, due date and decision are kept', async ({ page }) => {
  await openReport(
    page,
    answersBy(pack, () => 1),
  );
  await page.getByText('Decide and assign').first().click();
  await page.getByLabel('Owner').first().fill('Ada');
  await page.getByLabel('Due').first().fill('2027-01-15');
  await page.locator('.ownership').getByLabel('Decision').first().selectOption('Do');
  await page.reload();
  const decided = page.locator('.move-decision summary').first();
  await expect(decided).toContainText('Do · Ada · due 15 Jan 2027');
  await decided.click();
  await expect(page.getByLabel('Owner').first()).toHaveValue('Ada');
  await expect(page.getByLabel('Due').first()).toHaveValue('2027-01-15');
  await expect(page.locator('.ownership').getByLabel('Decision').first()).toHaveValue('do');
});

test('the quick report says what it left out, and offers the rest', async ({ page }) => {
  await openReport(
    page,
    answersBy(pack, () => 2),
    'quick',
  );
  await page.getByText('How to read the scores').click();
  await expect(page.locator('.report > .practice-sheet figcaption')).toContainText('the check asks about at most 4 of');
  await page.getByRole('button', { name: 'Answer the full assessment' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
});

for (const [kind, earlier] of [
  ['with no earlier assessment', {}],
  ['beside an earlier assessment', { 'trivium:assessment:earlier': { date: '2026-01-01' } }],
  ['with promises to look back on', { 'trivium:assessment:earlier': { date: '2026-01-01', decisions: 'kept' } }],
] as const)
  test(`typing fast into a report ${kind} loses no letter`, async ({ page }) => {
    const answers = {
      ...answersBy(pack, ({ kind }) => (kind === 'practice' ? 1 : 3)),
      system: 'Parcels',
    };
    const [practice] = pack.items.flatMap(({ id, kind }) => (kind === 'practice' ? [id] : []));
    const decisions = [{ practice, decision: 'do', owner: 'Mira' }];
    await page.goto('/404.html');
    for (const [key, parts] of Object.entries(earlier)) {
      const text = JSON.stringify({ ...answers, ...parts, decisions: 'decisions' in parts ? decisions : [] });
      await page.evaluate((stored) => localStorage.setItem(...stored), [key, text] as const);
    }
    await openReport(page, answers);
    const words = 'Our pager is quiet, and that is measured every week.';
    await page.locator('.signals .signal summary').first().click();
    const field = page.locator('.signals .signal input').first();
    await field.evaluate(async (input: HTMLInputElement, all) => {
      for (const letter of all) {
        input.value += letter; // whatever a drawing has left there
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, words);
    await expect(field).toHaveValue(words);
  });

test('an address that names a part of the report leads to it', async ({ page }) => {
  await page.goto('/404.html');
  const team = answersBy(pack, () => 1);
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), JSON.stringify(team));
  await page.goto('/assess/full/report/#unknown');
  await expect(page.locator('#unknown')).toBeInViewport();
});
