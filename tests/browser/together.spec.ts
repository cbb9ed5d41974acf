import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { compare } from '../../src/core/assessment/compare.ts';
import { groupAnswers } from '../../src/core/assessment/group-answers.ts';
import { mergeRespondents } from '../../src/core/assessment/respondents.ts';
import { toPoints } from '../../src/core/assessment/score.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from '../support/teams.ts';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

const pack = packOf(loadKnowledgeBase());
const team = (seed: number, date: string, more: object = {}) => ({
  ...generateTeam(pack, seed),
  system: 'Parcels',
  date,
  ...more,
});
const person = (seed: number, role: string) => team(seed, '2026-11-20', { respondent: { role } });
const title = (id: string | undefined) => pack.items.find((item) => item.id === id)?.title ?? '?';
const file = (name: string, content: object | string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** Opens a page with assessments as if they had been made in this browser. */
async function openWith(page: Page, path: string, kept: Record<string, object>): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    (all) => {
      for (const [id, text] of Object.entries(all)) localStorage.setItem(`trivium:assessment:${id}`, text);
    },
    Object.fromEntries(Object.entries(kept).map(([id, each]) => [id, JSON.stringify(each)])),
  );
  await page.goto(path);
}
/** The labels of a picture that overlap. */
const overlaps = (labels: Locator) =>
  labels.evaluateAll((elements) => {
    const boxes = elements.map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
    return boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (b) =>
            a.box.left < b.box.right &&
            b.box.left < a.box.right &&
            a.box.top < b.box.bottom - 1 &&
            b.box.top < a.box.bottom - 1,
        )
        .map((b) => `${a.text} over ${b.text}`),
    );
  });

test('compare starts with the two latest of a system, says the change first, and shows the numbers of the object', async ({
  page,
}) => {
  const [before, now] = [team(3, '2026-05-01'), team(4, '2026-11-01')];
  await openWith(page, '/compare/', { a: before, b: now, other: { ...team(5, '2026-12-01'), system: 'Fraud' } });
  const made = compare({ answers: before }, { answers: now }, pack);
  await expect(page.locator('.sentences li')).toHaveCount(4);
  await expect(page.locator('.sentences li').last()).toContainText(`over ${made.total.known} practices known in both`);
  for (const { id, change } of made.variables)
    if (change === 'higher' || change === 'lower')
      await expect(page.locator('#change')).toContainText(
        `${pack.variables.find((each) => each.id === id)?.name} ${change}`,
      );
  await page.getByText('The numbers behind the three Vs').click();
  const cells = page.locator('section[aria-labelledby=change] tbody tr');
  for (const [at, each] of made.variables.entries()) {
    await expect(cells.nth(at).locator('td')).toContainText([
      String(toPoints(each.before ?? 0)),
      String(toPoints(each.now ?? 0)),
      String(each.known),
    ]);
  }
  const changed = page.locator('section[aria-labelledby=practices]');
  await expect(changed.locator('.dumbbell-list .name')).toHaveText(made.practices.map(({ item }) => title(item)));
  await changed.getByText('Both answers to each practice').click();
  await expect(changed.locator('tbody tr')).toHaveCount(made.practices.length);
  await expect(changed.locator('tbody th').first()).toHaveText(title(made.practices[0]?.item));
  await expect(page.locator('.two-sides select').first().locator('option').nth(1)).toHaveText(/^1 Nov 2026, Parcels/);
  await page.getByRole('button', { name: 'Swap the two' }).click();
  await expect(cells.first().locator('td').first()).toHaveText(String(toPoints(made.variables[0]?.now ?? 0)));
});

