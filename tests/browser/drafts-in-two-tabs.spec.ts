import { expect, test } from '@playwright/test';
import { violations, withAxe } from '../support/axe.ts';
import { kept, openDrafts, rowOf, searchDraft, threeDrafts } from '../support/draft-list.ts';

test('two tabs with two assessments each keep their own, even after a reload', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await openDrafts(one, threeDrafts);
  await rowOf(one, 'Parcels')
    .getByRole('button', { name: /^Continue/ })
    .click();
  await two.goto('/assess/');
  await rowOf(two, 'Search')
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
  await openDrafts(one, { s: { ...searchDraft, answers: [] } });
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
