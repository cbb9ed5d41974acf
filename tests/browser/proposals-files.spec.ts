import { expect, type Page, test } from '@playwright/test';
import { t } from '../../src/build/strings.ts';
import { agent, notebook } from '../support/proposals.ts';
import {
  byAgent,
  chooseFile,
  countStored,
  dropFile,
  gist,
  keepProposals,
  look,
  pack,
} from '../support/proposals-page.ts';

for (const [way, give2] of [
  [
    'pasted',
    (page: Page) =>
      page
        .locator('textarea')
        .fill(JSON.stringify(byAgent))
        .then(() => page.getByRole('button', { name: t('open.button') }).click()),
  ],
  ['dropped', (page: Page) => dropFile(page, '.open-link', byAgent)],
  ['chosen', (page: Page) => chooseFile(page, byAgent)],
] as const)
  test(`under /open/ a ${way} proposals file is shown and added to the assessment that is chosen`, async ({ page }) => {
    await keepProposals(page, []);
    await page.goto('/open/');
    await expect(page.locator('textarea')).toBeVisible();
    await give2(page);
    await expect(page.locator('.proposals')).toContainText(agent.name);
    expect(await countStored(page, 'trivium:proposals:')).toBe(0);
    await page.getByRole('button', { name: 'Add to Parcels' }).click();
    await page.waitForURL('**/assess/quick/check/#found');
    await expect(page.locator('.findings-list')).toContainText(`${gist} 1 proposed answer, 1 place`);
  });

test('a file dropped on the start page is shown, and a wrong one says what it is', async ({ page }) => {
  await keepProposals(page, []);
  await page.goto('/assess/');
  await expect(page.locator('.draft-list li')).toBeVisible();
  await dropFile(page, '.start', look);
  await expect(page.locator('#import-panel')).toContainText('dvc.yaml:3');
  const other = { ...look, pack: { id: 'another-pack', version: '1.0.0' } };
  await chooseFile(page, other);
  await expect(page.locator('#import-panel')).toContainText('another-pack');
  await expect(page.locator('#import-panel')).toContainText(pack.id);
  await chooseFile(page, { ...look, items: [...look.items, { item: 'no-such-question', rev: 1, reasons: [] }] });
  await expect(page.locator('#import-panel [data-notice=lost]')).toContainText('no-such-question');
  await expect(page.locator('#import-panel')).toContainText('dvc.yaml:3');
});

test('the same file twice changes nothing, a newer one takes its place or is kept beside it', async ({ page }) => {
  await keepProposals(page, [look]);
  await page.goto('/assess/');
  await expect(page.locator('.draft-list li')).toBeVisible();
  await chooseFile(page, look);
  await page.getByRole('button', { name: 'Already added to Parcels: see it there' }).click();
  await expect(page.locator('.findings-list .files li')).toHaveCount(1);
  await page.goto('/assess/');
  await chooseFile(page, { ...look, source: { ...look.source, date: '2026-11-30' } });
  await page.getByRole('button', { name: 'Replace the earlier file of Parcels' }).click();
  await expect(page.locator('.findings-list .files')).toContainText('30 Nov 2026');
  await expect(page.locator('.findings-list .files li')).toHaveCount(1);
  await page.goto('/assess/');
  await chooseFile(page, { ...look, items: look.items.map((each) => ({ ...each, reasons: [notebook] })) });
  await page.getByRole('button', { name: 'Keep both' }).click();
  await expect(page.locator('.findings-list .files li')).toHaveCount(2);
});
