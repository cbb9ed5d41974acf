import { readFileSync } from 'node:fs';
import { type Download, expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { Rollup, TeamAnswers } from '../../src/core/rollup/rollup.ts';
import { onPageError } from '../support/page-errors.ts';
import { rollUpTeams } from '../support/roll-up-teams.ts';
import { generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const answersOf = (seed: number) => ({ ...generateTeam(pack, seed), system: `Team ${seed}` });
const file = (name: string, content: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
const good = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => file(`team-${from + at}.json`, JSON.stringify(answersOf(from + at))));
const source = { file: '', line: null, version: pack.version };
const teamsOf = (count: number) =>
  Array.from({ length: count }, (_, seed): TeamAnswers => ({ answers: answersOf(seed), source }));
const expected = (count: number, anonymous = false): Rollup => rollUpTeams(teamsOf(count), pack, 'full', anonymous);
const titleOf = (id: string | undefined) => pack.items.find((item) => item.id === id)?.title ?? '';

async function open(page: Page): Promise<void> {
  await page.goto('/teams/');
  await expect(page.getByLabel('Choose files, or drop them here')).toBeVisible();
}
const drop = (page: Page, files: ReturnType<typeof good>) =>
  page.getByLabel('Choose files, or drop them here').setInputFiles(files);
async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}
async function take(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return textOf(download);
}
const columns = (page: Page, table: string, column: number) =>
  page.locator(`${table} tbody tr > :nth-child(${column})`).allTextContents();

test('two hundred files at once: the good ones are counted, each bad one is named with its reason, nothing is sent', async ({
  page,
}) => {
  const copyScript = page.waitForRequest(/\/_astro\/once-loaded\.[\w-]+\.js$/); // the last request of a page that loads
  await open(page);
  await copyScript;
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  onPageError(page, (error) => faults.push(error.message));
  const bad = [
    file('torn.json', '{ "format": "trivium-answers", '),
    file('other.json', '{ "format": "other" }'),
    file('huge.json', 'x'.repeat(1_100_000)),
  ];
  await drop(page, [...good(100), ...bad, ...good(97, 100)]);
  await expect(page.locator('#result')).toHaveText('What 197 teams have in common');
  await expect(page.locator('.refused li strong')).toHaveText(['torn.json', 'other.json', 'huge.json']);
  for (const reason of await page.locator('.refused li .muted').allTextContents())
    expect(reason.length).toBeGreaterThan(20);
  await expect(page.locator('.team-lines tbody tr')).toHaveCount(197);
  const made = expected(197);
  expect((await columns(page, '.shared-gaps .item-counts', 1)).slice(0, made.sharedGaps.length)).toEqual(
    made.sharedGaps.map(titleOf),
  );
  const first = made.items.find(({ item }) => item === made.sharedGaps[0]);
  await expect(page.locator('.teams-result .lead')).toContainText(
    `${titleOf(first?.item)}. It hurts ${first?.hurting} of the ${first?.known} teams`,
  );
  const medians = made.variables.map(({ median }) => String(median));
  await expect.poll(() => columns(page, '.variable-scores', 3)).toEqual(medians);
  // The code that names the bad parts of a file is loaded only when a file needs it.
  expect(requests.filter((url) => !/\/_astro\/(recover|migrate)-[\w-]+\.js$/.test(url))).toEqual([]);
  expect(faults).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(page.locator('#result')).toHaveCount(0);
});

test('a browser without workers reads and counts on the page itself', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await open(page);
  await drop(page, [...good(40), file('other.json', '{}')]);
  await expect(page.locator('#result')).toHaveText('What 40 teams have in common');
  await expect(page.locator('.refused li strong')).toHaveText(['other.json']);
  await page.locator('.team-settings select').first().selectOption('quick');
  const { list, ...counts } = rollUpTeams(teamsOf(40), pack, 'quick');
  expect(JSON.parse(await take(page, 'Counts (JSON)'))).toMatchObject(counts);
});

test('teams are sorted by name; a ranking has to be switched on, and comes with a warning', async ({ page }) => {
  await open(page);
  await drop(page, good(8));
  const names = async () => (await columns(page, '.team-lines', 1)).map((text) => text.replace(' 23 Nov 2026', ''));
  await expect(page.locator('.team-lines tbody tr')).toHaveCount(8);
  expect(await names()).toEqual(Array.from({ length: 8 }, (_, seed) => `Team ${seed}`));
  await expect(page.getByText('You have switched on a ranking')).toHaveCount(0);
  await page.getByLabel('Order teams by a score').check();
  await expect(page.getByText('You have switched on a ranking').first()).toBeVisible();
  const shown = async () => (await page.locator('.team-lines .v-versioning strong').allTextContents()).map(Number);
  const points = await shown();
  await page.getByRole('combobox', { name: /^Score/ }).selectOption('versioning');
  await expect.poll(shown).toEqual(points.toSorted((a, b) => b - a));
  await page.getByLabel('Order teams by a score').uncheck();
  await expect.poll(names).toEqual(Array.from({ length: 8 }, (_, seed) => `Team ${seed}`));
});

