import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { t } from '../../src/build/strings.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { toPoints } from '../../src/core/assessment/score.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { renderMarkdown } from '../../src/core/render/markdown.ts';
import { moveTitle } from '../../src/core/render/move-texts.ts';
import { report } from '../../src/core/report/report.ts';
import { violations, withAxe } from '../support/axe.ts';
import { parseCsv } from '../support/csv.ts';
import { readPdf } from '../support/pdf.ts';
import { generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const base = generateTeam(pack, 8);
const [first] = report(base, pack).moves;
const hostile = '<img src=x onerror=boo()>"\'</script>';
const team: Answers = {
  ...base,
  system: 'Parcel times',
  date: '2026-11-16',
  decisions: [{ practice: first?.practice ?? '', decision: 'do', owner: `Ada ${hostile}`, due: '2027-01-15' }],
};
const made = report(team, pack);

async function openFiles(page: Page): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), JSON.stringify(team));
  await page.goto('/assess/full/report/');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Download' })).toBeVisible();
}
/** Downloads one file; gives its name and path. */
async function take(page: Page, name: string) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const download = await waiting;
  await expect(page.locator('.downloads [role=status]')).toContainText(download.suggestedFilename());
  return { name: download.suggestedFilename(), file: await download.path() };
}
const text = (file: string) => readFileSync(file, 'utf8');
const shown = (value: number | null) => (value === null ? '–' : String(toPoints(value)));

test('every file carries team and date in its name, and the numbers of the page', async ({ page }) => {
  await openFiles(page);
  const onPage = await page.locator('.report > .practice-sheet .sheet-wide .score').allTextContents();
  expect(onPage).toEqual(made.variables.map(({ point }) => shown(point)));

  const answers = await take(page, 'Download answers');
  expect(answers.name).toBe('trivium-parcel-times-2026-11-16.json');
  const parsed = parseAnswers(JSON.parse(text(answers.file)), pack);
  expect(parsed.ok && report(parsed.value, pack)).toEqual(made);
  expect(JSON.parse(text(answers.file)).answers).toEqual(team.answers);

  const json = await take(page, 'Report object, JSON');
  expect(json.name).toBe('trivium-parcel-times-2026-11-16-report.json');
  expect(JSON.parse(text(json.file))).toEqual(made);

  const md = await take(page, 'Report text, Markdown');
  expect(text(md.file)).toBe(renderMarkdown(made, pack, t));

  const summary = text((await take(page, 'Summary, Markdown')).file);
  const csv = await take(page, 'Moves, CSV');
  expect(csv.name).toBe('trivium-parcel-times-2026-11-16-moves.csv');
  const [names = [], ...rows] = parseCsv(text(csv.file));
  const column = (name: string) => rows.map((cells) => cells[names.indexOf(name)]);
  expect(column('Practice')).toEqual(made.moves.map(({ practice }) => practice));
  expect(column('Score after')).toEqual(made.moves.map(({ impact }) => (impact ? shown(impact.after) : '')));
  expect(column('Assignee')[0]).toBe(`Ada ${hostile}`);

  const svg = text((await take(page, 'Practice sheet, SVG')).file);
  const html = text((await take(page, 'Whole report, one HTML file')).file);
  const pdf = await readPdf(await page.pdf());
  const printed = pdf.pages[0]?.text ?? '';
  for (const { point, low, high } of made.variables) {
    if (point === null || low === null || high === null) continue;
    expect(summary).toContain(`${shown(point)} (band ${shown(low)} to ${shown(high)})`);
    expect(svg).toContain(`>${shown(point)}<`);
    expect(svg).toContain(`band ${shown(low)} to ${shown(high)}`);
    expect(html).toContain(`${shown(low)} to ${shown(high)}`);
    expect(printed).toContain(`${shown(low)} to ${shown(high)}`);
  }
  for (const each of [summary, html, printed]) expect(each).toContain(made.verdict);
});

test('the picture of the sheet is a PNG of the sheet, and the SVG draws on its own', async ({ page }) => {
  await openFiles(page);
  const png = readFileSync((await take(page, 'Practice sheet, PNG')).file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * 1168);
  const svg = await take(page, 'Practice sheet, SVG');
  expect(svg.name).toBe('trivium-parcel-times-2026-11-16-sheet.svg');
  expect(text(svg.file)).toContain('Parcel times, 16 Nov 2026');
  const blank = await page.context().newPage(); // without the policy of the site
  const valid = await blank.evaluate(
    (source) => new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror') === null,
    text(svg.file),
  );
  expect(valid).toBe(true);
});

