import { expect, type Locator, test } from '@playwright/test';
import { compare } from '../../src/core/assessment/compare.ts';
import { toPoints } from '../../src/core/assessment/score.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { fileOf, openWith, pack, team, titleOf } from '../support/teams-in-files.ts';

/** The labels of a picture that overlap. */
const overlaps = (labels: Locator) =>
  labels.evaluateAll((elements) => {
    const boxes = elements.map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
    return boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (b) =>
            a.box.left < b.box.right &&
            b.box.left < a.box.right &&
            a.box.top < b.box.bottom - 1 &&
            b.box.top < a.box.bottom - 1,
        )
        .map((b) => `${a.text} over ${b.text}`),
    );
  });

test('compare starts with the two latest of a system, says the change first, and shows the numbers of the object', async ({
  page,
}) => {
  const [before, now] = [team(3, '2026-05-01'), team(4, '2026-11-01')];
  await openWith(page, '/compare/', { a: before, b: now, other: { ...team(5, '2026-12-01'), system: 'Fraud' } });
  const made = compare({ answers: before }, { answers: now }, pack);
  await expect(page.locator('.sentences li')).toHaveCount(4);
  await expect(page.locator('.sentences li').last()).toContainText(`over ${made.total.known} practices known in both`);
  for (const { id, change } of made.variables)
    if (change === 'higher' || change === 'lower')
      await expect(page.locator('#change')).toContainText(
        `${pack.variables.find((each) => each.id === id)?.name} ${change}`,
      );
  await page.getByText('The numbers behind the three Vs').click();
  const cells = page.locator('section[aria-labelledby=change] tbody tr');
  for (const [at, each] of made.variables.entries()) {
    await expect(cells.nth(at).locator('td')).toContainText([
      String(toPoints(each.before ?? 0)),
      String(toPoints(each.now ?? 0)),
      String(each.known),
    ]);
  }
  const changed = page.locator('section[aria-labelledby=practices]');
  await expect(changed.locator('.dumbbell-list .name')).toHaveText(made.practices.map(({ item }) => titleOf(item)));
  await changed.getByText('Both answers to each practice').click();
  await expect(changed.locator('tbody tr')).toHaveCount(made.practices.length);
  await expect(changed.locator('tbody th').first()).toHaveText(titleOf(made.practices[0]?.item));
  await expect(page.locator('.two-sides select').first().locator('option').nth(1)).toHaveText(/^1 Nov 2026, Parcels/);
  await page.getByRole('button', { name: 'Swap the two' }).click();
  await expect(cells.first().locator('td').first()).toHaveText(String(toPoints(made.variables[0]?.now ?? 0)));
});

test('at every width dumbbell labels overlap no other label or title, and none is cut off', async ({ page }) => {
  await openWith(page, '/compare/', { a: team(3, '2026-05-01'), b: team(4, '2026-11-01') });
  for (const width of [390, 820, 1280, 1680]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator('.of-items').first()).toBeVisible();
    for (const list of await page.locator('.dumbbell-list').all())
      expect(await overlaps(list.locator('text, .name, .difference')), `${width} px`).toEqual([]);
    const outside = await page.locator('.dumbbell').evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const { left, right } = picture.getBoundingClientRect();
        return [...picture.querySelectorAll('text')].filter((label) => {
          const box = label.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1;
        });
      }),
    );
    expect(outside, `${width} px`).toEqual([]);
  }
});

test('three assessments make a trend over real dates; a file and a link count like kept ones', async ({ page }) => {
  const [a, b, c] = [team(3, '2025-01-15'), team(4, '2026-10-01'), team(6, '2026-11-01')];
  await openWith(page, '/compare/', { a });
  await expect(page.getByText('Two assessments are needed')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([fileOf('b.json', b), fileOf('bad.json', '{"format":"other"}')]);
  await expect(page.locator('#change')).toBeVisible();
  await expect(page.locator('#change')).toBeFocused();
  await expect(page.locator('.read-so-far')).toContainText('1 was read. 1 was not.');
  await expect(page.locator('.refused li')).toContainText('bad.json');
  await page.locator('textarea').fill(`https://trivium.example/open/#${await writeLink(c, pack, { name: true })}`);
  await page.getByRole('button', { name: 'Read the links' }).click();
  await expect(page.locator('.import-list:not(.refused) li')).toHaveCount(2);
});

test('three kept assessments of one system are drawn at their dates, with the same numbers in the table', async ({
  page,
}) => {
  await openWith(page, '/compare/', { a: team(3, '2025-01-15'), b: team(4, '2026-10-01'), c: team(6, '2026-11-01') });
  await expect(page.getByRole('heading', { name: '3 assessments over time' })).toBeVisible();
  const x = await page
    .locator('.over-time')
    .first()
    .locator('.mark-of')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
  const [first = 0, second = 0, third = 0] = x;
  expect((second - first) / (third - first)).toBeCloseTo(624 / 655, 1);
  await expect(page.locator('.trend tbody tr')).toHaveCount(3);
  for (const picture of await page.locator('.over-time').all())
    expect(await overlaps(picture.locator('text'))).toEqual([]);
});

test('the report compares with last time, and says so if there is no last time', async ({ page }) => {
  const [before, now] = [team(3, '2026-05-01'), team(4, '2026-11-01')];
  await openWith(page, '/assess/full/report/', { now });
  await page.getByText('How to read the scores').click();
  await expect(page.locator('.report > .practice-sheet')).toContainText('First assessment');
  await expect(page.locator('.since')).toHaveCount(0);
  await openWith(page, '/assess/full/report/', { now, before });
  await page.evaluate(() => localStorage.setItem('trivium:current', 'now'));
  await page.reload();
  await expect(page.locator('.since')).toContainText('Since 1 May 2026, counting only practices known both times:');
  await page.getByText('How to read the scores').click();
  await expect(page.locator('.report > .practice-sheet')).toContainText('three scales');
  await expect(page.locator('.report')).not.toContainText('First assessment');
  await page.getByRole('link', { name: 'What changed' }).click();
  await expect(page.locator('#change')).toBeVisible();
});

test('two files of the same name are compared', async ({ page }) => {
  await page.goto('/compare/');
  const input = page.locator('input[type=file]');
  for (const content of [team(3, '2026-05-01'), team(4, '2026-11-01')])
    await input.setInputFiles([fileOf('answers.json', content)]);
  await expect(page.locator('#change')).toBeVisible();
  await expect(page.locator('.sentences li')).toHaveCount(4);
});