test('without names no name is on the page or in what is downloaded, and two teams are too few', async ({ page }) => {
  await open(page);
  await drop(page, good(2));
  await page.getByLabel('Leave names out').check();
  await expect(page.getByText('nothing is shown for fewer than three teams')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Questions (CSV)' })).toHaveCount(0);
  await drop(page, good(6, 2));
  await expect(page.locator('.team-lines tbody tr')).toHaveCount(8);
  expect(await columns(page, '.team-lines', 1)).toEqual(Array.from({ length: 8 }, (_, at) => `Team ${at + 1}`));
  await expect(page.getByRole('button', { name: 'Scores of each team' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Answers (JSON Lines)' })).toHaveCount(0);
  const { list, ...counts } = expected(8, true);
  expect(list).toHaveLength(8);
  expect(JSON.parse(await take(page, 'Counts (JSON)'))).toEqual({ ...counts, list: null });
});

test('JSON Lines that were downloaded are read again and give the same counts', async ({ page }) => {
  await open(page);
  await drop(page, good(20));
  const [counts, lines, csv] = [
    await take(page, 'Counts (JSON)'),
    await take(page, 'Answers (JSON Lines)'),
    await take(page, 'Questions (CSV)'),
  ];
  expect(csv.split('\r\n')).toHaveLength(pack.items.length + 2);
  expect(lines.trimEnd().split('\n')).toHaveLength(20);
  await open(page);
  await drop(page, [file('teams.jsonl', `${lines}{ "torn": \n`)]);
  await expect(page.locator('#result')).toHaveText('What 20 teams have in common');
  await expect(page.locator('.refused li strong')).toHaveText(['teams.jsonl, line 21']);
  expect(JSON.parse(await take(page, 'Counts (JSON)'))).toEqual(JSON.parse(counts));
});

test('hostile names are shown as text', async ({ page }) => {
  await open(page);
  const name = '<img src=x onerror="document.title=1">';
  await drop(page, [file('<b>x.json', JSON.stringify({ ...answersOf(1), system: name })), file('<i>y.json', 'no')]);
  await expect(page.locator('.team-lines tbody th')).toContainText(name);
  await expect(page.locator('.refused li strong')).toHaveText('<i>y.json');
  await expect(page.locator('#app img, #app b')).toHaveCount(0);
});

test('settings and downloads are reached and worked with the keyboard alone', async ({ page }) => {
  await open(page);
  await drop(page, good(4));
  await expect(page.locator('#result')).toBeFocused();
  const seen: string[] = [];
  for (let press = 0; press < 120 && seen.at(-1) !== 'Print on two pages'; press += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : element;
      return (element?.getAttribute('aria-label') ?? label?.textContent ?? '').trim();
    });
    seen.push(name);
    if (name.startsWith('Leave names out')) await page.keyboard.press('Space');
  }
  for (const part of [
    'Practices',
    'Leave names out',
    'Order teams by a score',
    'Shared gaps first',
    'Each team',
    'Questions (CSV)',
  ])
    expect(
      seen.some((name) => name.startsWith(part)),
      part,
    ).toBe(true);
  await expect(page.locator('.team-lines tbody th').first()).toHaveText('Team 1');
});

test('every row of the small multiples has one scale', async ({ page }) => {
  await open(page);
  await drop(page, good(12));
  await expect(page.locator('.team-lines tbody tr')).toHaveCount(12);
  const dots = await page.locator('.team-lines .team-score').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const dot = cell.querySelector('.dot')?.getAttribute('cx');
      return dot ? [{ points: Number(cell.querySelector('strong')?.textContent), x: Number(dot) }] : [];
    }),
  );
  expect(dots.length).toBeGreaterThan(30);
  for (const a of dots) for (const b of dots) if (a.points > b.points) expect(a.x).toBeGreaterThan(b.x);
});

test('what is printed is one page and the practice sheet, with no team on it', async ({ page }) => {
  await open(page);
  await drop(page, good(40));
  await expect(page.locator('.team-lines tbody tr')).toHaveCount(40);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.each-team')).toBeHidden();
  await expect(page.locator('.shared-gaps .item-counts tbody tr:visible')).toHaveCount(10);
  await expect(page.locator('.teams-sheet .sheet-wide')).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});

test('twelve made-up teams are one press away, and disappear when the first real file is added', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Show made-up teams' }).press('Enter');
  await expect(page.locator('#result')).toHaveText('What 12 made-up teams have in common');
  await expect(page.locator('#result')).toBeFocused();
  await expect(page.locator('.team-lines tbody th').first()).toHaveText(/^Made-up team A/);
  await expect(page.getByRole('button', { name: 'Counts (JSON)' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Hide them' }).press('Enter');
  await expect(page.locator('#result')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show made-up teams' })).toBeFocused();
  await page.getByRole('button', { name: 'Show made-up teams' }).click();
  await expect(page.locator('.team-lines tbody tr')).toHaveCount(12);
  await drop(page, good(3));
  await expect(page.locator('#result')).toHaveText('What 3 teams have in common');
  await expect(page.locator('#app')).not.toContainText(/made-up/i);
  expect(JSON.parse(await take(page, 'Counts (JSON)'))).toMatchObject({ teams: 3 });
});
