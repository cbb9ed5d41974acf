import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { readLink } from '../../src/core/link/read-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { violations, withAxe } from '../support/axe.ts';
import { reportShown } from '../support/report-shown.ts';
import { answersBy } from '../support/teams.ts';

// What a page shows and stores after another tab has changed what this browser keeps.

const pack = packOf(loadKnowledgeBase());
const [item = ''] = pack.items.map(({ id }) => id);
const answers = (system: string, level: number) => ({ ...answersBy(pack, () => level), system, date: '2026-11-01' });
const stored = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));
const question = `/assess/full/${item}/`;

/** Stores assessments by their ids. */
async function keep(page: Page, drafts: Record<string, object>): Promise<void> {
  await page.goto('/404.html');
  for (const [id, draft] of Object.entries(drafts))
    await page.evaluate((entry) => localStorage.setItem(...entry), [
      `trivium:assessment:${id}`,
      JSON.stringify({ ...draft, savedAt: `2026-11-01T10:00:00Z` }),
    ] as const);
}

for (const path of [question, '/assess/full/check/', '/assess/full/report/', '/assess/'])
  test(`after everything is deleted in another tab, ${path} shows and stores nothing of it`, async ({
    page,
    context,
  }) => {
    await keep(page, { a: answers('Parcels', 2) });
    await page.goto(path);
    await expect(page.locator('#app .waiting')).toHaveCount(0);
    await expect(page.locator('.draft-list li, .check .row, .report, :checked').first()).toBeAttached();
    const other = await context.newPage();
    await other.goto('/privacy/');
    await other.getByRole('button', { name: 'Delete everything in this browser' }).click();
    await other.getByRole('button', { name: 'Yes, delete everything' }).click();
    await expect(other.getByRole('status').filter({ hasText: 'Everything is deleted' })).toBeVisible();
    await expect(page).toHaveURL(/\/assess\/$/);
    await page.getByLabel('Name of the system').fill('Search');
    await expect.poll(() => stored(page)).toContain('Search');
    expect(await stored(page)).not.toContain('Parcels');
    expect(await page.content()).not.toContain('Parcels');
  });

test('what another tab deletes while a page opens does not come back', async ({ page, context }) => {
  await keep(page, { a: answers('Parcels', 2) });
  const other = await context.newPage();
  await other.goto('/404.html');
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(/\/check-screen\.[\w-]+\.js$/, async (route) => {
    await released; // the page stays as it is while it opens
    await route.continue();
  });
  await page.goto('/assess/full/check/', { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('trivium:current'))).toBe('a'); // has read it
  await other.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
  });
  release();
  await expect(page).toHaveURL(/\/assess\/$/);
  await expect(page.getByLabel('Name of the system')).toHaveValue('');
  expect(await stored(page)).not.toContain('Parcels');
});

test('an assessment that is deleted in another tab is left, and "Undo" there brings it back once', async ({
  page,
  context,
}) => {
  await keep(page, { a: answers('Parcels', 2), b: answers('Ads', 1) });
  const other = await context.newPage();
  await other.goto('/assess/');
  await page.evaluate(() => sessionStorage.setItem('trivium:current', 'a'));
  await page.goto(question);
  await expect(page.getByRole('radio', { checked: true })).toBeVisible();
  await other.locator('.draft-list li', { hasText: 'Parcels' }).locator('summary').click();
  await other.getByRole('button', { name: /^Delete.*Parcels/ }).click();
  await expect(page).toHaveURL(/\/assess\/$/);
  await expect(page.locator('.draft-list li')).toHaveCount(1);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.draft-list li')).toHaveCount(2);
});

