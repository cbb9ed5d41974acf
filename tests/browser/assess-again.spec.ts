import { expect, test } from '@playwright/test';
import { base, kept, level, openDrafts, said, searchDraft } from '../support/draft-list.ts';

test('starting again shows what was said last time, with nothing chosen; the check page says what changed', async ({
  page,
}) => {
  await openDrafts(page, { s: searchDraft });
  await page.getByRole('button', { name: /^Assess again/ }).click();
  const fresh = page.locator('.draft-list li').first();
  await expect(fresh.locator('strong')).toBeFocused();
  await expect(fresh).toContainText('0 of 15 answered');
  await expect(fresh).toContainText('shows what was said on 1 Aug 2026');
  await expect(said(page)).toContainText('Nothing is answered yet');
  const all = await kept(page);
  expect(all.s).toEqual(searchDraft);
  const draft = Object.entries(all).find(([id]) => id !== 's')?.[1];
  expect(draft).toMatchObject({
    system: 'Search',
    answers: [],
    context: searchDraft.context,
    targets: searchDraft.targets,
    decisions: searchDraft.decisions,
    overrides: [],
    scope: { boundary: 'Ranking only' },
  });
  expect(draft.scope).not.toHaveProperty('lastChange');
  expect(draft.date > searchDraft.date).toBe(true);

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
  await openDrafts(page, { s: searchDraft });
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
