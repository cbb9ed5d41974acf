import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { heading, saved, startQuick } from '../support/quick-check.ts';
import { packVersion, questionCount } from '../support/today.ts';

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
