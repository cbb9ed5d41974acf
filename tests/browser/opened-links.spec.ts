import { expect, type Page, test } from '@playwright/test';
import { writeLink } from '../../src/core/link/write-link.ts';
import { onPageError } from '../support/page-errors.ts';
import { reportShown } from '../support/report-shown.ts';
import { everything, made, openLink, pack, team } from '../support/shared-report.ts';
import { answersBy } from '../support/teams.ts';

const storage = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).toSorted()));

test('a link opens read-only, says so, and touches nothing that is kept; a copy is a new assessment', async ({
  page,
}) => {
  await page.goto('/404.html');
  await page.evaluate(
    (text) => localStorage.setItem('trivium:assessment:mine', text),
    JSON.stringify(answersBy(pack, () => 1)),
  );
  await page.goto('/assess/'); // this tab has its own assessment open
  await expect(page.locator('.draft-list li')).toHaveCount(1);
  const before = await storage(page);
  await openLink(page, await writeLink(team, pack, everything));
  await expect(page.locator('.opened-banner')).toContainText('Opened from a link, not verified');
  await expect(page.locator('.opened-banner')).toContainText('Answers dated 23 Nov 2026.');
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await expect(page.locator('.report .report-meta')).toContainText('Parcel times');
  await expect(page.getByLabel('Owner')).toHaveCount(0);
  await page.locator('.skip-link').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first().click();
  await expect(page.locator('dialog.workings')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  expect(await storage(page)).toBe(before);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page).toHaveURL(/\/assess\/full\/report\/$/);
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  const mine = await page.evaluate(() => localStorage.getItem('trivium:assessment:mine'));
  expect(before).toContain(JSON.stringify(mine));
  const kept = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('trivium:assessment:')),
  );
  expect(kept).toHaveLength(2);
});

test('where storage is refused, a copy says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openLink(page, await writeLink(team, pack));
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page.getByText('refused to save it (QuotaExceededError)')).toBeVisible();
});

test('what follows the # is in no request, no referrer, no title and no message', async ({ page }) => {
  const code = await writeLink(team, pack, everything);
  const seen: string[] = [];
  page.on('request', (request) =>
    seen.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? ''),
  );
  page.on('console', (message) => seen.push(message.text()));
  onPageError(page, (error) => seen.push(String(error)));
  await openLink(page, code);
  seen.push(await page.title());
  await page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first().click();
  await expect(page.locator('dialog.workings')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Method', exact: true }).click();
  await expect(page).toHaveURL(/\/method\/$/);
  seen.push(await page.evaluate(() => document.referrer), await page.title());
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter((text) => text.includes(code.slice(5, 25)))).toEqual([]);
});

test('without a script the page says what it needs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/open/');
  await expect(page.getByText('Opening a link needs JavaScript')).toBeVisible();
  await context.close();
});

test('a link with one damaged field opens without it, and names the field and its value', async ({ page }) => {
  const decisions = [{ practice: 'fallback-models', decision: 'do' as const, owner: 'Ada', due: '20266-11-28' }];
  await openLink(page, await writeLink({ ...team, decisions }, pack, everything));
  const notice = page.locator('[data-notice=lost]');
  await expect(notice).toContainText('decisions[0].due (fallback-models)');
  await expect(notice.locator('code')).toHaveText('20266-11-28');
  await page.getByRole('button', { name: 'Save a copy' }).dblclick();
  await expect(page).toHaveURL(/\/assess\/.*\/report\//);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':assessment:'))),
  ).toHaveLength(1);
});

test('a link that takes longer to read never replaces a later one', async ({ page }) => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/broken-link[.-]/, async (route) => {
    await isReleased;
    await route.continue();
  });
  const explained = page.waitForRequest(/\/broken-link[.-]/);
  await page.goto('/open/#AgDamaged0000000000000000');
  await explained;
  const code = await writeLink(team, pack, everything);
  await page.evaluate((text) => {
    location.hash = text;
  }, code);
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();
  const answered = page.waitForResponse(/\/broken-link[.-]/);
  release();
  await answered;
  await reportShown(page);
  await expect(page.locator('h1 .verdict')).toHaveText(made.verdict);
  await expect(page.locator('[role=alert]')).toHaveCount(0);
});
