import { expect, test } from '@playwright/test';
import { toPoints } from '../../src/core/assessment/score.ts';
import { report } from '../../src/core/report/report.ts';
import { firstMovesOf } from '../../src/core/report/summary-lists.ts';
import { full, owned, pack, pageOne, printed, sample } from '../support/printed.ts';
import { answersBy, generateTeam } from '../support/teams.ts';

for (const format of ['A4', 'Letter']) {
  test(`page 1 on ${format} is complete: verdict, ask, scores, risks, moves, unknown, method, date, pack, link`, async ({
    page,
  }) => {
    const made = report(owned, pack);
    const { pages } = await printed(page, owned, format, 'dark');
    const { text } = pageOne(pages);
    const parts = [
      'Fraud & <score>',
      made.verdict,
      'The ask:',
      'person-weeks',
      'How sure this is',
      'it measured no effects',
      '23 Nov 2026',
      `${pack.id} ${pack.version}`,
      'Ada',
      '15 Jan 2027',
      '/open/#',
    ];
    for (const part of parts) expect(text).toContain(part);
    const goals = firstMovesOf(made).flatMap(({ goal }) => goal ?? []);
    expect(goals.length).toBe(3);
    for (const goal of goals) expect(text).toContain(goal);
    for (const { point, low, high, known, applicable } of made.variables) {
      if (point === null || low === null || high === null) continue;
      expect(text).toContain(String(toPoints(point)));
      expect(text).toContain(`${toPoints(low)} to ${toPoints(high)}`);
      expect(text).toContain(`${known} of ${applicable} known`);
    }
    expect(text).not.toContain('Change');
    expect(pages.length).toBe(2);
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, at) => `${at + 1} / ${pages.length}`));
    expect(pages.slice(1).every(({ text: each }) => !each.includes('The ask:'))).toBe(true);
  });
}

test('whatever a team answers, page 1 fits on one page, with at most 180 words besides labels and cells', async ({
  page,
}) => {
  const teams = [sample, ...[3, 21, 40, 77].map((seed) => generateTeam(pack, seed)), answersBy(pack, () => 0)];
  for (const team of teams) {
    const { pages } = await printed(page, team, 'Letter');
    expect(pageOne(pages).text).toContain('/open/#');
    expect(pages[1]?.text).toMatch(/^Practice sheet/);
    expect(pages.length).toBe(2);
    const words = await page
      .locator('.report > header h1, .one-page > div p:not(.live)')
      .evaluateAll((parts) => parts.map(({ textContent }) => textContent ?? '').join(' '));
    expect(words.trim().split(/\s+/).length).toBeLessThanOrEqual(180);
  }
});

test('page 1 stays one page with a long name, stakes, changes and three promises', async ({ page }) => {
  const system = 'Credit default probability model for retail customers, third version, nightly batch';
  const stakes = 'A wrong score declines people who could pay and accepts people who cannot. '.repeat(2).trim();
  for (const seed of [5, 40]) {
    const former = { ...generateTeam(pack, seed + 100), system, date: '2026-02-01' };
    const decisions = report(former, pack)
      .moves.filter(({ kind }) => kind !== 'find-out')
      .slice(0, 3)
      .map(({ practice }) => ({ practice, decision: 'do', owner: 'Benjamin Bratt', due: '2026-06-15' }));
    await page.goto('/404.html');
    await page.evaluate(
      (text) => localStorage.setItem('trivium:assessment:before', text),
      JSON.stringify({ ...former, decisions }),
    );
    const { pages } = await printed(
      page,
      { ...generateTeam(pack, seed), system, stakes, date: '2026-11-23' },
      'Letter',
    );
    for (const part of ['At stake:', 'What was promised on 1 Feb 2026:', 'Change', '/open/#'])
      expect(pageOne(pages).text).toContain(part);
    expect(pages[1]?.text).toMatch(/^Practice sheet/);
    expect(pages.length).toBe(2);
  }
});

test('page 1 stays one page in fonts a quarter wider than usual', async ({ page }) => {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      @font-face { font-family: Wide; src: local("Liberation Sans"), local("DejaVu Sans"), local("Arial"); size-adjust: 125%; }
      :root { --book: Wide, serif; --plain: Wide, sans-serif; }`);
    document.adoptedStyleSheets = [sheet];
  });
  const { pages } = await printed(page, sample, 'Letter');
  expect(pageOne(pages).text).toContain('/open/#');
  expect(pages.length).toBe(2);
});

test('page 1 stays one page for many models, stakes and changes, in both formats', async ({ page }) => {
  const context = { serving: 'online', userLabels: 'yes', models: 'many', teamSize: 'large' } as const;
  const stakes = 'A late estimate makes a parcel wait a day, and customers call us within the hour. '.repeat(2).trim();
  const of = (seed: number, date: string) => ({ ...generateTeam(pack, seed), system: 'Parcel times', date });
  for (const seed of [5, 27]) {
    await page.goto('/404.html');
    await page.evaluate(
      (text) => localStorage.setItem('trivium:assessment:before', text),
      JSON.stringify(of(seed + 40, '2026-05-01')),
    );
    for (const format of ['A4', 'Letter']) {
      const { pages } = await printed(page, { ...of(seed, '2026-11-01'), stakes, context }, format);
      expect(pageOne(pages).text).toContain('Answers for many models');
      expect(pageOne(pages).text).toContain('/open/#');
      expect(pages.length, `${seed} on ${format}`).toBe(2);
    }
  }
});

test('where an earlier assessment of the system is kept, the page says how each V has changed', async ({ page }) => {
  const before = { ...answersBy(pack, () => 1), system: full.system, date: '2026-05-04' };
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:before', text), JSON.stringify(before));
  const { pages } = await printed(page, full, 'A4');
  expect(pageOne(pages).text).toContain('Change');
  expect(pageOne(pages).text.match(/(higher|no clear change): \d+ → \d+ on \d+ known in both/g)).toHaveLength(3);
  expect(pages[1]?.text).toMatch(/^Practice sheet/);
});
