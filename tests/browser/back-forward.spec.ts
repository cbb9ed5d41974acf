import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { kinds } from '../../tools/tasks/page-weight.ts';
import { openSettled } from '../support/settled.ts';
import { generateTeam } from '../support/teams.ts';
import { revOf } from '../support/today.ts';

// The back/forward cache shows a page as the browser kept it, without a reload. Playwright disables it by default, and the
// headless shell of Chromium has none.
const executablePath = process.env['FULL_CHROMIUM'];
test.use({
  launchOptions: {
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath ? { executablePath } : {}),
  },
});

const pack = packOf(loadKnowledgeBase());
const question = '/assess/quick/fast-idea-to-model/';
const draft = (system: string, level: number) => ({
  ...generateTeam(pack, 4),
  system,
  savedAt: `2026-11-0${level + 1}T10:00:00Z`,
  answers: [
    {
      item: 'fast-idea-to-model',
      rev: revOf('fast-idea-to-model'),
      state: 'level',
      level,
      at: `2026-11-0${level + 1}T10:00:00Z`,
    },
  ],
});

/** Records, for each page shown from now on, whether it came from the back/forward cache. */
const noteRestores = (page: Page) =>
  page.addInitScript(() =>
    addEventListener('pageshow', (event) => Object.assign(window, { isRestored: event.persisted })),
  );
const isRestored = (page: Page) => page.evaluate(() => Reflect.get(window, 'isRestored'));
const goBack = (page: Page) => page.goBack({ waitUntil: 'commit' });
const store = (page: Page, id: string, kept: object) =>
  page.evaluate(
    ([key = '', text = '']) => localStorage.setItem(key, text),
    [`trivium:assessment:${id}`, JSON.stringify(kept)],
  );

/** Stores assessments and opens a page. */
async function open(page: Page, path: string, kept: Record<string, object> = {}): Promise<void> {
  await noteRestores(page);
  await page.goto('/404.html');
  for (const [id, value] of Object.entries(kept)) await store(page, id, value);
  await openSettled(page, path);
}

