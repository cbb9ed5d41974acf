import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { packVersion, revOf } from '../support/today.ts';

const item = 'fast-idea-to-model';
const radio = (page: Page, place: number) => page.getByRole('radio').nth(place);
const visit = async (page: Page) => {
  await page.goto(`/assess/quick/${item}/`);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
};
/** What is stored under a prefix, once all pending changes are written. */
const kept = (page: Page, prefix = 'trivium:assessment:') =>
  page.evaluate(async (start) => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? ''));
  }, prefix);
const base = { format: 'trivium-answers', version: 1, pack: { id: 'trivium-practices', version: packVersion } };
const level = (id: string, n: number, more: object = {}) => ({
  item: id,
  rev: revOf(id),
  state: 'level',
  level: n,
  ...more,
});
const choose = (page: Page, text: string, name = 'answers.json') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
/** The start page with one assessment of two answers. */
async function withParcels(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(
    (text) => localStorage.setItem('trivium:assessment:parcels', text),
    JSON.stringify({
      ...base,
      system: 'Parcels',
      date: '2026-11-01',
      answers: [
        level(item, 1, { at: '2026-11-01T10:00:00Z' }),
        level('frequent-retraining', 2, { at: '2026-11-03T10:00:00Z' }),
      ],
    }),
  );
  await page.goto('/assess/');
  await expect(page.locator('.draft-list strong')).toHaveText('Parcels');
}
const file = {
  ...base,
  system: 'Parcel times',
  date: '2026-11-02',
  answers: [
    level(item, 3, { at: '2026-11-02T10:00:00Z', note: 'Seen it' }),
    level('frequent-retraining', 0, { at: '2026-11-02T10:00:00Z' }),
    level('fallback-models', 4, { at: '2026-11-02T10:00:00Z' }),
  ],
};

test('two tabs that answer one question differently show both answers, and either can be kept', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await visit(one);
  await radio(one, 1).check();
  await visit(two);
  await expect(radio(two, 1)).toBeChecked();
  await one.bringToFront();
  await radio(one, 1).focus();
  await radio(two, 3).check();
  await expect(radio(one, 3)).toBeChecked();
  await expect(radio(one, 1)).toBeFocused();
  const notice = one.locator('[data-notice=other-tab]');
  await expect(notice).toContainText('Answered differently in another tab');
  await expect(two.locator('[data-notice=other-tab]')).toHaveCount(0);
  await notice.getByRole('button', { name: 'Keep this one' }).click();
  await expect(radio(two, 1)).toBeChecked();
  await two.getByRole('button', { name: 'Take that one' }).click();
  await expect(two.locator('[data-notice=other-tab]')).toHaveCount(0);
  expect((await kept(one))[0].answers).toMatchObject([{ item, level: 1 }]);
});

test('a cleared answer stays cleared, in the other tab too', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await visit(one);
  await radio(one, 1).check();
  await visit(two);
  await one.getByRole('button', { name: 'Clear this answer' }).click();
  await expect(one.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(radio(two, 1)).not.toBeChecked();
  await two.goto('/assess/quick/check/');
  await expect(two.getByText('0 of 15 answered')).toBeVisible();
});

test('what could not be saved is saved as soon as storage works again', async ({ page }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Object.assign(window, { full: true });
    Storage.prototype.setItem = function (key, value) {
      if (Reflect.get(window, 'full')) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
  await visit(page);
  await radio(page, 2).check();
  await expect(page.locator('[data-notice=storage]')).toContainText('QuotaExceededError');
  expect(await kept(page)).toEqual([]);
  await page.evaluate(() => Object.assign(window, { full: false }));
  await expect(page.locator('[data-notice=storage]')).toHaveCount(0);
  expect((await kept(page))[0].answers).toMatchObject([{ item, level: 2 }]);
});

test('an answer given just before the page is left is there', async ({ page }) => {
  await visit(page);
  await page.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('.question input[type=radio]')[4]?.click();
    location.reload();
  });
  await expect(radio(page, 4)).toBeChecked();
});

