import { expect, test } from '@playwright/test';
import {
  acts,
  loseNetwork,
  missing,
  notice,
  openPage,
  parts,
  question,
  reload,
  report,
  requestsModulesAgain,
  seeReport,
  silenceNetwork,
} from '../support/deployed-site.ts';

// What an open page shows while the network fails briefly, or a server never answers.

test('failed requests are retried: one lost request does no harm once the network is back', async ({ page }) => {
  const lost = new Map<string, number>();
  await openPage(page, '/assess/quick/check/');
  const again = await requestsModulesAgain(page);
  await page.route(/report\.json$|report-page.*\.js$|report.*\.css$/, (route) => {
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
  await openPage(page, '/');
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

for (const path of [question, '/assess/', report, '/open/', '/compare/', '/together/', '/teams/'])
  test(`if JSON of another program arrives in place of the data of ${path}, the page says so`, async ({ page }) => {
    const text = await page.request.get(path).then((response) => response.text());
    const title = /<h1[^>]*>(?:<[^>]*>)*([^<]{5,20})/.exec(text)?.[1] ?? '';
    await page.route(/\.json$/, (route) => route.fulfill({ json: { error: 'Sign in first.' } }));
    await page.goto(path);
    await expect(notice(page)).toContainText(missing);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  });

for (const name of ['the report', 'search', 'the share dialog'] as const) {
  test(`${name} does not wait for ever for a server that never answers`, async ({ page }) => {
    const { path, act } = acts[name] ?? { path: '/', act: async () => undefined };
    await openPage(page, path);
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
  await openPage(page, '/assess/quick/check/');
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
