import { expect, test } from '@playwright/test';
import { testBuilds } from '../../tools/tasks/test-builds.mjs';
import { onPageError } from '../support/page-errors.ts';
import { drawn, type PaperPage, readPdf } from '../support/pdf.ts';
import { readCode } from '../support/read-code.ts';
import { reportShown } from '../support/report-shown.ts';
import { type ServedBuild, serveBuild } from '../support/test-build.ts';

// The site below a path, as on a project page of a shared host. `node tools/tasks/test-builds.mjs` builds it.

const { base } = testBuilds.sub;
let site: ServedBuild;
let home = '';

test.use({ serviceWorkers: 'allow' });
test.beforeAll(async () => {
  site = await serveBuild(testBuilds.sub);
  home = site.home;
});
test.afterAll(() => site?.close());

test('below a path: start, answer, reload, search, share, open, scan, and all of it without a network', async ({
  page,
  context,
}) => {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  onPageError(page, (error) => problems.push(String(error)));

  await page.goto(home);
  await page.getByRole('link', { name: 'Start the assessment' }).click();
  await page.getByText('Start the quick check').click();
  await expect(page).toHaveURL(`${home}assess/quick/fast-idea-to-model/`);
  await page.getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio').nth(1).check();
  await page.reload();
  await expect(page.getByRole('radio').nth(1)).toBeChecked();

  await page.goto(`${home}knowledge/`);
  await page.getByRole('combobox').first().fill('alert fatigue');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(`${home}entries/alert-fatigue/`);

  await page.goto(`${home}assess/quick/report/`);
  await page.getByRole('button', { name: 'Share a private link' }).click();
  await expect(page.locator('.shared-link')).toContainText(`${home}open/#`);
  const link = (await page.locator('.shared-link').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await page.goto(link);
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();

  await page.goto(`${home}assess/quick/report/`);
  await reportShown(page);
  const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
  const { image } = await drawn(pages[0] as PaperPage, 3);
  expect((await readCode(image))?.text).toContain(`${home}open/#`);

  const scope = () => navigator.serviceWorker.ready.then((registration) => new URL(registration.scope).pathname);
  expect(await page.evaluate(scope)).toBe(base);
  expect(problems).toEqual([]);
  await context.setOffline(true);
  await page.goto(`${home}entries/long-tail-of-bugs/`);
  await expect(page.locator('.copy-notice')).toContainText('offline');
  await page.goto(`${home}nowhere/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no connection');
  expect(site.asked.map(({ url }) => url).filter((url) => !url.startsWith(base))).toEqual([]);
});