test('an earlier state can be restored, and restoring undone; five are kept', async ({ context }) => {
  for (let session = 0; session < 7; session += 1) {
    const page = await context.newPage();
    await visit(page);
    await radio(page, session % 5).check();
    await kept(page);
    await page.close();
  }
  const page = await context.newPage();
  await page.goto('/assess/');
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Restore an earlier state/ }).click();
  await expect(page.locator('#import-panel h2')).toBeFocused();
  const states = page.getByRole('button', { name: /^Restore this state/ });
  await expect(states).toHaveCount(5);
  await states.nth(2).click();
  await expect.poll(async () => (await kept(page))[0].answers[0].level).toBe(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await kept(page))[0].answers[0].level).toBe(1);
  expect(await kept(page, 'trivium:snapshot:')).toHaveLength(5);
});

test('where storage is full, earlier states make room', async ({ page }) => {
  await withParcels(page);
  await page.locator('.draft-list summary').click();
  await expect(page.getByRole('button', { name: /^Restore an earlier state/ })).toBeVisible();
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      const full = Object.keys(localStorage).some((each) => each.startsWith('trivium:snapshot:'));
      if (full) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
  await page.getByLabel('Your role').fill('On call');
  await expect.poll(async () => (await kept(page))[0].respondent).toEqual({ role: 'On call' });
  expect(await kept(page, 'trivium:snapshot:')).toEqual([]);
  await expect(page.locator('[data-notice=storage]')).toHaveCount(0);
});

test('a file shows what it would change before anything does, then merges: the later answer stays', async ({
  page,
}) => {
  await withParcels(page);
  const before = await kept(page);
  await choose(page, JSON.stringify(file));
  const panel = page.locator('#import-panel');
  await expect(panel.getByRole('heading')).toBeFocused();
  await expect(panel).toContainText('A file with answers for Parcel times');
  await expect(panel).toContainText('Dated 2 Nov 2026, with 3 answers.');
  await expect(panel).toContainText('0 answers are the same.');
  await expect(panel).toContainText('1 answer is only in the file:');
  await expect(panel).toContainText('2 answers are different:');
  await expect(panel.locator('dl')).toContainText('Note: Seen it');
  expect(await kept(page)).toEqual(before);
  await panel.getByRole('button', { name: 'Merge into Parcels' }).click();
  await expect
    .poll(async () => (await kept(page))[0].answers)
    .toMatchObject([
      { item: 'fallback-models', level: 4 },
      { item, level: 3 },
      { item: 'frequent-retraining', level: 2 },
    ]);
  expect((await kept(page))[0].system).toBe('Parcels');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () =>
      (await kept(page))[0].answers.map(({ state, level: n }: { state: string; level?: number }) => n ?? state),
    )
    .toEqual(['unanswered', 1, 2]);
});

test('a file can replace an assessment or be added beside it', async ({ page }) => {
  await withParcels(page);
  await choose(page, JSON.stringify({ ...file, answers: [level(item, 4)] }));
  await page.getByRole('button', { name: 'Replace Parcels' }).click();
  await expect
    .poll(async () => (await kept(page))[0].answers)
    .toMatchObject([
      { item, level: 4 },
      { item: 'frequent-retraining', state: 'unanswered' },
    ]);
  expect((await kept(page))[0].system).toBe('Parcel times');
  expect((await kept(page, 'trivium:snapshot:'))[0].system).toBe('Parcels');
  await choose(page, JSON.stringify({ ...file, system: 'Search' }));
  await page.getByRole('button', { name: 'Add as a new assessment' }).click();
  await expect.poll(async () => (await kept(page)).length).toBe(2);
});

test('a file that is too large, broken, foreign or of a newer version is refused with a sentence', async ({ page }) => {
  await withParcels(page);
  const before = await kept(page);
  const refused = async (text: string, sentence: string) => {
    await choose(page, text);
    await expect(page.locator('#import-panel')).toContainText(sentence);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('#import-panel')).toHaveCount(0);
  };
  await refused(' '.repeat(1_048_577), 'larger than 1 MiB');
  await refused('{"format":', 'It is not valid JSON.');
  await refused(JSON.stringify({ ...file, pack: { id: 'other', version: '1.0.0' } }), 'belongs to another pack');
  await refused(JSON.stringify({ ...file, version: 9 }), 'Use a newer Trivium');
  expect(await kept(page)).toEqual(before);
});