test('an assessment that is deleted in another tab while its changes cannot be saved stays deleted until it is kept', async ({
  page,
  context,
}) => {
  await withAxe(page);
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (Reflect.get(window, 'isFull')) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
  await keep(page, { a: answers('Parcels', 2), b: answers('Ads', 1) });
  await page.evaluate(() => sessionStorage.setItem('trivium:current', 'a'));
  await page.goto(question);
  await expect(page.getByRole('radio', { checked: true })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  await page.getByRole('radio').nth(4).check();
  await expect(page.locator('[data-notice=storage]')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/assess/');
  await other.locator('.draft-list li', { hasText: 'Parcels' }).locator('summary').click();
  await other.getByRole('button', { name: /^Delete.*Parcels/ }).click();
  const notice = page.locator('[data-notice=deleted]');
  await expect(notice).toContainText('Parcels was deleted elsewhere in this browser.');
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => Object.assign(window, { isFull: false }));
  await expect(page.locator('[data-notice=storage]')).toHaveCount(0);
  await page.getByRole('radio').nth(3).check();
  await expect(notice).toBeVisible();
  expect(await stored(other)).not.toContain('Parcels');
  await notice.getByRole('button', { name: 'Keep it, with these changes' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await expect(other.getByRole('button', { name: /^Continue.*Parcels/ })).toBeVisible();
  const kept = await other.evaluate(() => JSON.parse(localStorage.getItem('trivium:assessment:a') ?? ''));
  expect(kept.answers.find((answer: { item: string }) => answer.item === item)).toMatchObject({ level: 3 });
});

test('the share dialog makes another link once another tab has changed an answer', async ({ page, context }) => {
  await keep(page, { a: answers('Parcels', 2) });
  await page.goto('/assess/full/report/');
  await reportShown(page);
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  const link = page.locator('.shared-link code');
  await expect(link).toContainText('#');
  const before = (await link.textContent()) ?? '';
  const other = await context.newPage();
  await other.goto(question);
  await other.getByRole('radio').nth(4).check();
  await expect(link).not.toHaveText(before);
  await expect(link).toContainText('#');
  const result = await readLink((await link.textContent())?.split('#')[1] ?? '', pack);
  expect(result.ok && result.value.answers.find((answer) => answer.item === item)).toMatchObject({ level: 4 });
});

test('two assessments side by side, a group and the home page follow another tab', async ({ page, context }) => {
  await keep(page, { a: answers('Parcels', 2), b: answers('Ads', 1) });
  const [home, compare, together] = [page, await context.newPage(), await context.newPage()];
  await home.goto('/');
  await expect(home.locator('#continue')).toContainText('answered');
  await compare.goto('/compare/');
  await together.goto('/together/');
  const options = compare.locator('select').first();
  await expect(options).toContainText('Parcels');
  await expect(together.getByRole('button', { name: /Parcels/ })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/404.html');
  await other.evaluate(() => {
    const text = localStorage.getItem('trivium:assessment:a') ?? '';
    localStorage.setItem('trivium:assessment:a', text.replace('Parcels', 'Routing'));
  });
  await expect(options).toContainText('Routing');
  await expect(together.getByRole('button', { name: /Routing/ })).toBeVisible();
  await other.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
  });
  await expect(home.locator('#continue')).toBeHidden();
});

test('a click with Ctrl held down is left to the browser also where a script follows the link', async ({ page }) => {
  await keep(page, { a: answers('Parcels', 2) });
  await page.addInitScript(() => {
    addEventListener('click', (event) => {
      document.documentElement.dataset['click'] = event.defaultPrevented ? 'taken by the page' : 'left to the browser';
      event.preventDefault(); // a tab in the background loads whenever its browser likes
    });
  });
  for (const [path, link] of [
    ['/assess/', page.locator('.depth .primary')],
    ['/assess/', page.locator('.depth .secondary').first()],
    ['/assess/full/check/', page.locator('.check .row a').first()],
    ['/assess/full/check/', page.locator('.check .steps .primary')],
  ] as const) {
    await page.goto(path);
    await page.getByText('Parcels').or(page.locator('.check .row')).first().waitFor();
    await link.click({ modifiers: ['ControlOrMeta'] });
    await expect(page.locator('html')).toHaveAttribute('data-click', 'left to the browser');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await link.click();
    await expect(page).not.toHaveURL(new RegExp(`${path}$`));
  }
});
