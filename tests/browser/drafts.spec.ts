import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { violations, withAxe } from '../support/axe.ts';
import { revOf } from '../support/today.ts';

// Several assessments: what a person does with whole assessments, on the start page.

const { id, version } = packOf(loadKnowledgeBase());
const base = { format: 'trivium-answers', version: 1, pack: { id, version } };
const answer = (id: string, part: object) => ({ item: id, rev: revOf(id), at: '2026-08-01T10:00:00Z', ...part });
const level = (id: string, n: number) => answer(id, { state: 'level', level: n });
const search = {
  ...base,
  system: 'Search',
  date: '2026-08-01',
  savedAt: '2026-08-01T10:00:00Z',
  respondent: { role: 'On call' },
  scope: { boundary: 'Ranking only', lastChange: 'The July model' },
  context: { serving: 'online' },
  answers: [
    level('fast-idea-to-model', 1),
    level('frequent-retraining', 2),
    answer('fallback-models', { state: 'dk' }),
    answer('environment-parity', { state: 'na', reason: 'no-such-part' }),
  ],
  targets: [{ item: 'fast-idea-to-model', level: 4, reason: 'Agreed' }],
  decisions: [{ practice: 'fast-idea-to-model', decision: 'do', owner: 'Ada' }],
  overrides: [{ signal: 'alert-fatigue', reason: 'No' }],
  review: '2026-08-20',
};
const named = (system: string, savedAt: string) => ({
  ...base,
  system,
  date: '2026-07-01',
  savedAt,
  answers: [level('fallback-models', 3)],
});

/** What is stored, by id, once all pending changes are written. */
const kept = (page: Page, prefix = 'trivium:assessment:') =>
  page.evaluate(async (start) => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.fromEntries(
      Object.keys(localStorage)
        .filter((key) => key.startsWith(start))
        .map((key) => [key.slice(start.length), JSON.parse(localStorage.getItem(key) ?? '')]),
    );
  }, prefix);
async function open(page: Page, drafts: Record<string, object>): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((all) => {
    for (const [id, draft] of Object.entries(all))
      localStorage.setItem(`trivium:assessment:${id}`, JSON.stringify(draft));
  }, drafts);
  await page.goto('/assess/');
  await expect(page.locator('.draft-list li')).toHaveCount(Object.keys(drafts).length);
}
const three = {
  s: search,
  r: named('Routes', '2026-09-01T10:00:00Z'),
  p: named('Parcels', '2026-07-01T10:00:00Z'),
};
const names = (page: Page) => page.locator('.draft-list li strong').allTextContents();
const row = (page: Page, name: string) =>
  page.locator('.draft-list li').filter({ has: page.locator(`strong:text-is("${name}")`) });
/** Opens the other actions of a row and does one, by keyboard alone. */
async function act(page: Page, name: string, label: string): Promise<void> {
  const more = row(page, name).locator('summary');
  await more.focus();
  if ((await row(page, name).locator('details[open]').count()) === 0) await page.keyboard.press('Enter');
  const button = row(page, name).getByRole('button', { name: new RegExp(`^${label}`) });
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}
const said = (page: Page) => page.locator('.draft-list [role=status]');

test('the list is sorted by last change and shows date, depth and what is answered', async ({ page }) => {
  await open(page, three);
  expect(await names(page)).toEqual(['Routes', 'Search', 'Parcels']);
  await expect(row(page, 'Search')).toContainText('1 Aug 2026 · Quick check · 4 of 15 answered');
  await expect(page.locator('.draft-list [aria-current]')).toHaveCount(1);
});

test('an assessment can get another name and date; Escape changes nothing', async ({ page }) => {
  await open(page, three);
  await act(page, 'Search', 'Rename');
  const name = page.locator('.rename input[type=text]');
  await expect(name).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page, 'Search').getByRole('button', { name: /^Rename/ })).toBeFocused();
  expect((await kept(page)).s).toEqual(search);
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await name.fill('Site search');
  await page.locator('.rename input[type=date]').fill('2026-08-02');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Site search').getByRole('button', { name: /^Rename/ })).toBeFocused();
  await expect(said(page)).toHaveText('Now named Site search, 2 Aug 2026.');
  expect(await names(page)).toEqual(['Site search', 'Routes', 'Parcels']);
  const { system, date, answers } = (await kept(page)).s;
  expect({ system, date }).toEqual({ system: 'Site search', date: '2026-08-02' });
  expect(answers).toHaveLength(4);
});

test('a copy is added beside the original, and changing it leaves the original as it was', async ({ page }) => {
  await open(page, three);
  await act(page, 'Search', 'Duplicate');
  await expect(row(page, 'Search (copy)').locator('strong')).toBeFocused();
  await expect(said(page)).toHaveText('Copied Search. The copy is open.');
  await row(page, 'Search (copy)')
    .getByRole('button', { name: /^Continue/ })
    .click();
  await page.getByRole('radio').nth(4).check();
  const all = await kept(page);
  const [copy] = Object.entries(all).filter(([id]) => !(id in three));
  expect(all.s).toEqual(search);
  expect(copy?.[1].answers).toHaveLength(5);
  expect(copy?.[1]).toMatchObject({ system: 'Search (copy)', targets: search.targets, overrides: search.overrides });
});