test('the HTML report opens from disk without a request, in both themes, and carries its answers', async ({
  page,
  browser,
}, info) => {
  await openFiles(page);
  const html = await take(page, 'Whole report, one HTML file');
  expect(html.name).toBe('trivium-parcel-times-2026-11-16-report.html');
  const kept = path.join(info.outputDir, html.name);
  await (await import('node:fs/promises')).mkdir(info.outputDir, { recursive: true });
  await (await import('node:fs/promises')).copyFile(html.file, kept);
  expect(text(html.file).match(/ href="\/[^"]*"/g)).toBeNull(); // from disk, they would lead to files
  const onPage = await page
    .locator('.report > .signals td')
    .first()
    .evaluate((cell) => getComputedStyle(cell).font);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, offline: true });
    const disk = await context.newPage();
    await withAxe(disk);
    const asked: string[] = [];
    const said: string[] = [];
    disk.on('request', (request) => asked.push(request.url()));
    disk.on('console', (message) => said.push(message.text()));
    await disk.goto(pathToFileURL(kept).href);
    expect(asked).toEqual([pathToFileURL(kept).href]);
    expect(said).toEqual([]);
    await expect(disk).toHaveTitle(`${made.verdict} Parcel times, 16 Nov 2026 · Trivium`);
    await expect(disk.locator('h1')).toContainText(made.verdict);
    await expect(disk.locator('.report > .practice-sheet .sheet-wide .score')).toHaveText(
      made.variables.map(({ point }) => shown(point)),
    );
    await expect(disk.locator('.report > .practice-sheet .sheet-wide .sheet-line')).toHaveCount(made.sheet.length);
    await expect(disk.locator('.move').first()).toContainText(`Ada ${hostile}`);
    const controls = 'button, input:not(.sheet-tabs input), select, img, link, script:not([type="application/json"])';
    expect(await disk.locator(controls).count()).toBe(0);
    const carried = await disk.locator('#trivium-answers').evaluate((element) => JSON.parse(element.textContent ?? ''));
    expect(carried).toEqual(team);
    const font = await disk
      .locator('.report > .signals td')
      .first()
      .evaluate((cell) => getComputedStyle(cell).font);
    expect(font).toBe(onPage);
    const background = await disk.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(background).toBe(colorScheme === 'light' ? 'rgb(251, 250, 246)' : 'rgb(23, 22, 19)');
    expect(await violations(disk)).toEqual([]);
    const { pages } = await readPdf(await disk.pdf({ format: 'A4' }));
    expect(pages[0]?.text).toContain('The ask:');
    expect(pages.length).toBeLessThanOrEqual(3);
    await context.close();
  }
  expect(text(kept).length).toBeLessThan(400_000);
});

test('the list of files opens and closes by keyboard', async ({ page }) => {
  await openFiles(page);
  const button = page.getByRole('button', { name: 'Download', exact: true });
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('.downloads')).toHaveCount(0);
});

test('the plan is sorted by what it eases and by effort, and says how', async ({ page }) => {
  await openFiles(page);
  const plan = page.locator('.plan');
  const titles = () => plan.locator('tbody th').allInnerTexts();
  const name = (move: (typeof made.moves)[number]) => moveTitle(move, made.context, pack, t);
  const places = made.moves.map(name);
  await page.locator('.moves .rest > summary').click();
  expect(await titles()).toEqual(places);
  await expect(plan.locator('th[aria-sort]')).toHaveText(/Place/);

  await plan.getByRole('button', { name: 'Sort by Eases' }).click();
  await expect(plan.locator('th[aria-sort=descending]')).toHaveText(/Eases/);
  expect(await titles()).toEqual(made.moves.toSorted((a, b) => b.eases.length - a.eases.length).map(name));

  await plan.getByRole('button', { name: 'Sort by Person-weeks' }).click();
  await expect(plan.locator('th[aria-sort=ascending]')).toHaveText(/Person-weeks/);
  const weeks = () =>
    plan.locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.lastElementChild?.textContent) || 0));
  expect(await weeks()).toEqual((await weeks()).toSorted((a, b) => a - b));
  await plan.getByRole('button', { name: 'Sort by Person-weeks' }).click();
  await expect(plan.locator('th[aria-sort=descending]')).toHaveText(/Person-weeks/);
  expect(await weeks()).toEqual((await weeks()).toSorted((a, b) => b - a));
});
