import { expect, type Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { reportShown } from './report-shown.ts';
import { generateTeam } from './teams.ts';

const pack = packOf(loadKnowledgeBase());
const team = (seed: number, system: string, date = '2026-11-01') => ({
  ...generateTeam(pack, seed),
  system,
  date,
  savedAt: `${date}T10:00:00Z`,
});
const files = (...teams: object[]) =>
  teams.map((answers, index) => ({
    name: `${index}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(answers)),
  }));
const linkTo = (seed: number) =>
  writeLink({ ...generateTeam(pack, seed), system: `Team ${seed}` }, pack, { name: true });

type Act = (page: Page) => Promise<unknown>;
const press =
  (...keys: string[]): Act =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const click =
  (selector: string): Act =>
  (page) =>
    page.locator(selector).first().click();
const give =
  (...teams: object[]): Act =>
  (page) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles(files(...teams));
const shows =
  (selector: string): Act =>
  (page) =>
    expect(page.locator(selector).first()).toBeVisible();
const select =
  (selector: string, option: string | { index: number }): Act =>
  (page) =>
    page.locator(selector).first().selectOption(option);
const openLink =
  (seed: number): Act =>
  async (page) => {
    const code = await linkTo(seed);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, code);
    await expect(page.locator('main')).toContainText(`Team ${seed}`, { ignoreCase: true });
    await reportShown(page);
  };

export interface Journey {
  path: string;
  kept?: Record<string, object>;
  /** Runs before the page is translated. */
  first: Act;
  /** Run after the translation. Each ends when the page has changed. */
  acts: Act[];
}

const asks = shows('summary:has-text("Keyboard")');
const progress =
  (words: string): Act =>
  (page) =>
    expect(page.locator('.progress-line').first()).toContainText(words, { ignoreCase: true });

/** Journeys through the pages, each with what changes a page after it was translated. */
export const journeys: Record<string, Journey> = {
  'one link after another': { path: '/open/', first: openLink(3), acts: [openLink(8), openLink(2)] },
  'question by question': {
    path: '/assess/quick/fast-idea-to-model/',
    first: asks,
    acts: [
      press('3', 'Enter'),
      progress('Question 2'),
      press('?', 'Enter'),
      progress('Question 3'),
      press('7'),
      shows('.reason select'),
      press('1', 'Enter'),
      progress('Question 4'),
    ],
  },
  'a whole stage, and the next': {
    path: '/assess/full/stage/data-collection-labeling/',
    first: asks,
    acts: [click('.asked input[value="1"]'), progress('1 of 3'), click('.steps .primary'), progress('Stage 2')],
  },
  'a meeting': {
    path: '/assess/full/meeting/label-live-data/',
    first: asks,
    acts: [
      click('.meeting-talk button.link'),
      shows('.timer'),
      press('Escape'),
      click('.steps .primary'),
      progress('Question 2'),
    ],
  },
  'the list of assessments': {
    path: '/assess/',
    kept: { a: team(4, 'Parcels'), b: team(9, 'Search', '2026-10-01') },
    first: shows('.draft-list li'),
    acts: [
      click('.draft-list summary'),
      click('[data-act=duplicate]'),
      shows('.draft-list li:nth-child(3)'),
      click('.draft-list li:nth-child(3) summary'),
      click('.draft-list li:nth-child(3) [data-act=remove]'),
      shows('.undo'),
    ],
  },
  'from the check page to the report': {
    path: '/assess/quick/check/',
    kept: { a: team(4, 'Parcels') },
    first: shows('.check .row[data-state=level]'),
    acts: [click('main a.primary'), reportShown],
  },
  'a report': {
    path: '/assess/full/report/',
    kept: { a: team(4, 'Parcels'), b: team(9, 'Parcels', '2026-05-01') },
    first: reportShown,
    acts: [
      click('.report > .practice-sheet .sheet-wide .sheet-head'),
      shows('dialog.workings table'),
      press('Escape'),
      click('button:has-text("Try other answers")'),
      shows('.try-out .sheet-wide'),
      click('.try-out .sheet-wide .sheet-line'),
      press('End'),
      click('.move details.aside > summary'),
      shows('.move .how'),
    ],
  },
  'two assessments compared': {
    path: '/compare/',
    kept: { a: team(4, 'Parcels'), b: team(9, 'Parcels', '2026-05-01'), c: team(12, 'Parcels', '2026-02-01') },
    first: shows('#change'),
    acts: [select('select', { index: 2 }), (page) => page.getByRole('button', { name: /swap/i }).click()],
  },
  'people side by side': {
    path: '/together/',
    first: give(team(4, 'Parcels'), team(9, 'Parcels')),
    acts: [
      shows('.every-question'),
      give(team(12, 'Parcels')),
      (page) => expect(page.locator('.import-list li:nth-child(3)')).toBeAttached(),
      click('.every-question button.link'),
    ],
  },
  'many teams': {
    path: '/teams/',
    first: give(team(1, 'A'), team(2, 'B'), team(3, 'C')),
    acts: [
      shows('.team-lines'),
      give(team(4, 'D'), team(5, 'E')),
      (page) => expect(page.locator('main')).toContainText('5 teams', { ignoreCase: true }),
      (page) => page.getByLabel('Leave names out').check(),
      (page) => expect(page.locator('main')).toContainText('Team 1', { ignoreCase: true }),
    ],
  },
  'the list of entries': {
    path: '/entries/',
    first: shows('.card'),
    acts: [
      (page) => page.locator('#find').fill('drift'),
      shows('.card mark'),
      click('.facet input'),
      (page) => expect(page).toHaveURL(/drift&/),
    ],
  },
  'participants filtered': {
    path: '/study/participants/',
    first: shows('.participants tbody tr'),
    acts: [(page) => page.getByLabel('Role').selectOption('MLE manager')],
  },
  'practices filtered': {
    path: '/practices/',
    first: shows('table.practices'),
    acts: [select('form.filters select', { index: 1 }), click('.sort')],
  },
};
