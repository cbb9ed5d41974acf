import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { openSettled } from '../support/settled.ts';
import { generateTeam } from '../support/teams.ts';

// What an open page shows after a new deployment, when the server no longer has its scripts and styles and no offline
// copy has them either; and what it shows while the network fails briefly.

const pack = packOf(loadKnowledgeBase());
const team = (more: object = {}) => ({
  ...generateTeam(pack, 4),
  system: 'Parcels',
  date: '2026-11-01',
  savedAt: '2026-11-01T10:00:00Z',
  ...more,
});
const notice = (page: Page) => page.locator('.copy-notice');
const newer = 'A newer version of Trivium is available. Reload the page; your answers are kept.';
const missing = 'Part of this page could not be loaded';

/** Stores assessments, opens a page and waits until it has loaded. */
async function open(page: Page, path: string, kept: object[] = [team()]): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    (texts) => {
      for (const [id, text] of texts.entries()) localStorage.setItem(`trivium:assessment:${id}`, text);
    },
    kept.map((answers) => JSON.stringify(answers)),
  );
  await openSettled(page, path);
}
/** Scripts, styles and data. */
const parts = /\/(_astro|assess|search|compare|together|teams)\/.*\.(js|css|json)$/;
/** From now on the server has none of the files of the page's version. */
const deploy = (page: Page) =>
  page.route(parts, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>' }));
/** From now on no script, style or data arrives: requests fail, or (`silenceNetwork`) get no response. */
const loseNetwork = (page: Page) => page.route(parts, (route) => route.abort());
const silenceNetwork = (page: Page) => page.route(parts, () => undefined);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const file = {
  name: 'a.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(team({ pack: { id: pack.id, version: '1.0.0' } }))),
};

/**
 * Whether the engine requests a module again after its request failed, as the HTML standard has it since 2025.
 * Chromium remembers the failure up to version 153; there, only a reload loads what was missing.
 */
async function requestsModulesAgain(page: Page): Promise<boolean> {
  let requests = 0;
  await page.route('**/lost-once.js', (route) => {
    requests += 1;
    return requests === 1 ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: 'export {};' });
  });
  const loads = () =>
    page.evaluate(() =>
      import('/lost-once.js' as string).then(
        () => true,
        () => false,
      ),
    );
  await loads();
  return loads();
}
/** Presses "Reload" in the notice, as a person does who reads it. */
async function reload(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await loaded;
}

const seeReport = (page: Page) => page.getByText('See the report', { exact: true }).first().click();
const question = '/assess/quick/fast-idea-to-model/';
const report = '/assess/full/report/';
/** Actions that make a page load more, by what they open. */
const acts: Record<string, { path: string; act(page: Page): Promise<unknown> }> = {
  'the check page': {
    path: question,
    act: (page) =>
      page
        .getByRole('link', { name: /check/i })
        .or(page.getByRole('button', { name: /check/i }))
        .first()
        .click(),
  },
  'why we ask': {
    path: '/assess/full/stage/monitoring-response/',
    act: async (page) => {
      const asked = page.locator('.asked').first();
      await expect(asked).not.toHaveAttribute('open'); // the script has folded the answered questions
      await asked.locator('summary').first().click();
      await asked.getByText('Why we ask').click();
    },
  },
  'the report': { path: '/assess/quick/check/', act: (page) => seeReport(page) },
  search: { path: '/', act: (page) => page.getByRole('combobox').first().fill('label lag') },
  'the workings of a score': {
    path: report,
    act: (page) => page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first().click(),
  },
  'the steps of a move': {
    path: report,
    act: (page) => page.getByText('Steps, and why').first().click(),
  },
  'other answers to try': {
    path: report,
    act: (page) => page.getByRole('button', { name: 'Try other answers' }).click(),
  },
  'the share dialog': {
    path: report,
    act: (page) => page.getByRole('button', { name: 'Share a private link' }).click(),
  },
  'the list of files': {
    path: report,
    act: (page) => page.getByRole('button', { name: 'Download', exact: true }).click(),
  },
  'a file to import': { path: '/assess/', act: (page) => page.locator('input[type=file]').setInputFiles(file) },
  'a new round': {
    path: '/assess/',
    act: async (page) => {
      await page.locator('.draft-list summary').first().click();
      await page.locator('[data-act=again]').first().click();
    },
  },
  'a timer': {
    path: '/assess/full/meeting/fast-idea-to-model/',
    act: (page) => page.getByRole('button', { name: 'Set a timer' }).click(),
  },
  'an older file to compare': {
    path: '/compare/',
    act: (page) => page.locator('input[type=file]').setInputFiles(file),
  },
  'a report to open': { path: '/open/', act: (page) => page.locator('input[type=file]').setInputFiles(file) },
};

for (const [name, { path, act }] of Object.entries(acts)) {
  test(`after a deployment, ${name} says that a newer Trivium is here`, async ({ page }) => {
    await open(page, path);
    const [title, address] = [await heading(page).textContent(), page.url()];
    await deploy(page);
    await act(page);
    await expect(notice(page)).toContainText(newer);
    expect(page.url()).toBe(address);
    await expect(heading(page)).toHaveText(title ?? '');
    expect(await page.evaluate(() => localStorage.getItem('trivium:assessment:0'))).toContain('Parcels');
    await page.unroute(parts);
    await reload(page);
    await expect(notice(page)).toBeHidden();
    await act(page);
    await expect(notice(page)).toBeHidden();
  });
}

