import { expect, test } from '@playwright/test';
import {
  acts,
  deployNewer,
  newer,
  notice,
  openPage,
  parts,
  question,
  reload,
  report,
} from '../support/deployed-site.ts';
import { heading } from '../support/quick-check.ts';
import { reportShown } from '../support/report-shown.ts';
import { openSettled } from '../support/settled.ts';

// What an open page shows after a new deployment, when the server no longer has its scripts and styles and no offline
// copy has them either.

for (const [name, { path, act }] of Object.entries(acts)) {
  test(`after a deployment, ${name} says that a newer Trivium is here`, async ({ page }) => {
    await openPage(page, path);
    if (path === report) await reportShown(page); // what prints arrives on its own, however late
    const [title, address] = [await heading(page).textContent(), page.url()];
    await deployNewer(page);
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

test('after a deployment, data that the old scripts cannot read says so, too', async ({ page }) => {
  const { path = '', act } = acts['why we ask'] ?? {};
  await openPage(page, path);
  await page.route('**/_astro/*.js', (route) =>
    route.request().method() === 'HEAD' ? route.fulfill({ status: 404 }) : route.fallback(),
  );
  await page.route('**/assess/why/*.json', (route) => route.fulfill({ json: { citations: [null] } }));
  const failed = page.waitForEvent('pageerror');
  await act?.(page);
  expect((await failed).name).toBe('TypeError');
  await expect(notice(page)).toContainText(newer);
  await page.unrouteAll();
  await reload(page);
  await act?.(page);
  await expect(notice(page)).toBeHidden();
});

test('after a deployment, "back" within the assessment stays on the current page', async ({ page }) => {
  await openPage(page, '/assess/quick/');
  await page.goto(question);
  await page.getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page).not.toHaveURL(new RegExp(`${question}$`));
  await openSettled(page, '/assess/quick/check/'); // does not load the script of questions
  await page.evaluate((path) => history.replaceState(null, '', path), question);
  await page.evaluate((path) => history.pushState(null, '', path), '/assess/quick/check/');
  const title = (await heading(page).textContent()) ?? '';
  await deployNewer(page);
  await page.evaluate(() => history.back());
  await expect(notice(page)).toContainText(newer);
  await expect(page).toHaveURL(/check/);
  await expect(heading(page)).toHaveText(title);
});
