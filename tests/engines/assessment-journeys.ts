import { expect, test } from 'vitest';
import { compare } from '../../src/core/assessment/compare.ts';
import { readLink } from '../../src/core/link/read-link.ts';
import { report } from '../../src/core/report/report.ts';
import { generateTeam } from '../support/teams.ts';
import type { Trip } from './journeys.ts';
import { pack, team } from './sample.ts';

const made = report(team, pack);
const names = ['Velocity', 'Validation', 'Versioning'];

/** From the home page to a report, and what is done with it. */
export function assessmentJourneys(trip: Trip): void {
  test('the quick check: answered by mouse and by keyboard, kept over a reload, read as a report', async () => {
    const { browser, page } = trip;
    await page.goto('/');
    await page.click('#start');
    await page.text('.start h1').not.toBe('');
    await page.text('.start .needs-script').toBe(''); // before that the link leads to all questions on one page
    await page.click('.start a', 'Start the quick check');
    for (let question = 1; question <= 15; question += 1) {
      await page.text('.progress-line').toContain(`Question ${question} of 15`);
      if (question % 2 === 1) {
        await page.click('.answer-choices:not(.ways-out) .choice:nth-child(2)');
        await page.click('button.primary');
      } else {
        await page.press('2');
        await page.press('Enter');
      }
      if (question !== 8) continue;
      await page.text('.progress-line').toContain('Question 9 of 15');
      await page.click('.choice', "I don't know");
      await browser.reload();
      await page.count('.choice :checked').toBe(1);
      await page.text('.choice:has(:checked)').toContain("I don't know");
    }
    await page.text('.check .lead').toContain('15 of 15 answered');
    await page.click('a', 'See the report');
    await page.count('.report > .practice-sheet').toBe(1);
    await page.text('.report h1 .verdict').toMatch(/\w{3}.*\./);
    for (const name of names) await page.text('.report > .practice-sheet').toContain(name);
    await page.goto('/');
    await page.text('#continue').toContain('15 of 15 answered');
  });

  test('a private link: made in the dialog, copied, opened read-only beside what is kept', async () => {
    const { page } = trip;
    await page.keep({
      mine: { ...team, decisions: [{ practice: 'fallback-models', decision: 'do', owner: 'Ada' }] },
    });
    await page.openReport();
    await page.text('.report h1 .verdict').toBe(made.verdict);
    await page.click('button', 'Share a private link');
    await page.text('.shared-link').toContain('/open/#');
    await page.click('.part', 'The name of the system');
    await page.click('.part', 'Decisions with owners');
    await page.text('.link-contents').toContain('Ada');
    let link = '';
    await expect
      .poll(async () => {
        link = await page.run(() => document.querySelector('.shared-link')?.textContent ?? '');
        return readLink(link, pack);
      })
      .toMatchObject({ ok: true, value: { system: 'Parcel times', decisions: [{ owner: 'Ada' }] } });
    await page.click('button', 'Copy link');
    await page.text('dialog.share').toMatch(/Copied\.|The link is selected/);
    await page.press('Escape');
    await page.count('dialog').toBe(0);

    await page.keep({ other: { ...generateTeam(pack, 8), system: 'Fraud' } });
    const before = await page.kept();
    await page.goto(link.slice(link.indexOf('/open/')));
    await page.text('.opened-banner').toContain('Opened from a link, not verified');
    await page.text('.report h1 .verdict').toBe(made.verdict);
    await page.text('.report .report-meta').toContain('Parcel times');
    await page.count('.report select, .report input').toBe(0);
    expect(await page.kept()).toBe(before);
  });

  test('two assessments side by side', async () => {
    const { page } = trip;
    const now = { ...generateTeam(pack, 4), system: team.system, date: '2026-11-20' };
    await page.keep({ before: team, now });
    const { total, practices } = compare({ answers: team }, { answers: now }, pack);
    await page.goto('/compare/');
    await page.text('.sentences li:last-child').toContain(`over ${total.known} practices known in both`);
    await page.click('section[aria-labelledby=practices] summary');
    await page.count('section[aria-labelledby=practices] tbody tr').toBe(practices.length);
  });

  test('files are made, pictures and the whole report among them', async () => {
    const { page } = trip;
    await page.keep({ mine: team });
    await page.openReport();
    await page.click('button', 'Download');
    for (const [name, file] of [
      ['Practice sheet, PNG', 'sheet.png'],
      ['Whole report, one HTML file', 'report.html'],
      ['Moves, CSV', 'moves.csv'],
    ] as const) {
      await page.click('.downloads button', name);
      await page.text('.downloads [role=status]').toContain(`trivium-parcel-times-2026-11-16-${file}`);
    }
  });
}
