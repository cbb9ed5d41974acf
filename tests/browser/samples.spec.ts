import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { t } from '../../src/build/strings.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { toPoints } from '../../src/core/assessment/score.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';

const kb = loadKnowledgeBase();
const pack = packOf(kb);
const teams = [...kb.sampleTeams.values()].map((team) => {
  const parsed = parseAnswers(JSON.parse(readFileSync(`content/samples/${team.id}.json`, 'utf8')), pack);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return { ...team, answers: parsed.value };
});
const shown = (value: number | null) => (value === null ? '–' : String(toPoints(value)));
/** `2026-11-05` as people read it. */
const day = (date: string) =>
  `${Number(date.slice(8))} ${['Nov', 'Dec'][Number(date.slice(5, 7)) - 11]} ${date.slice(0, 4)}`;

test('from home to three reports, and what is saved here stays as it is', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(() => localStorage.setItem('trivium:assessment:mine', '{"of":"mine"}'));
  await page.goto('/');
  await page.getByRole('link', { name: 'Three teams, three reports' }).click();
  for (const { name, who, answers } of teams) {
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(row).toContainText(who);
    await expect(row).toContainText(report(answers, pack).verdict);
    await row.getByRole('link').click();
    await expect(page.locator('.report h1 .verdict')).toHaveText(report(answers, pack).verdict);
    await page.getByRole('link', { name: 'All three teams' }).click();
  }
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(
    '{"trivium:assessment:mine":"{\\"of\\":\\"mine\\"}"}',
  );
});

test('the file of a sample opens in Trivium and gives the same verdict', async ({ page, request }) => {
  const [team] = teams;
  if (!team) throw new Error('No team.');
  const file = await request.get(`/sample/${team.id}.json`);
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:a', text), await file.text());
  await page.goto('/assess/full/report/');
  await expect(page.locator('.report h1 .verdict')).toHaveText(report(team.answers, pack).verdict);
  const { verdict } = report(team.answers, pack);
  await expect(page).toHaveTitle(`${verdict} ${team.answers.system}, ${day(team.answers.date ?? '')} · Trivium`);
});

for (const { id, answers } of teams)
  test(`${id}: its report opens with the workings of every number`, async ({ page }) => {
    await page.goto(`/sample/${id}/`);
    await page.getByRole('link', { name: 'See how every number is worked out' }).click();
    await expect(page.locator('.report h1 .verdict')).toHaveText(report(answers, pack).verdict);
    await page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first().press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Known weight');
  });

for (const { id, answers } of teams) {
  test(`${id}: title and heading name team and date; decisions, targets and notes can be read`, async ({ page }) => {
    const made = report(answers, pack);
    await page.goto(`/sample/${id}/`);
    const date = day(answers.date ?? '');
    await expect(page).toHaveTitle(`${report(answers, pack).verdict} ${answers.system}, ${date} · Trivium`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${answers.system} · Full assessment, ${date}`);
    await expect(page.locator('.report > .practice-sheet .sheet-wide .score')).toHaveText(
      made.variables.map(({ point }) => shown(point)),
    );
    await page.setViewportSize({ width: 1280, height: 800 });
    const aim = await page.locator('.diagnosis > div').filter({ hasText: 'What comes first' }).boundingBox();
    expect((aim?.y ?? 800) + (aim?.height ?? 0)).toBeLessThan(800); // the diagnosis and its first aim on one screen
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    for (const { practice, owner, reason } of answers.decisions) {
      const move = page.locator(`#move-${practice}`);
      if (owner) await expect(move).toContainText(owner);
      if (reason) await expect(move).toContainText(reason);
    }
    const other = `The team sees it differently: ${answers.overrides[0]?.reason}`;
    await expect(page.locator('.signals').getByText(other)).toBeVisible();
    for (const { note } of answers.answers)
      if (note) await expect(page.locator('.given-answers').getByText(note, { exact: true })).toBeVisible();
    const stable = await page.locator('.move details p', { hasText: 'Place in the plan' }).allTextContents();
    expect(stable).toEqual(
      made.moves.map(({ stability }) => `Place in the plan: ${t(`report.stable-${stability.word}`)}`),
    );
  });
}

