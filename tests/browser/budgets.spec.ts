import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { kinds, searchBudget, weigh, weighSearch } from '../../tools/tasks/page-weight.ts';
import { generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const team = JSON.stringify(generateTeam(pack, 4));

/** What the browser reports about a layout shift. */
type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };

/** What each page gets: the shifts so far, including those not reported yet. */
interface Watched {
  readShifts(): string[];
}

/** Opens a page, goes to its end, and returns its requests and what moved meanwhile. */
async function visit(page: Page, path: string): Promise<{ requests: string[]; shifts: string[] }> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  // What comes into view is laid out in the first frame and reported by the second.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  page.removeAllListeners('request');
  return { requests, shifts: await page.evaluate(() => (window as unknown as Watched).readShifts()) };
}

for (const kind of kinds) {
  test(`${kind.kind}: bytes, requests and elements are within budget, and nothing moves`, async ({ page }) => {
    const { total, scripts, files } = weigh(kind);
    expect(files, 'the page and what it loads').toBeGreaterThan(1);
    expect(total, 'bytes of the whole page').toBeLessThanOrEqual(kind.budget * 1000);
    expect(scripts, 'bytes of its scripts').toBeLessThanOrEqual((kind.scripts ?? kind.budget) * 1000);

    await page.addInitScript((text) => {
      localStorage.setItem('trivium:assessment:test', text);
      const shifts: string[] = [];
      const note = (entries: PerformanceEntryList) => {
        for (const entry of entries as Shift[]) {
          const moved = entry.sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120) ?? '?');
          shifts.push(`${entry.value}: ${moved.join(', ')}`);
        }
      };
      const observer = new PerformanceObserver((list) => note(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });
      const readShifts = () => {
        note(observer.takeRecords());
        return shifts;
      };
      Object.assign(window, { readShifts });
    }, team);
    let seen = await visit(page, kind.path);
    expect(seen.requests.length, 'requests').toBeLessThanOrEqual(kind.requests);
    expect(await page.locator('*').count(), 'elements').toBeLessThanOrEqual(kind.elements);
    // A busy machine may paint half of a document; what belongs to the page moves every time.
    for (let again = 0; again < 2 && seen.shifts.length > 0; again += 1) seen = await visit(page, kind.path);
    expect(seen.shifts, 'layout shifts').toEqual([]);
  });
}

test('the first search stays within budget', () => {
  expect(weighSearch().first).toBeLessThanOrEqual(searchBudget * 1000);
});
