import { expect, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { restyle, sideways, spacedOut } from '../support/fits.ts';
import { openState, type State } from '../support/page-states.ts';
import { reportShown } from '../support/report-shown.ts';
import { generateTeam } from '../support/teams.ts';

// The narrowest page, with the reader's own text spacing: teams whose reports differ, and very long texts.

const pack = packOf(loadKnowledgeBase());
const long = {
  underscores: 'credit_default_probability_model_emea_v3_b',
  'no break at all': 'Kreditausfallwahrscheinlichkeitsvorhersage'.repeat(3),
  'right to left': 'נموذجاحتمالالتخلفعنالسداد'.repeat(3),
  'no spaces': '信用违约概率模型'.repeat(12),
};
/** Letters that no browser breaks, wider than the page, so that they are cut off. */
const wide = {
  'one letter with 180 accents': `a${'\u0301\u0317\u0350'.repeat(60)}b`,
  'one syllable of 61 consonants': `${'क\u094d'.repeat(60)}क`,
};
const isCutOff = /: the page is cut off/;

/** A team with the same words in every text. */
const teamNamed = (name: string, seed: number, date: string) => {
  const team = generateTeam(pack, seed);
  const [practice = ''] = pack.items.flatMap(({ id, kind }) => (kind === 'practice' ? [id] : []));
  return {
    ...team,
    system: name,
    date,
    savedAt: `${date}T10:00:00Z`,
    respondent: { name, role: name },
    stakes: name,
    scope: { boundary: name, lastChange: name },
    answers: team.answers.map((answer) => ({ ...answer, note: name })),
    decisions: [{ practice, decision: 'do' as const, owner: name, next: name, reason: name }],
  };
};

for (let seed = 0; seed < 8; seed += 1)
  test(`the opened report of team ${seed} does not scroll sideways at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const code = await writeLink(generateTeam(pack, seed), pack, { name: true, notes: true, decisions: true });
    await page.goto(`/open/#${code}`);
    await reportShown(page);
    await restyle(page, spacedOut);
    expect(await sideways(page)).toEqual([]);
  });

for (const [kind, name] of Object.entries({ ...long, ...wide }))
  test(`long texts (${kind}) break at 320 px wherever they are shown`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const kept = {
      a: teamNamed(name, 4, '2026-11-01'),
      b: teamNamed(name, 9, '2026-05-01'),
      c: teamNamed(name, 2, '2026-02-01'),
    };
    const files = Object.values(kept).map((team, index) => ({
      name: `${name.slice(0, 60)}-${index}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...team, system: `${name}${index}` })),
    }));
    const states: State[] = [
      {
        name: 'a file beside it',
        path: '/assess/',
        reach: async (it) => {
          await expect(it.locator('.draft-list li')).toHaveCount(3);
          await it.locator('input[type=file]').first().setInputFiles(files.slice(0, 1));
          await expect(it.locator('#import-panel')).toBeVisible();
        },
      },
      { name: 'start', path: '/assess/', reach: (it) => it.locator('.draft-list summary').first().click() },
      {
        name: 'check',
        path: '/assess/full/check/',
        reach: (it) => expect(it.locator('.check .row').first()).toBeVisible(),
      },
      {
        name: 'report',
        path: '/assess/full/report/',
        reach: reportShown,
      },
      { name: 'compare', path: '/compare/', reach: (it) => expect(it.locator('#change')).toBeVisible() },
      ...['/together/', '/teams/'].map((path) => ({
        name: path,
        path,
        reach: async (it: typeof page) => {
          await it.locator('input[type=file]').first().setInputFiles(files);
          await expect(it.locator('.import-list li')).toHaveCount(3);
        },
      })),
      { name: 'home', path: '/', reach: (it) => expect(it.locator('#continue')).toContainText('answered') },
    ];
    const found: string[] = [];
    for (const state of states) {
      await openState(page, { ...state, kept });
      found.push(...(await sideways(page)).map((problem) => `${state.name}: ${problem}`));
      await restyle(page, spacedOut);
      found.push(...(await sideways(page)).map((problem) => `${state.name}, spaced out: ${problem}`));
    }
    expect(kind in wide ? found.filter((problem) => !isCutOff.test(problem)) : found).toEqual([]);
  });
