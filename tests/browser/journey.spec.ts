import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { onPageError } from '../support/page-errors.ts';
import { packVersion, questionCount } from '../support/today.ts';

/** What is stored, once all pending changes are written. */
const saved = (page: Page) =>
  page.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.entries(localStorage)
      .filter(([key]) => key.startsWith('trivium:assessment:'))
      .map(([, text]) => JSON.parse(text));
  });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const ready = (page: Page) => expect(page.getByRole('button', { name: /Continue|Check your answers/ })).toBeVisible();

async function startQuick(page: Page): Promise<void> {
  await page.goto('/assess/');
  await page.getByText('Start the quick check').click();
  await ready(page);
}

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

test('nothing is preselected, and every choice has a name', async ({ page }) => {
  await startQuick(page);
  const radios = page.getByRole('radio');
  await expect(radios).toHaveCount(7);
  for (const radio of await radios.all()) {
    await expect(radio).not.toBeChecked();
    await expect(radio).toHaveAccessibleName(/\w/);
  }
  await expect(page.locator('fieldset')).toHaveAccessibleName((await heading(page).textContent()) ?? '');
});

test('an answer is saved at once, and the page says so; a reload loses nothing', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio').nth(3).check();
  await expect(page.locator('.status')).toHaveText(/^Saved in this browser \d\d:\d\d$/);
  expect((await saved(page))[0].answers).toHaveLength(1);
  const question = (await heading(page).textContent()) ?? '';
  await page.reload();
  await expect(heading(page)).toHaveText(question);
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
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

test('arrow keys only choose; digits work only inside the answers and can be turned off', async ({ page }) => {
  await startQuick(page);
  const place = page.locator('.progress-line');
  await page.getByRole('radio').nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await expect(place).toContainText('Question 1 of 15');
  await page.getByText('Keyboard').click();
  await page.keyboard.press('5');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await page.getByRole('radio').nth(1).focus();
  await page.keyboard.press('5');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
});

test('"I don\'t know" and "Does not apply" are separate, and the latter asks for a reason', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio', { name: "I don't know" }).check();
  expect((await saved(page))[0].answers[0]).toMatchObject({ state: 'dk' });
  await page.getByRole('radio', { name: 'Does not apply' }).check();
  await page.getByLabel('Why does it not apply?').selectOption('Our system has no such part');
  expect((await saved(page))[0].answers[0]).toMatchObject({ state: 'na', reason: 'no-such-part' });
  await page.getByLabel('Explain in one line').fill('We have no users yet');
  expect((await saved(page))[0].answers[0]).toMatchObject({ state: 'na', reason: 'We have no users yet' });
});

test('a note and its evidence are kept with the answer', async ({ page }) => {
  await startQuick(page);
  await page.getByRole('radio').nth(2).check();
  await page.getByText('Add a note, how sure').click();
  await page.getByLabel('Note').fill('Measured last week');
  await page.getByLabel('What does your answer rest on?').selectOption('It is measured');
  await page.getByRole('radio').nth(3).check();
  expect((await saved(page))[0].answers[0]).toMatchObject({
    level: 3,
    note: 'Measured last week',
    evidence: { kind: 'measured' },
  });
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

test("two tabs keep each other's answers", async ({ context, page }) => {
  await startQuick(page);
  await page.getByRole('radio').nth(1).check();
  const other = await context.newPage();
  await other.goto('/assess/quick/check/');
  await expect(other.getByText('1 of 15 answered')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio').nth(2).check();
  await expect(other.getByText('2 of 15 answered')).toBeVisible();
});

test('where the browser does not let us save, a notice stays and answering goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await startQuick(page);
  for (let question = 1; question <= 15; question += 1) {
    await page.getByRole('radio').nth(2).check();
    await page.getByRole('button', { name: /Continue|Check your answers/ }).click();
  }
  await expect(page.locator('[data-notice=storage]')).toContainText('QuotaExceededError');
  await expect(page.getByText('15 of 15 answered')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download answers' }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(file.answers).toHaveLength(15);
  await page.getByRole('link', { name: 'See the report' }).click();
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();
});

test('where storage cannot even be read, answering goes on as well', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await startQuick(page);
  await expect(page.locator('[data-notice=storage]')).toContainText('SecurityError');
  await page.getByRole('radio').nth(2).check();
  await expect(page.getByRole('radio').nth(2)).toBeChecked();
});

for (const [title, text] of [
  ['a corrupt draft', '{"format":"trivium-ans'],
  [
    'a foreign draft',
    JSON.stringify({ format: 'trivium-answers', version: 1, pack: { id: 'other', version: '1.0.0' }, answers: [] }),
  ],
  [
    'a draft from the future',
    JSON.stringify({
      format: 'trivium-answers',
      version: 9,
      pack: { id: 'trivium-practices', version: '1.0.0' },
      answers: [],
    }),
  ],
] as const) {
  test(`${title} is set aside, offered for download and not trusted`, async ({ page }) => {
    await page.goto('/');
    await page.evaluate((value) => localStorage.setItem('trivium:assessment:old', value), text);
    await page.goto('/assess/quick/check/');
    await expect(page.locator('[data-notice=set-aside]')).toContainText('set aside');
    await expect(page.getByText('0 of 15 answered')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download what was set aside' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(text);
    const kept = await page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('trivium:set-aside:'))
        .map(([, value]) => value),
    );
    expect(kept).toEqual([text]);
  });
}

test('answers to changed questions are shown to be read again, and do not count until they are', async ({ page }) => {
  const [changed, same] = ['label-live-data', 'label-wait'];
  const draft = {
    format: 'trivium-answers',
    version: 1,
    pack: { id: 'trivium-practices', version: '0.9.0' },
    answers: [
      { item: changed, rev: 0, state: 'level', level: 3, note: 'as of May' },
      { item: same, rev: 1, state: 'level', level: 1 },
    ],
    savedAt: '2026-11-01T10:00:00.000Z',
  };
  await page.goto('/');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:old', text), JSON.stringify(draft));
  await page.goto('/assess/full/check/');
  await expect(page.getByText(`1 of ${questionCount} answered`)).toBeVisible();
  const again = page.locator('.changed-questions');
  await expect(again.getByRole('heading')).toHaveText('Read these again: the question has changed');
  await expect(again.getByRole('listitem')).toHaveCount(1);
  await expect(again).toContainText('Your previous answer: number 4 of 5, counted from the top.');
  await expect(again).toContainText('as of May');
  await again.getByRole('link', { name: 'Answer: Labels for live data in the last six months' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(page.getByText(`2 of ${questionCount} answered`)).toBeVisible();
  await expect(again).toHaveCount(0);
  const [kept] = await saved(page);
  expect(kept.pack.version).toBe(packVersion);
  expect(kept.answers).toHaveLength(2);
  expect(kept.reread).toMatchObject([{ item: changed, before: { rev: 0, level: 3, note: 'as of May' } }]);
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