test('at every width dumbbell labels overlap no other label or title, and none is cut off', async ({ page }) => {
  await openWith(page, '/compare/', { a: team(3, '2026-05-01'), b: team(4, '2026-11-01') });
  for (const width of [390, 820, 1280, 1680]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator('.of-items').first()).toBeVisible();
    for (const list of await page.locator('.dumbbell-list').all())
      expect(await overlaps(list.locator('text, .name, .difference')), `${width} px`).toEqual([]);
    const outside = await page.locator('.dumbbell').evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const { left, right } = picture.getBoundingClientRect();
        return [...picture.querySelectorAll('text')].filter((label) => {
          const box = label.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1;
        });
      }),
    );
    expect(outside, `${width} px`).toEqual([]);
  }
});

test('three assessments make a trend over real dates; a file and a link count like kept ones', async ({ page }) => {
  const [a, b, c] = [team(3, '2025-01-15'), team(4, '2026-10-01'), team(6, '2026-11-01')];
  await openWith(page, '/compare/', { a });
  await expect(page.getByText('Two assessments are needed')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([file('b.json', b), file('bad.json', '{"format":"other"}')]);
  await expect(page.locator('#change')).toBeVisible();
  await expect(page.locator('#change')).toBeFocused();
  await expect(page.locator('.read-so-far')).toContainText('1 was read. 1 was not.');
  await expect(page.locator('.refused li')).toContainText('bad.json');
  await page.locator('textarea').fill(`https://trivium.example/open/#${await writeLink(c, pack, { name: true })}`);
  await page.getByRole('button', { name: 'Read the links' }).click();
  await expect(page.locator('.import-list:not(.refused) li')).toHaveCount(2);
});

test('three kept assessments of one system are drawn at their dates, with the same numbers in the table', async ({
  page,
}) => {
  await openWith(page, '/compare/', { a: team(3, '2025-01-15'), b: team(4, '2026-10-01'), c: team(6, '2026-11-01') });
  await expect(page.getByRole('heading', { name: '3 assessments over time' })).toBeVisible();
  const x = await page
    .locator('.over-time')
    .first()
    .locator('.mark-of')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
  const [first = 0, second = 0, third = 0] = x;
  expect((second - first) / (third - first)).toBeCloseTo(624 / 655, 1);
  await expect(page.locator('.trend tbody tr')).toHaveCount(3);
  for (const picture of await page.locator('.over-time').all())
    expect(await overlaps(picture.locator('text'))).toEqual([]);
});

test('the report compares with last time, and says so if there is no last time', async ({ page }) => {
  const [before, now] = [team(3, '2026-05-01'), team(4, '2026-11-01')];
  await openWith(page, '/assess/full/report/', { now });
  await page.getByText('How to read the scores').click();
  await expect(page.locator('.report > .practice-sheet')).toContainText('First assessment');
  await expect(page.locator('.since')).toHaveCount(0);
  await openWith(page, '/assess/full/report/', { now, before });
  await page.evaluate(() => localStorage.setItem('trivium:current', 'now'));
  await page.reload();
  await expect(page.locator('.since')).toContainText('Since 1 May 2026, counting only practices known both times:');
  await page.getByText('How to read the scores').click();
  await expect(page.locator('.report > .practice-sheet')).toContainText('three scales');
  await expect(page.locator('.report')).not.toContainText('First assessment');
  await page.getByRole('link', { name: 'What changed' }).click();
  await expect(page.locator('#change')).toBeVisible();
});

test('answers of several people: the good files are kept, the bad ones named, and the agenda comes first', async ({
  page,
}) => {
  const people = [person(4, 'ML engineer'), person(9, 'Product manager'), person(12, 'SRE')];
  const merged = mergeRespondents(people, pack);
  await page.goto('/together/');
  await expect(page.getByText('Two people')).toBeVisible();
  await page
    .locator('input[type=file]')
    .setInputFiles([
      ...people.map((each, at) => file(`person-${at + 1}.json`, each)),
      file('again.json', people[0] ?? {}),
      file('notes.txt', 'Dear all, see below.'),
    ]);
  await expect(page.locator('.import-list:not(.refused) li')).toHaveCount(3);
  await expect(page.locator('.refused li')).toContainText(['again.json', 'notes.txt']);
  await expect(page.locator('.refused li').first()).toContainText('the same answers as person-1.json');
  await expect(page.locator('#people')).toBeFocused();
  await expect(page.locator('.together-steps')).toBeHidden();
  await expect(page.getByRole('heading', { name: '3 people answered' })).toBeVisible();
  await expect(page.locator('.discussion h3')).toHaveText(merged.agenda.map(title));
  await expect(page.locator('.every-question tbody tr:has(svg)')).toHaveCount(pack.items.length);
  const first = merged.items.find(({ item }) => item === merged.agenda[0]);
  const card = page.locator(`#talk-${first?.item}`);
  for (const { respondent, level } of first?.dots ?? []) {
    if (level !== null) await expect(card.locator('.choice').nth(level)).toContainText(String(respondent + 1));
  }
});

test('the group decides by keyboard and saves an assessment that names its sources', async ({ page }) => {
  const people = [person(4, 'ML engineer'), person(9, 'Product manager')];
  const merged = mergeRespondents(people, pack);
  const item = merged.agenda[0] ?? '';
  await page.goto('/together/');
  await page.locator('input[type=file]').setInputFiles(people.map((each, at) => file(`p${at}.json`, each)));
  const card = page.locator(`#talk-${item}`);
  await card.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(card.getByRole('radio').nth(2)).toBeChecked();
  await card.getByLabel('What made you decide').fill('We looked at the last launches.');
  const other = merged.items.find((each) => !each.talk && each.n > 1)?.item;
  await page
    .locator('.every-question')
    .getByRole('button', { name: title(other), exact: true })
    .click();
  await expect(page.locator(`#talk-${other} h3`)).toBeFocused();
  await page.getByRole('button', { name: 'Save as a new assessment' }).click();
  await expect(page.getByText('Saved in this browser as a new assessment.')).toBeVisible();
  const saved = await page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('trivium:assessment:'))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '')),
  );
  expect(saved).toHaveLength(1);
  expect(saved[0].sources).toEqual([
    { role: 'ML engineer', date: '2026-11-20' },
    { role: 'Product manager', date: '2026-11-20' },
  ]);
  expect(saved[0].answers.find((answer: { item: string }) => answer.item === item)).toMatchObject({
    level: 2,
    note: 'We looked at the last launches.',
  });
  await page.getByRole('link', { name: 'Open its report' }).click();
  await expect(page.locator('.report .report-meta')).toContainText('Parcels');
});