/** Presses Tab until the focus is where it should be. */
async function tabTo(page: Page, text: string, backwards = false): Promise<void> {
  const here = () =>
    page.evaluate(
      () => `${document.activeElement?.closest('label')?.textContent ?? document.activeElement?.textContent}`,
    );
  for (let presses = 0; presses < 80 && !(await here()).startsWith(text); presses += 1)
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  expect(await here()).toContain(text);
}

const press = async (page: Page, key: string, times = 1) => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};

/** Answers one question, whose heading has the focus, and goes on; nothing but keys. */
async function answer(page: Page, given: Answers['answers'][number]): Promise<void> {
  await page.keyboard.press(given.state === 'level' ? String(given.level + 1) : given.state === 'dk' ? '6' : '7');
  if (given.state === 'na') {
    const coded = pack.naReasons.findIndex(({ id }) => id === given.reason);
    const other = pack.naReasons.findIndex(({ id }) => id === 'other');
    await page.keyboard.press('Tab');
    await press(page, 'ArrowDown', 1 + (coded < 0 ? other : coded));
    if (coded < 0) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(given.reason ?? '');
    } else await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
}

/** The answers of a sample that has each kind of answer: "don't know", and "does not apply" for both kinds of reason. */
function answersOfEveryKind(): Answers {
  const isListed = (reason: string | undefined) => pack.naReasons.some(({ id }) => id === reason);
  const kinds = (list: Answers['answers']) =>
    new Set(list.map((given) => (given.state === 'na' ? `na ${isListed(given.reason)}` : given.state)));
  const team = teams.find(({ answers }) => kinds(answers.answers).size === 4);
  if (!team) throw new Error('No sample has every kind of answer.');
  return team.answers;
}

test('the full set, filled in by keyboard, gives the verdict and the moves of its answers', async ({ page }) => {
  const answers = answersOfEveryKind();
  await page.goto('/assess/');
  await expect(page.getByLabel('How are predictions served?')).toBeEnabled();
  const { version } = pack;
  for (const { id: field, question, options } of kb.pack.context) {
    await tabTo(page, question);
    await press(page, 'ArrowDown', 1 + options.findIndex(({ value }) => value === answers.context[field]));
  }
  await tabTo(page, 'Start the full assessment', true);
  await page.keyboard.press('Enter');
  for (const [at, { id: item }] of pack.items.entries()) {
    await expect(page.locator('.progress-line')).toContainText(`Question ${at + 1} of ${pack.items.length}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const given = answers.answers.find((each) => each.item === item);
    if (given) await answer(page, given);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  await tabTo(page, 'See the report');
  await page.keyboard.press('Enter');
  const [kept] = await page.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.values(localStorage).flatMap((text) => (text.includes('trivium-answers') ? [JSON.parse(text)] : []));
  });
  const plain = ({ state, level, reason }: Record<string, unknown>) => ({ state, level, reason });
  expect(kept.context).toEqual(answers.context);
  const byItem = (list: Answers['answers']) => Object.fromEntries(list.map((each) => [each.item, plain(each)]));
  expect(byItem(kept.answers)).toEqual(byItem(answers.answers));
  const made = report({ ...answers, targets: [], decisions: [], overrides: [] }, pack);
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await expect(page.locator('.report > .practice-sheet .sheet-wide .score')).toHaveText(
    made.variables.map(({ point }) => shown(point)),
  );
  for (const part of ['.moves .rest', '.signals .rest', '.score-meaning .aside'])
    await page.locator(`${part} > summary`).click();
  await expect(page.locator('.score-meaning')).toContainText(version);
  await expect(page.locator('.move')).toHaveCount(made.moves.length); // they are added one by one
  const idsOf = (cards: string) => page.locator(cards).evaluateAll((all) => all.map(({ id: card }) => card));
  expect(await idsOf('.move')).toEqual(made.moves.map(({ practice }) => `move-${practice}`));
  expect(await idsOf('.signals .signal')).toEqual(
    made.signals
      .filter(({ status }) => ['likely', 'exposed', 'possible'].includes(status))
      .slice(0, pack.constants.signals.shown)
      .map((signal) => `signal-${signal.id}`),
  );
});
