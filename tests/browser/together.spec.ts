import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { groupAnswers } from '../../src/core/assessment/group-answers.ts';
import { mergeRespondents } from '../../src/core/assessment/respondents.ts';
import { fileOf, openWith, pack, person, team, titleOf } from '../support/teams-in-files.ts';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

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
      ...people.map((each, at) => fileOf(`person-${at + 1}.json`, each)),
      fileOf('again.json', people[0] ?? {}),
      fileOf('notes.txt', 'Dear all, see below.'),
    ]);
  await expect(page.locator('.import-list:not(.refused) li')).toHaveCount(3);
  await expect(page.locator('.refused li')).toContainText(['again.json', 'notes.txt']);
  await expect(page.locator('.refused li').first()).toContainText('the same answers as person-1.json');
  await expect(page.locator('#people')).toBeFocused();
  await expect(page.locator('.together-steps')).toBeHidden();
  await expect(page.getByRole('heading', { name: '3 people answered' })).toBeVisible();
  await expect(page.locator('.discussion h3')).toHaveText(merged.agenda.map(titleOf));
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
  await page.locator('input[type=file]').setInputFiles(people.map((each, at) => fileOf(`p${at}.json`, each)));
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
    .getByRole('button', { name: titleOf(other), exact: true })
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
    .setInputFiles([fileOf('a.json', person(4, 'a')), fileOf('b.json', person(9, 'b'))]);
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
    .setInputFiles([person(4, 'ML engineer'), person(9, 'SRE')].map((each, at) => fileOf(`${at}.json`, each)));
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
  await page.locator('input[type=file]').setInputFiles(people.map((each, at) => fileOf(`fraud-${at}.json`, each)));
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
    .setInputFiles([fileOf('a.json', person(4, 'a')), fileOf('b.json', person(9, 'b'))]);
  await expect(page.locator('.discussion input:checked')).toHaveCount(3);
});

test('two tabs in which a group decides keep the decisions of both', async ({ page, context }) => {
  const other = await context.newPage();
  await openTwo(page);
  await openTwo(other);
  await page.locator('.discussion').nth(0).getByRole('radio').nth(1).check();
  await other.locator('.discussion').nth(1).getByRole('radio').nth(2).check();
  for (const tab of [page, other]) await expect(tab.locator('.discussion input:checked')).toHaveCount(2);
  await openTwo(page);
  await expect(page.locator('.discussion input:checked')).toHaveCount(2);
  await other.getByRole('button', { name: 'Save as a new assessment' }).click();
  await expect(page.locator('.discussion input:checked')).toHaveCount(0);
  await expect(page.getByText('saved as an assessment, or deleted, in another tab')).toBeVisible();
  await expect(other.locator('.discussion input:checked')).toHaveCount(2);
  await other.close();
});

for (const [format, start] of [
  ['text', '# Parcels'],
  ['JSON', '{'],
] as const)
  test(`what the group says can be downloaded as ${format}`, async ({ page }) => {
    await openTwo(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download as ${format}` }).click();
    const file = await (await downloading).path();
    expect(readFileSync(file, 'utf8').slice(0, start.length)).toBe(start);
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
