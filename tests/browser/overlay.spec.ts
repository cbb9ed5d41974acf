import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { testBuilds } from '../../tools/tasks/test-builds.mjs';
import { type ServedBuild, serveBuild } from '../support/test-build.ts';

// The site with the example of an overlay, as an organisation would serve it. `node tools/tasks/test-builds.mjs` builds it.

let site: ServedBuild;
let home = '';

test.beforeAll(async () => {
  site = await serveBuild(testBuilds.overlay);
  home = site.home;
});
test.afterAll(() => site?.close());

test('the organisation shows on home: its name, its logo, its words, its colours', async ({ page }) => {
  await page.goto(home);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Parcel Practices' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Acme Parcel');
  const logo = page.getByRole('banner').locator('img');
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const colourOf = () => page.locator('a.primary').evaluate((link) => getComputedStyle(link).backgroundColor);
  expect(await colourOf()).toBe('rgb(11, 93, 75)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(colourOf).toBe('rgb(127, 214, 189)');
  await expect(page.getByRole('contentinfo')).toContainText("This is Acme Parcel's edition.");
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await expect.poll(colourOf).not.toBe('rgb(11, 93, 75)');
});

test('its question is asked, answered and reported under its mark, and its link opens', async ({ page }) => {
  await page.goto(`${home}assess/`);
  await page.getByText('Start the quick check').click();
  await expect(page.getByRole('radio').first()).toBeVisible();
  await page.goto(`${home}assess/quick/prompt-review/`);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => !url.pathname.includes('prompt-review'));
  await page.goBack();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await expect(page.locator('.why-we-ask')).toContainText('This is by Acme Parcel.');
  await page.goto(`${home}assess/quick/report/`);
  await expect(page.locator('.practice-sheet').first()).toContainText('Prompt review (Acme)');
  await page.getByRole('button', { name: 'Share a private link' }).click();
  await expect(page.locator('.shared-link')).toContainText('/open/#');
  const link = (await page.locator('.shared-link').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await page.goto(link);
  await expect(page.locator('.report > .practice-sheet')).toContainText('Prompt review (Acme)');
});

test('a link and a file of the official pack are refused, and each says which pack it belongs to', async ({ page }) => {
  const [{ link }] = JSON.parse(readFileSync('tests/fixtures/released/links-2.json', 'utf8'));
  await page.goto(`${home}open/#${link}`);
  await expect(page.getByRole('main')).toContainText('"trivium-practices"');
  await expect(page.getByRole('main')).toContainText('"acme-parcel-practices"');
  await page.goto(`${home}open/`);
  await page.locator('input[type=file]').setInputFiles('content/samples/ad-ranking.json');
  await expect(page.getByRole('main')).toContainText('this file belongs to another pack');
});

test('its entry is read, found and marked as theirs, and the method lists what differs', async ({ page }) => {
  await page.goto(`${home}entries/prompt-review/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prompt review (Acme)');
  await expect(page.getByRole('article')).toContainText('It comes neither from the study nor from Trivium.');
  await expect(page.locator('.text .ours')).toContainText('The saved cases matter more than the approval.');
  await page.goto(`${home}entries/staged-deployment/`);
  await expect(page.getByRole('article')).toContainText('Acme Parcel changed: weight.');
  await page.getByRole('link', { name: 'What is different' }).first().click();
  const list = page.locator('section', { has: page.locator('#edition') });
  await expect(list).toContainText('Question: Prompt review (Acme) (added)');
  await expect(list).toContainText('The assessment (changed: constants, targets)');
  await page.goto(`${home}knowledge/`);
  await page.getByRole('combobox').first().fill('prompt approval');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(`${home}entries/prompt-review/`);
});

test('without scripts its question and its entry read the same', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${home}assess/quick/prompt-review/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/how did changes to prompts get into production/);
  await expect(page.locator('.why-we-ask')).toContainText('This is by Acme Parcel.');
  await page.goto(`${home}entries/prompt-review/`);
  await expect(page.locator('.edition')).toContainText('This is by Acme Parcel.');
  await page.close();
});
