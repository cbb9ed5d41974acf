import { expect, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { openState } from '../support/page-states.ts';
import { reportShown } from '../support/report-shown.ts';
import { generateTeam } from '../support/teams.ts';
import { textsIn } from '../support/texts.ts';
import { states } from './states.ts';

const pack = packOf(loadKnowledgeBase());
const saved = (seed: number, date: string) => ({
  ...generateTeam(pack, seed),
  system: 'Parcel times',
  date,
  savedAt: `${date}T10:00:00Z`,
});
const kept = { a: saved(4, '2026-11-01'), b: saved(9, '2026-05-01'), c: saved(6, '2025-11-01') };

/** Pages with figures, and how many of their texts are visible at least. */
const pages = {
  '/': 10,
  '/map/': 1,
  '/knowledge/': 1,
  '/tensions/': 9,
  '/method/': 15,
  '/compare/': 20,
  '/sample/card-fraud-score/': 15,
  '/assess/full/report/': 15,
};
/** Pages whose figures are lists on a phone. */
const listsOnPhone = ['/map/', '/knowledge/'];

for (const width of [320, 390, 820, 1280])
  test(`at ${width} px no text in a figure is smaller than 12 px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/404.html');
    await page.evaluate((drafts) => {
      for (const [id, draft] of Object.entries(drafts))
        localStorage.setItem(`trivium:assessment:${id}`, JSON.stringify(draft));
      localStorage.setItem('trivium:current', 'a');
    }, kept);
    for (const [path, least] of Object.entries(pages)) {
      await page.goto(path);
      if (path.includes('report')) {
        await reportShown(page);
        await page.locator('.one-page > summary').click();
        await expect(page.locator('.one-page .ask')).toBeVisible();
      }
      if (path.includes('compare')) await expect(page.locator('#change')).toBeVisible();
      const texts = await textsIn(page, 'svg text');
      const isList = width <= 390 && listsOnPhone.includes(path);
      expect(texts.length, path).toBeGreaterThanOrEqual(isList ? 0 : least);
      expect(texts.filter(({ size }) => size < 11.9).map(({ text, size }) => `${path} ${text}: ${size}`)).toEqual([]);
    }
    await page.goto('/teams/');
    await page.getByRole('button', { name: 'Show made-up teams' }).click();
    await expect(page.locator('.level-bar').first()).toBeAttached();
    const bars = await textsIn(page, '.level-bar text, .sheet-column text, .sheet-wide text');
    expect(bars.length).toBeGreaterThan(20);
    expect(bars.filter(({ size }) => size < 11.9).map(({ text, size }) => `${text}: ${size}`)).toEqual([]);
    const together = states.find(({ name }) => name === 'together, three people');
    if (!together) throw new Error('There is no such state.');
    await openState(page, together);
    const people = await textsIn(page, '.dot-strip text');
    expect(people.length).toBeGreaterThan(20);
    expect(people.filter(({ size }) => size < 11.9).map(({ text, size }) => `${text}: ${size}`)).toEqual([]);
  });
