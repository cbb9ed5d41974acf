import { expect, type Page, test } from '@playwright/test';
import { onPageError } from '../support/page-errors.ts';
import { heading, saved, startQuick } from '../support/quick-check.ts';

/** What the test browser reports because these tests run without a service worker. */
const withoutCopy = 'Service Worker registration blocked by Playwright';

/** Notes the origin of every request, every violation of the policy and every message of the console. */
async function watch(page: Page) {
  const seen = { foreign: [] as string[], messages: [] as string[] };
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1')) seen.foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.text() !== withoutCopy) seen.messages.push(message.text());
  });
  onPageError(page, (error) => seen.messages.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.warn(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return seen;
}

test('fifteen questions by keyboard take 31 key presses, and the focus is on each new question', async ({ page }) => {
  const seen = await watch(page);
  await startQuick(page);
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  for (let question = 1; question <= 15; question += 1) {
    await expect(page.locator('.progress-line')).toContainText(`Question ${question} of 15`);
    await expect(heading(page)).toBeFocused();
    await press('2');
    await press('Enter');
  }
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(heading(page)).toBeFocused();
  expect(presses).toBeLessThanOrEqual(31);
  const [draft] = await saved(page);
  expect(draft.answers).toHaveLength(15);
  expect(
    new Set(draft.answers.map(({ state, level }: { state: string; level: number }) => `${state} ${level}`)),
  ).toEqual(new Set(['level 1']));
  await page.getByRole('link', { name: 'See the report' }).click();
  await expect(page.locator('.report h1')).toBeFocused();
  expect(seen).toEqual({ foreign: [], messages: [] });
  expect(await page.context().cookies()).toEqual([]);
});

test("Back, and the browser's Back and Forward, return with state", async ({ page }) => {
  await startQuick(page);
  const first = (await heading(page).textContent()) ?? '';
  await page.getByRole('radio').nth(0).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.progress-line')).toContainText('Question 2 of 15');
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(heading(page)).toHaveText(first);
  await expect(page.getByRole('radio').nth(0)).toBeChecked();
  await page.goBack();
  await expect(page.locator('.progress-line')).toContainText('Question 2 of 15');
  await page.goBack();
  await expect(heading(page)).toHaveText(first);
  await page.goForward();
  await expect(page.locator('.progress-line')).toContainText('Question 2 of 15');
});

test('leaving for the evidence and coming back keeps the question', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio').nth(2).check();
  const question = (await heading(page).textContent()) ?? '';
  await page.locator('.cite .cited-place').first().click();
  await expect(page.locator('.claim:target')).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText(question);
  await expect(page.getByRole('radio').nth(2)).toBeChecked();
});

test('the check page names what is open; Change leads there and back', async ({ page }) => {
  await page.goto('/assess/quick/check/');
  await expect(page.getByText('0 of 15 answered')).toBeVisible();
  await expect(page.getByText('Not answered', { exact: true })).toHaveCount(15);
  await page
    .getByRole('link', { name: /^Answer: / })
    .first()
    .click();
  await page.getByRole('radio').nth(4).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(page.getByText('1 of 15 answered')).toBeVisible();
  await page.getByRole('link', { name: 'See the report' }).click();
  await expect(page.locator('.report h1')).toContainText('Not enough is known');
});

test('each section shows its progress', async ({ page }) => {
  await startQuick(page);
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await expect(sections.getByText('Not started')).toHaveCount(3);
  await page.getByRole('radio').nth(1).check();
  await expect(sections.getByText('In progress').or(sections.getByText('Completed'))).toHaveCount(1);
});

test('an unfinished assessment comes first on the home page', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio').nth(1).check();
  await page.goto('/');
  await expect(page.locator('#continue')).toHaveText(/^1 of 15 answered, saved now$/);
  await expect(page.locator('#start')).toHaveText('Continue');
});

test('the scope card is kept, names the report, and presets hints but no answers', async ({ page }) => {
  await page.goto('/assess/');
  await page.getByLabel('Name of the system').fill('Parcel times');
  await page.getByLabel("Do users' reactions label the data").selectOption({ index: 1 });
  await page.getByText('Start the full assessment').click();
  await page.waitForURL('**/assess/full/*/'); // the card is kept on the way there
  await page.goto('/assess/full/shadow-stage/');
  await expect(page.locator('.answer-hint')).toBeVisible();
  expect((await saved(page))[0]).toMatchObject({ system: 'Parcel times', context: { userLabels: 'yes' }, answers: [] });
  await page.goto('/assess/full/report/');
  await expect(page.locator('.report .report-meta')).toContainText('Parcel times');
});

test('an assessment can be deleted, and the deletion undone', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio').nth(1).check();
  await page.goto('/assess/');
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect.poll(async () => (await saved(page)).length).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await saved(page))[0]?.answers.length).toBe(1);
});