test('a key like __proto__ in a file changes nothing but itself', async ({ page }) => {
  await withParcels(page);
  const text = JSON.stringify({ ...file, system: 'Odd', answers: [level(item, 4)] });
  await choose(
    page,
    text
      .replace('{', '{"__proto__":{"polluted":true},')
      .replace('"answers":[{', '"answers":[{"__proto__":{"note":"x"},'),
  );
  await page.getByRole('button', { name: 'Add as a new assessment' }).click();
  await expect.poll(async () => (await kept(page)).length).toBe(2);
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') ?? null)).toBeNull();
});

test('an assessment with a bad field opens without it, names it, and offers the original', async ({ page }) => {
  await withParcels(page);
  await page.evaluate(() => {
    const key = 'trivium:assessment:parcels';
    const draft = JSON.parse(localStorage.getItem(key) ?? '');
    const decisions = [{ practice: 'fallback-models', due: '20266-11-28', owner: 'Kim' }];
    localStorage.setItem(key, JSON.stringify({ ...draft, decisions }));
  });
  await page.reload();
  await expect(page.locator('.draft-list strong')).toHaveText('Parcels');
  const notice = page.locator('[data-notice=set-aside]');
  await expect(notice).toContainText('decisions[0].due (fallback-models)');
  await expect(notice.locator('code')).toHaveText('20266-11-28');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Download what was set aside' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('20266-11-28');
  expect((await kept(page))[0]).toMatchObject({ system: 'Parcels', decisions: [{ owner: 'Kim' }] });
  await notice.getByRole('button', { name: 'Delete it' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.draft-list strong')).toHaveText('Parcels');
  await expect(notice).toHaveCount(0);
});

test('a note longer than its field allows keeps its beginning, and a notice shows the rest', async ({ page }) => {
  await visit(page);
  await radio(page, 1).check();
  await page
    .locator('details.aside', { has: page.locator('textarea') })
    .locator('summary')
    .first()
    .click();
  // As an input method does: the limit of the field does not apply during composition.
  await page.locator('.question textarea').evaluate((field: HTMLTextAreaElement) => {
    field.value = `${'x'.repeat(2000)}the end`;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect(page.locator('[data-notice=unstored] code')).toHaveText('the end');
  await page.reload();
  await expect(page.locator('.question textarea')).toHaveValue('x'.repeat(2000));
  await expect(page.locator('[data-notice=set-aside]')).toHaveCount(0);
});

test('an unknown part nested thousands deep does not keep answers from being stored', async ({ page }) => {
  await withParcels(page);
  await page.evaluate(() => {
    const key = 'trivium:assessment:parcels';
    const text = localStorage.getItem(key) ?? '';
    localStorage.setItem(key, text.replace('{', `{"plans":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)},`));
  });
  await visit(page);
  await radio(page, 4).check();
  await expect(page.locator('[data-notice=set-aside]')).toContainText('plans');
  await expect.poll(async () => (await kept(page))[0].answers).toMatchObject([{ item, level: 4 }, { level: 2 }]);
  expect(await kept(page)).toHaveLength(1);
});

test('a double press makes one copy, not two', async ({ page }) => {
  await withParcels(page);
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Duplicate/ }).dblclick();
  await expect(page.locator('.draft-list strong')).toHaveText(['Parcels (copy)', 'Parcels']);
  expect(await kept(page)).toHaveLength(2);
  await page
    .getByRole('button', { name: /^Assess again/ })
    .last()
    .dblclick();
  await expect(page.locator('.draft-list strong')).toHaveCount(3);
  await choose(page, JSON.stringify({ ...file, system: 'Search' }));
  await page.getByRole('button', { name: 'Add as a new assessment' }).dblclick();
  await expect(page.locator('.draft-list strong')).toHaveCount(4);
  expect(await kept(page)).toHaveLength(4);
});

test('if storage is blocked, the pages of several assessments say so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  for (const path of ['/compare/', '/together/']) {
    await page.goto(path);
    await expect(page.locator('[data-notice=storage]')).toContainText('SecurityError');
  }
});
