import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { item, kept, radio, visit, withParcels } from '../support/stored-parcels.ts';

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