const openTwo = async (page: Page) => {
  await page.goto('/together/');
  await page
    .locator('input[type=file]')
    .setInputFiles([file('a.json', person(4, 'a')), file('b.json', person(9, 'b'))]);
};

test('decisions are kept like any answer, and come back when the same files are read again', async ({ page }) => {
  await openTwo(page);
  const talk = page.locator('.discussion').first();
  await talk.getByRole('radio').nth(2).check();
  await talk.getByLabel('What made you decide').fill('The launch');
  await page.goto('/'); // the page does not ask first
  await openTwo(page);
  await expect(talk.getByRole('radio').nth(2)).toBeChecked();
  await expect(talk.getByLabel('What made you decide')).toHaveValue('The launch');
  await page.getByRole('button', { name: 'Save as a new assessment' }).dblclick();
  await expect(page.getByRole('link', { name: 'Open its report' })).toBeVisible();
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys.filter((key) => key.startsWith('trivium:assessment:'))).toHaveLength(1);
  expect(keys.filter((key) => key.startsWith('trivium:group-decisions'))).toEqual([]);
});

test('decisions that cannot be read are named, with their note, and set aside', async ({ page }) => {
  await page.goto('/404.html');
  const bad = { item: 'fast-idea-to-model', answer: { state: 'level', level: 7 }, note: 'WE AGREED', at: '' };
  const text = JSON.stringify({ systems: ['parcels'], decisions: [bad] });
  await page.evaluate((stored) => localStorage.setItem('trivium:group-decisions:["parcels"]', stored), text);
  await page.goto('/together/');
  await page
    .locator('input[type=file]')
    .setInputFiles([person(4, 'ML engineer'), person(9, 'SRE')].map((each, at) => file(`${at}.json`, each)));
  const notice = page.locator('[data-notice=set-aside]');
  await expect(notice).toContainText('decisions[0] (fast-idea-to-model)');
  await expect(notice).toContainText('WE AGREED');
  const download = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Download what was set aside' }).click();
  expect((await download).suggestedFilename()).toBe('trivium-set-aside.json');
  await notice.getByRole('button', { name: 'Delete it' }).click();
  await expect(notice).toHaveCount(0);
});