for (const name of ['Routes', 'Search', 'Parcels']) {
  test(`${name} can be deleted in its row, and brought back with its earlier states`, async ({ page }) => {
    await open(page, three);
    await row(page, name)
      .getByRole('button', { name: /^Continue/ })
      .click(); // opening keeps an earlier state
    await page.goto('/assess/');
    await expect(page.locator('.draft-list li')).toHaveCount(3);
    const [before, snapshots] = [await kept(page), await kept(page, 'trivium:snapshot:')];
    const order = await names(page);
    await act(page, name, 'Delete');
    const undo = page.getByRole('button', { name: 'Undo' });
    await expect(undo).toBeFocused();
    await expect(said(page)).toHaveText(`Deleted ${name}.`);
    expect(
      await page
        .locator('.draft-list li')
        .evaluateAll((rows) => rows.findIndex(({ className }) => className === 'undo')),
    ).toBe(order.indexOf(name));
    expect(Object.keys(await kept(page))).toHaveLength(2);
    await page.getByLabel('Your role').fill('Lead'); // work on another assessment does not take the way back
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect(row(page, name).locator('strong')).toBeFocused();
    await expect(undo).toHaveCount(0);
    const id = Object.entries(three).find(([, { system }]) => system === name)?.[0] ?? '';
    const after = (await kept(page))[id];
    expect({ ...after, savedAt: '' }).toMatchObject({
      ...before[id],
      savedAt: '',
      answers: expect.arrayContaining(before[id].answers),
    });
    expect(await kept(page, 'trivium:snapshot:')).toMatchObject(snapshots);
  });
}

test('Enter held down on "Delete" does not press "Undo" as well', async ({ page }) => {
  await open(page, three);
  const details = row(page, 'Routes').locator('details');
  await details.locator('summary').click();
  await details.getByRole('button', { name: /^Delete/ }).focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  expect(Object.keys(await kept(page))).toHaveLength(2);
  await page.keyboard.press('Enter');
  await expect(row(page, 'Routes').locator('strong')).toBeFocused();
});

