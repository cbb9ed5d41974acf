import { expect, type Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { generateTeam } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** The choices of a person who shares every text. */
export const everything = { name: true, notes: true, decisions: true };
/** Answers with a text of every kind. */
export const team: Answers = {
  ...generateTeam(pack, 3),
  system: 'Parcel times',
  respondent: { role: 'On call' },
  context: { serving: 'online' },
  decisions: [{ practice: 'fallback-models', decision: 'do', owner: 'Ada', due: '2027-01-15' }],
};
const [first] = team.answers;
if (first) team.answers = [{ ...first, note: 'A quiet note' }, ...team.answers.slice(1)];
/** The report of these answers. */
export const made = report(team, pack);
/** Opens a link and waits for its report. */
export async function openLink(page: Page, code: string): Promise<void> {
  await page.goto(`/open/#${code}`);
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();
}