test('decisions of one team do not enter the answers of another', async ({ page }) => {
  await openTwo(page);
  for (const index of [0, 1, 2]) await page.locator('.discussion').nth(index).getByRole('radio').nth(4).check();
  const remove = page.locator('.import-list button');
  const openList = () => page.locator('#import-panel summary').click();
  await openList();
  await remove.first().click();
  await remove.first().click();
  const people = [person(5, 'a'), person(7, 'b')].map((each) => ({ ...each, system: 'Fraud' }));
  await page.locator('input[type=file]').setInputFiles(people.map((each, at) => file(`fraud-${at}.json`, each)));
  await expect(page.locator('.discussion').first()).toBeVisible();
  await expect(page.locator('.discussion input:checked')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save as a new assessment' }).click();
  await expect(page.getByRole('link', { name: 'Open its report' })).toBeVisible();
  const saved = await page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, text]) =>
      key.startsWith('trivium:assessment:') ? JSON.parse(text) : [],
    ),
  );
  const undecided = groupAnswers(people, [], saved[0].date, pack);
  expect(saved.map(({ answers }) => answers)).toEqual([JSON.parse(JSON.stringify(undecided.answers))]);
  await openList();
  await remove.first().click();
  await remove.first().click();
  await page
    .locator('input[type=file]')
    .setInputFiles([file('a.json', person(4, 'a')), file('b.json', person(9, 'b'))]);
  await expect(page.locator('.discussion input:checked')).toHaveCount(3);
});

test('two tabs in which a group decides keep the decisions of both', async ({ page, context }) => {
  const other = await context.newPage();
  await openTwo(page);
  await openTwo(other);
  await page.locator('.discussion').nth(0).getByRole('radio').nth(1).check();
  await other.locator('.discussion').nth(1).getByRole('radio').nth(2).check();
  for (const tab of [page, other]) await expect(tab.locator('.discussion input:checked')).toHaveCount(2);
  await other.close();
  await openTwo(page);
  await expect(page.locator('.discussion input:checked')).toHaveCount(2);
});

test('two files of the same name are compared', async ({ page }) => {
  await page.goto('/compare/');
  const input = page.locator('input[type=file]');
  for (const content of [team(3, '2026-05-01'), team(4, '2026-11-01')])
    await input.setInputFiles([file('answers.json', content)]);
  await expect(page.locator('#change')).toBeVisible();
  await expect(page.locator('.sentences li')).toHaveCount(4);
});

test('the page asks before it is left if the browser refused to store decisions', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openTwo(page);
  await page.locator('.discussion').first().getByRole('radio').first().check();
  await expect(page.getByText('QuotaExceededError')).toBeVisible();
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss().then(() => dialog.type()));
  await page.evaluate(() => location.assign('/'));
  expect(await asked).toBe('beforeunload');
});

test('an invitation can be copied, and opening either page runs without a violation of the policy', async ({
  page,
  context,
}) => {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWith(page, '/compare/', { a: team(3, '2026-05-01'), b: team(4, '2026-11-01') });
  await expect(page.locator('#change')).toBeVisible();
  await page.goto('/together/');
  await page.getByText('Invitation to copy').click();
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.locator('#copied')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('on your own');
  expect(problems).toEqual([]);
});
