import { test } from 'vitest';
import type { Trip } from './journeys.ts';
import { kb } from './sample.ts';

/** From a word to the entry that answers. */
export function knowledgeJourneys(trip: Trip): void {
  test('search from any page opens an entry by keyboard', async () => {
    const { page } = trip;
    await page.goto('/method/');
    await page.count('[role=combobox]').toBe(1);
    await page.press('/');
    await page.press('pager all night');
    await page.count('[role=option]').toBeGreaterThan(0);
    await page.press('ArrowDown');
    await page.count('[role=option][aria-selected=true]').toBe(1);
    await page.press('Enter');
    await page.address().toBe('/entries/alert-fatigue/');
    await page.text('h1').toBe('Alert fatigue');
    await page.count('.text .cite').toBeGreaterThan(0);
  });

  test('the list of entries: words, facets, going back', async () => {
    const { browser, page } = trip;
    await page.goto('/entries/?q=alert+fatigue');
    await page.text('.card mark').toMatch(/alert/i);
    await page.goto('/entries/');
    await page.count('.card').toBe(kb.entries.size);
    await page.click('.facet label', 'Pain points');
    await page.count('.card').toBe(14);
    await page.address().toBe('/entries/?kind=pain-point');
    await page.click('#find');
    await page.press('zzzdashbord');
    await page.text('.nothing').toContain('Nothing found for "zzzdashbord"');
    await browser.back();
    await page.address().toBe('/entries/');
  });
}
