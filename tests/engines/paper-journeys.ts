import process from 'node:process';
import { expect, test } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import type { Trip } from './journeys.ts';
import { team } from './sample.ts';

/** What comes out on paper. */
export function paperJourneys(trip: Trip): void {
  test('paper: its styles show what prints and hide the rest; the engine prints it where it can be asked to', async () => {
    const { browser, page } = trip;
    await page.keep({ mine: team });
    await page.goto('/assess/full/report/');
    await page.text('.one-page .live').not.toBe(''); // the last part that comes
    await page.count('.one-page .live').toBe(0); // on screen the page for leadership is folded away
    await page.run(() => {
      const rules = (list: CSSRuleList) => {
        for (const rule of list) {
          if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
          if (rule instanceof CSSGroupingRule) rules(rule.cssRules);
        }
      };
      for (const sheet of document.styleSheets) rules(sheet.cssRules);
      dispatchEvent(new Event('beforeprint'));
    });
    await page.count('.one-page .live').toBe(1);
    await page.count('.report > .practice-sheet .sheet-wide').toBe(1);
    await page.count('.working-copy').toBe(0); // only on demand
    await page.count('.site-head, .site-foot, .skip-link, .moves, .button-row button').toBe(0);
    await browser.reload();
    await page.text('.one-page .live').not.toBe('');
    const { pages } = browser.print ? await readPdf(await browser.print()) : { pages: undefined };
    process.stdout.write(
      `\nfeatures: ${browser.name} ${pages ? `prints ${pages.length} pages` : 'cannot be asked to print'}\n`,
    );
    if (!pages) return;
    expect(pages[0]?.text).toContain('The ask:');
    expect(pages[1]?.text).toMatch(/^Practice sheet/);
  });
}