test('after a deployment, "back" within the assessment stays on the current page', async ({ page }) => {
  await open(page, '/assess/quick/');
  await page.goto(question);
  await page.getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page).not.toHaveURL(new RegExp(`${question}$`));
  await openSettled(page, '/assess/quick/check/'); // does not load the script of questions
  await page.evaluate((path) => history.replaceState(null, '', path), question);
  await page.evaluate((path) => history.pushState(null, '', path), '/assess/quick/check/');
  const title = (await heading(page).textContent()) ?? '';
  await deploy(page);
  await page.evaluate(() => history.back());
  await expect(notice(page)).toContainText(newer);
  await expect(page).toHaveURL(/check/);
  await expect(heading(page)).toHaveText(title);
});

test('failed requests are retried: one lost request does no harm once the network is back', async ({ page }) => {
  const lost = new Map<string, number>();
  await open(page, '/assess/quick/check/');
  const again = await requestsModulesAgain(page);
  await page.route(/report\.json$|report-screen.*\.js$|report.*\.css$/, (route) => {
    const { pathname } = new URL(route.request().url());
    lost.set(pathname, (lost.get(pathname) ?? 0) + 1);
    return lost.get(pathname) === 1 ? route.abort() : route.continue();
  });
  await expect(async () => {
    if (!again && (await notice(page).isVisible())) await reload(page);
    else if (!page.url().includes('report')) await seeReport(page);
    await expect(page.locator('.report > .practice-sheet')).toBeVisible({ timeout: 2000 });
  }).toPass();
  expect([...lost.keys()].join(' ')).toMatch(/report\.json/);
  await expect(page).toHaveURL(/report/);
  await expect(page.locator('.sheet-columns')).toBeHidden(); // report.css has arrived: it shows one of the two drawings
});

test('without a network the page says so and names no newer version; search works once the network is back', async ({
  page,
}) => {
  await open(page, '/');
  const again = await requestsModulesAgain(page);
  await loseNetwork(page);
  await page.getByRole('combobox').first().fill('label lag');
  await expect(notice(page)).toContainText(missing);
  await page.unroute(parts);
  if (!again) await reload(page);
  await page.getByRole('combobox').first().blur();
  await page.getByRole('combobox').first().fill('label lags');
  await expect(page.getByRole('option').first()).toContainText(/labels?/i);
});

for (const path of [question, '/assess/', report, '/open/', '/compare/', '/together/']) {
  test(`if the data of ${path} does not arrive, the page says so`, async ({ page }) => {
    await page.route(/(quick|full|report|open|data)\.json$/, (route) => route.fulfill({ status: 503, body: 'busy' }));
    await page.goto(path);
    await expect(notice(page)).toContainText(missing);
    await page.unroute(/(quick|full|report|open|data)\.json$/);
    await reload(page);
    await expect(notice(page)).toBeHidden();
  });
}

for (const name of ['the report', 'search', 'the share dialog'] as const) {
  test(`${name} does not wait for ever for a server that never answers`, async ({ page }) => {
    const { path, act } = acts[name] ?? { path: '/', act: async () => undefined };
    await open(page, path);
    await page.clock.install();
    await silenceNetwork(page);
    await act(page);
    await expect(notice(page)).toBeHidden();
    await page.clock.runFor(21_000);
    await expect(async () => {
      await page.clock.runFor(6000);
      await expect(notice(page)).toContainText(missing, { timeout: 1000 });
    }).toPass();
  });
}

test('a stylesheet that never arrives does not count as a newer version', async ({ page }) => {
  await open(page, '/assess/quick/check/');
  await page.clock.install();
  await page.route(/\/report\.[\w-]+\.css$/, () => undefined);
  await page.getByRole('link', { name: 'See the report' }).click();
  await expect(async () => {
    await page.clock.runFor(6000);
    await expect(notice(page)).toContainText(missing, { timeout: 1000 });
  }).toPass();
});

for (const script of [/\/worker-[^./]+\.js$/, /\/search-worker-[^./]+\.js$/]) {
  test(`search does not wait for ever for ${script.source}`, async ({ page }) => {
    await page.clock.install();
    await page.route(script, () => undefined);
    const asked = page.waitForRequest(script);
    await page.goto('/entries/?q=drift');
    await asked;
    await expect(page.locator('#found-count')).toHaveText('Searching …');
    await expect(page.locator('.cards')).toBeHidden();
    await page.clock.runFor(21_000);
    await expect(notice(page)).toContainText(missing);
    await expect(page.locator('#found-count')).toContainText('could not be loaded');
    await expect(page.locator('.card').first()).toBeVisible();
    await page.unroute(script);
    await page.locator('#find').fill('drift alert');
    await expect(page.locator('.card mark').first()).toBeVisible();
  });
}
