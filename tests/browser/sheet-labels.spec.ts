import { expect, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { groupOf } from '../support/group.ts';
import { reportShown } from '../support/report-shown.ts';
import { expectNoFaults, faultsOf } from '../support/sheet-faults.ts';
import { generateTeam } from '../support/teams.ts';

test('at every width no text of the practice sheet overlaps another or a dot, or leaves its column', async ({
  page,
}) => {
  await page.goto('/sample/card-fraud-score/');
  await expectNoFaults(page);
  // The rule can fail.
  await page
    .locator('.sheet-wide .sheet-line text')
    .first()
    .evaluate((title) => title.append(' and more'.repeat(9)));
  expect(await page.locator('.practice-sheet svg.sheet-drawing').evaluateAll(faultsOf)).not.toEqual([]);
});

test('no text of the sheet overlaps another where several people answered, as far apart as possible', async ({
  page,
}) => {
  const group = { ...groupOf(packOf(loadKnowledgeBase()), 8), savedAt: '2026-11-01T10:00:00Z', date: '2026-11-01' };
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:a', text), JSON.stringify(group));
  await page.goto('/assess/full/report/');
  await reportShown(page);
  await expectNoFaults(page);
});

test('no text of the sheet overlaps another with three tensions, each letter at its line or behind both answers', async ({
  page,
}) => {
  const team = generateTeam(packOf(loadKnowledgeBase()), 138);
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:a', text), JSON.stringify(team));
  await page.goto('/assess/full/report/');
  await reportShown(page);
  await expectNoFaults(page);
  const letters = page.locator('.practice-sheet svg text').getByText(/^[ABC]+$/);
  for (const [width, count] of [
    [820, 6],
    [1280, 3],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    const shown = (await letters.filter({ visible: true }).allTextContents()).join('');
    expect(shown, `${width} px`).toHaveLength(count);
    expect(new Set(shown)).toEqual(new Set('ABC'));
  }
});

test('no text overlaps another on the sheet of many teams', async ({ page }) => {
  await page.goto('/teams/');
  await page.getByRole('button', { name: 'Show made-up teams' }).click();
  await expectNoFaults(page);
});