test.describe('from the back/forward cache', () => {
  test.beforeEach(async ({ page }) => {
    if (process.env['EVERY_ENGINE'] === '1') return; // there, a browser without the cache fails
    await noteRestores(page);
    await page.goto('/404.html');
    await page.goto('/robots.txt');
    await goBack(page);
    test.skip(!(await isRestored(page)), 'This browser has no back/forward cache. Install Chromium or Chrome.');
  });

  test('every kind of page enters the back/forward cache', async ({ page }) => {
    const code = await writeLink(generateTeam(pack, 3), pack);
    await open(page, '/', { a: draft('Parcels', 1) });
    const paths = new Set([
      ...kinds.map(({ path }) => path),
      `/open/#${code}`,
      '/privacy/',
      '/assess/full/meeting/fast-idea-to-model/',
    ]);
    for (const path of paths) {
      await openSettled(page, path);
      await page.goto('/404.html');
      await goBack(page);
      expect([path, await isRestored(page)]).toEqual([path, true]);
      await page.goForward({ waitUntil: 'commit' });
      expect([path, 'forward', await isRestored(page)]).toEqual([path, 'forward', true]);
    }
  });

  test('a page enters the back/forward cache after a search, answers or a count of teams', async ({ page }) => {
    await open(page, question);
    await page.getByRole('radio').nth(2).check();
    await expect(page.getByText('Saved in this browser')).toBeVisible();
    await page.goto('/404.html');
    await goBack(page);
    expect(await isRestored(page)).toBe(true);
    await page.goto('/');
    await page.getByRole('combobox').first().fill('label lag');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.goto('/404.html');
    await goBack(page);
    expect(await isRestored(page)).toBe(true);
    await page.getByRole('combobox').first().fill('alert');
    await expect(page.getByRole('option').first()).toContainText(/alert/i);
    await page.goto('/teams/');
    const file = {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(draft('Parcels', 1))),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByText('Parcels').first()).toBeVisible();
    await page.goto('/404.html');
    await goBack(page);
    expect(await isRestored(page)).toBe(true);
    await expect(page.getByText('Parcels').first()).toBeVisible();
  });

  test('a restored question shows an answer given elsewhere since, and saves to its own assessment', async ({
    page,
  }) => {
    await open(page, question, { a: draft('Parcels', 1) });
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
    await page.goto('/404.html');
    await store(page, 'a', draft('Parcels', 3));
    await store(page, 'b', draft('Search', 0));
    await page.evaluate(() => sessionStorage.setItem('trivium:current', 'b'));
    await goBack(page);
    expect(await isRestored(page)).toBe(true);
    await expect(page.getByRole('radio').nth(3)).toBeChecked();
    await page.getByRole('radio').nth(2).check();
    await expect(page.getByText('Saved in this browser')).toBeVisible();
    await page.goto('/assess/quick/check/');
    expect(await page.evaluate(() => sessionStorage.getItem('trivium:current'))).toBe('a');
  });

  test('after "back", home, the assessments and the pages that compare show what is stored now', async ({ page }) => {
    await open(page, '/', { a: draft('Parcels', 1) });
    const shows: Record<string, (system: string) => Promise<void>> = {
      '/': (system) => expect(page.locator('#continue')).toContainText(system),
      '/assess/': (system) => expect(page.locator('.draft-list')).toContainText(system),
      '/compare/': (system) => expect(page.locator('select').first()).toContainText(system),
      '/together/': (system) => expect(page.locator('#app')).toContainText(system),
    };
    for (const [path, show] of Object.entries(shows)) {
      await page.goto('/404.html'); // an open assessment would merge the older draft with its own
      await store(page, 'a', draft('Parcels', 1));
      await openSettled(page, path);
      await show('Parcels');
      await page.goto('/404.html');
      await store(page, 'a', draft('Ranking', 2));
      await goBack(page);
      expect([path, await isRestored(page)]).toEqual([path, true]);
      await show('Ranking');
    }
    await openSettled(page, '/');
    await page.goto('/404.html');
    await page.evaluate(() => localStorage.clear());
    await goBack(page);
    await expect(page.locator('#continue')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Start the assessment' })).toBeVisible();
  });
});

test('deleted answers do not come back', async ({ page }) => {
  const deleteAll = () =>
    page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  for (const path of [question, '/assess/quick/report/', '/assess/']) {
    await page.goto('/404.html');
    await deleteAll();
    await open(page, path, { a: draft('Parcels', 1) });
    // A page that is left before it has read the answers opens empty, and rightly stays.
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('trivium:current'))).toBe('a');
    await page.goto('/404.html');
    await deleteAll();
    await goBack(page);
    await expect(page).toHaveURL(/\/assess\/$/); // what was deleted is left
    await expect(page.getByText('Parcels')).toHaveCount(0);
    await page.getByLabel('Name of the system').fill('Search');
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Search');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Parcels');
  }
});

test('only a page with unsaved work asks before it is left', async ({ page }) => {
  await page.addInitScript(() => {
    const counts = { added: 0, removed: 0 };
    const add = window.addEventListener;
    window.addEventListener = (...args: Parameters<typeof add>) => {
      const options = args[2];
      if (args[0] === 'beforeunload') {
        counts.added += 1;
        if (typeof options === 'object') options.signal?.addEventListener('abort', () => (counts.removed += 1));
      }
      add.apply(window, args);
    };
    Object.assign(window, { counts });
  });
  await open(page, question);
  const counts = () => page.evaluate(() => Reflect.get(window, 'counts'));
  expect(await counts()).toEqual({ added: 0, removed: 0 });
  await page.getByRole('radio').nth(2).check();
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  const { added, removed } = await counts();
  expect(added).toBeGreaterThan(0);
  expect(removed).toBe(added);
});