test('starting again shows what was said last time, with nothing chosen; the check page says what changed', async ({
  page,
}) => {
  await open(page, { s: search });
  await page.getByRole('button', { name: /^Assess again/ }).click();
  const fresh = page.locator('.draft-list li').first();
  await expect(fresh.locator('strong')).toBeFocused();
  await expect(fresh).toContainText('0 of 15 answered');
  await expect(fresh).toContainText('shows what was said on 1 Aug 2026');
  await expect(said(page)).toContainText('Nothing is answered yet');
  const all = await kept(page);
  expect(all.s).toEqual(search);
  const draft = Object.entries(all).find(([id]) => id !== 's')?.[1];
  expect(draft).toMatchObject({
    system: 'Search',
    answers: [],
    context: search.context,
    targets: search.targets,
    decisions: search.decisions,
    overrides: [],
    scope: { boundary: 'Ranking only' },
  });
  expect(draft.scope).not.toHaveProperty('lastChange');
  expect(draft.date > search.date).toBe(true);

  await fresh.getByRole('button', { name: /^Start Search/ }).click();
  const hint = page.locator('.last-time');
  const told = async (id: string) => {
    await page.goto(`/assess/quick/${id}/`);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    return hint;
  };
  const anchor = await (async () => {
    await told('fast-idea-to-model');
    return (await page.locator('.choice').nth(1).textContent()) ?? '';
  })();
  await expect(hint.locator('summary')).toHaveText('Last time, 1 Aug 2026');
  await expect(hint.locator('p')).toHaveText(anchor);
  const below = await page.evaluate(() => {
    const [answers, last] = [document.querySelector('fieldset'), document.querySelector('.last-time')];
    return Boolean(answers && last && answers.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  expect(below).toBe(true);
  await expect((await told('fallback-models')).locator('p')).toHaveText("I don't know");
  await expect((await told('environment-parity')).locator('p')).toHaveText(
    'Does not apply: Our system has no such part',
  );
  await expect(await told('low-friction-debugging')).toHaveCount(0);

  // Hiding one hint hides all of them, here and after a reload.
  await told('fast-idea-to-model');
  await hint.locator('summary').press('Enter');
  await expect(hint.locator('p')).toBeHidden();
  await page.getByRole('radio').nth(3).check();
  await page.goto('/assess/quick/frequent-retraining/');
  await expect(hint.locator('p')).toBeHidden();
  await page.getByRole('radio').nth(2).check();

  await page.goto('/assess/quick/check/');
  const since = page.locator('.since');
  await expect(since.getByRole('heading')).toHaveText('Since last time, 1 Aug 2026');
  await expect(since.getByRole('listitem')).toHaveText([
    '1 answer is different. Its row says what it was.',
    '1 answer is the same.',
    '2 answers from last time have not been given again yet.',
  ]);
  await expect(page.getByText(`Last time: ${anchor}`)).toHaveCount(1);
});

test('hints from last time survive a file, and a question that has changed says so', async ({ page }) => {
  await open(page, { s: search });
  const file = {
    ...base,
    system: 'Search',
    date: '2026-11-01',
    answers: [level('frequent-retraining', 4)],
    previous: {
      date: '2026-08-01',
      answers: [level('frequent-retraining', 2)],
      reread: [{ item: 'fast-idea-to-model', why: 'reworded', before: level('fast-idea-to-model', 1) }],
    },
  };
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await page.getByRole('button', { name: 'Add as a new assessment' }).click();
  await expect(page.locator('.draft-list li')).toHaveCount(2);
  await expect(page.locator('.draft-list li').first().locator('strong')).toBeFocused();
  await page.goto('/assess/quick/fast-idea-to-model/');
  await expect(page.locator('.last-time p')).toHaveText(
    'The question has changed since. Your previous answer: number 2 of 5, counted from the top.',
  );
  await page.goto('/assess/quick/check/');
  await expect(page.locator('.since')).toContainText('1 answer is different.');
});

test('two tabs with two assessments each keep their own, even after a reload', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await open(one, three);
  await row(one, 'Parcels')
    .getByRole('button', { name: /^Continue/ })
    .click();
  await two.goto('/assess/');
  await row(two, 'Search')
    .getByRole('button', { name: /^Continue/ })
    .click();
  await two.getByRole('radio').nth(0).check();
  await kept(two);
  await one.goto('/assess/quick/fallback-models/');
  await expect(one.getByRole('radio').nth(3)).toBeChecked();
  await one.getByRole('radio').nth(0).check();
  await two.reload();
  expect((await kept(two)).s.answers).toHaveLength(5);
  expect((await kept(one)).p.answers).toMatchObject([{ item: 'fallback-models', level: 0 }]);
});

test('answers that another tab gave differently can be settled on the check page', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const asked = {
    'fast-idea-to-model': 'Last three ideas, from idea to first version',
    'fallback-models': 'What could replace the live model today',
  };
  await withAxe(one);
  await open(one, { s: { ...search, answers: [] } });
  await one.goto('/assess/quick/check/');
  await expect(one.locator('.check .lead')).toContainText('answered');
  for (const title of Object.values(asked)) {
    await one.getByRole('link', { name: `Answer: ${title}` }).click();
    await one.getByRole('radio').nth(1).check();
    await one.getByRole('button', { name: 'Continue' }).click();
    await expect(one.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  }
  for (const id of Object.keys(asked)) {
    await two.goto(`/assess/quick/${id}/`);
    await two.getByRole('radio').nth(3).check();
    await kept(two);
  }
  const notices = one.locator('.row [data-notice=other-tab]');
  await expect(notices).toHaveCount(2);
  await expect(one.locator('.check > .notice')).toContainText('2 answers were given differently in another tab');
  await expect(notices.first()).toContainText('Answered differently in another tab');
  await expect(notices.first()).toContainText('You had answered here');
  expect(await violations(one)).toEqual([]);
  await one.getByRole('button', { name: 'Keep this one Last three ideas, from idea to first version' }).press('Enter');
  await expect(notices).toHaveCount(1);
  await expect(one.getByRole('link', { name: 'Change: Last three ideas, from idea to first version' })).toBeFocused();
  await expect(one.locator('.check > .notice')).toContainText('1 answer was given differently');
  await one.getByRole('button', { name: 'Take that one What could replace' }).press('Enter');
  await expect(notices).toHaveCount(0);
  await expect(one.getByRole('link', { name: 'Change: What could replace the live model today' })).toBeFocused();
  const answers: { item: string; level: number }[] = (await kept(one)).s.answers;
  expect(Object.fromEntries(answers.map((each) => [each.item, each.level]))).toEqual({
    'fast-idea-to-model': 1,
    'fallback-models': 3,
  });
});

test('where storage is blocked, nothing is deleted and the page says why; renaming waits until it can be saved', async ({
  page,
}) => {
  await open(page, three);
  await page.evaluate(() => {
    const storage = localStorage;
    Object.assign(window, { blocked: true });
    Object.defineProperty(window, 'localStorage', {
      get() {
        if (Reflect.get(window, 'blocked')) throw new DOMException('blocked', 'SecurityError');
        return storage;
      },
    });
  });
  await act(page, 'Search', 'Delete');
  await expect(page.locator('[data-notice=storage]')).toContainText('SecurityError');
  await expect(row(page, 'Search')).toHaveCount(1);
  await act(page, 'Search', 'Rename');
  await page.locator('.rename input[type=text]').fill('Found');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Found')).toHaveCount(1);
  await page.evaluate(() => Object.assign(window, { blocked: false }));
  await expect(page.locator('[data-notice=storage]')).toHaveCount(0);
  expect((await kept(page)).s.system).toBe('Found');
  expect(Object.keys(await kept(page)).toSorted()).toEqual(['p', 'r', 's']);
});
