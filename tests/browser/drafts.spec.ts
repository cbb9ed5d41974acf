import { expect, test } from '@playwright/test';
import { actOn, kept, namesShown, openDrafts, rowOf, said, searchDraft, threeDrafts } from '../support/draft-list.ts';

// Several assessments: what a person does with whole assessments, on the start page.

test('the list is sorted by last change and shows date, depth and what is answered', async ({ page }) => {
  await openDrafts(page, threeDrafts);
  expect(await namesShown(page)).toEqual(['Routes', 'Search', 'Parcels']);
  await expect(rowOf(page, 'Search')).toContainText('1 Aug 2026 · Quick check · 4 of 15 answered');
  await expect(page.locator('.draft-list [aria-current]')).toHaveCount(1);
});

test('an assessment can get another name and date; Escape changes nothing', async ({ page }) => {
  await openDrafts(page, threeDrafts);
  await actOn(page, 'Search', 'Rename');
  const name = page.locator('.rename input[type=text]');
  await expect(name).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'Search').getByRole('button', { name: /^Rename/ })).toBeFocused();
  expect((await kept(page)).s).toEqual(searchDraft);
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await name.fill('Site search');
  await page.locator('.rename input[type=date]').fill('2026-08-02');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Site search').getByRole('button', { name: /^Rename/ })).toBeFocused();
  await expect(said(page)).toHaveText('Now named Site search, 2 Aug 2026.');
  expect(await namesShown(page)).toEqual(['Site search', 'Routes', 'Parcels']);
  const { system, date, answers } = (await kept(page)).s;
  expect({ system, date }).toEqual({ system: 'Site search', date: '2026-08-02' });
  expect(answers).toHaveLength(4);
});

test('a copy is added beside the original, and changing it leaves the original as it was', async ({ page }) => {
  await openDrafts(page, threeDrafts);
  await actOn(page, 'Search', 'Duplicate');
  await expect(rowOf(page, 'Search (copy)').locator('strong')).toBeFocused();
  await expect(said(page)).toHaveText('Copied Search. The copy is open.');
  await rowOf(page, 'Search (copy)')
    .getByRole('button', { name: /^Continue/ })
    .click();
  await page.getByRole('radio').nth(4).check();
  const all = await kept(page);
  const [copy] = Object.entries(all).filter(([id]) => !(id in threeDrafts));
  expect(all.s).toEqual(searchDraft);
  expect(copy?.[1].answers).toHaveLength(5);
  expect(copy?.[1]).toMatchObject({
    system: 'Search (copy)',
    targets: searchDraft.targets,
    overrides: searchDraft.overrides,
  });
});

for (const name of ['Routes', 'Search', 'Parcels']) {
  test(`${name} can be deleted in its row, and brought back with its earlier states`, async ({ page }) => {
    await openDrafts(page, threeDrafts);
    await rowOf(page, name)
      .getByRole('button', { name: /^Continue/ })
      .click(); // opening keeps an earlier state
    await page.goto('/assess/');
    await expect(page.locator('.draft-list li')).toHaveCount(3);
    const [before, snapshots] = [await kept(page), await kept(page, 'trivium:snapshot:')];
    const order = await namesShown(page);
    await actOn(page, name, 'Delete');
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
    await expect(rowOf(page, name).locator('strong')).toBeFocused();
    await expect(undo).toHaveCount(0);
    const id = Object.entries(threeDrafts).find(([, { system }]) => system === name)?.[0] ?? '';
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
  const ready = page.waitForResponse(/\/once-loaded\./);
  await openDrafts(page, threeDrafts);
  await ready;
  const details = rowOf(page, 'Routes').locator('details');
  await details.locator('summary').click();
  await details.getByRole('button', { name: /^Delete/ }).focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  expect(Object.keys(await kept(page))).toHaveLength(2);
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Routes').locator('strong')).toBeFocused();
});

test('where storage is blocked, nothing is deleted and the page says why; renaming waits until it can be saved', async ({
  page,
}) => {
  await openDrafts(page, threeDrafts);
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
  await actOn(page, 'Search', 'Delete');
  await expect(page.locator('[data-notice=storage]')).toContainText('SecurityError');
  await expect(rowOf(page, 'Search')).toHaveCount(1);
  await actOn(page, 'Search', 'Rename');
  await page.locator('.rename input[type=text]').fill('Found');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Found')).toHaveCount(1);
  await page.evaluate(() => Object.assign(window, { blocked: false }));
  await expect(page.locator('[data-notice=storage]')).toHaveCount(0);
  expect((await kept(page)).s.system).toBe('Found');
  expect(Object.keys(await kept(page)).toSorted()).toEqual(['p', 'r', 's']);
});
