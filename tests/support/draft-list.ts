import { expect, type Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { revOf } from './today.ts';

const { id, version } = packOf(loadKnowledgeBase());
/** What every draft begins with. */
export const base = { format: 'trivium-answers', version: 1, pack: { id, version } };
const answer = (id: string, part: object) => ({ item: id, rev: revOf(id), at: '2026-08-01T10:00:00Z', ...part });
/** An answer with a level. */
export const level = (id: string, n: number) => answer(id, { state: 'level', level: n });
/** A quick check with an answer of every kind, and everything that a person can add. */
export const searchDraft = {
  ...base,
  system: 'Search',
  date: '2026-08-01',
  savedAt: '2026-08-01T10:00:00Z',
  respondent: { role: 'On call' },
  scope: { boundary: 'Ranking only', lastChange: 'The July model' },
  context: { serving: 'online' },
  answers: [
    level('fast-idea-to-model', 1),
    level('frequent-retraining', 2),
    answer('fallback-models', { state: 'dk' }),
    answer('environment-parity', { state: 'na', reason: 'no-such-part' }),
  ],
  targets: [{ item: 'fast-idea-to-model', level: 4, reason: 'Agreed' }],
  decisions: [{ practice: 'fast-idea-to-model', decision: 'do', owner: 'Ada' }],
  overrides: [{ signal: 'alert-fatigue', reason: 'No' }],
  review: '2026-08-20',
};
const named = (system: string, savedAt: string) => ({
  ...base,
  system,
  date: '2026-07-01',
  savedAt,
  answers: [level('fallback-models', 3)],
});

/** What is stored, by id, once all pending changes are written. */
export const kept = (page: Page, prefix = 'trivium:assessment:') =>
  page.evaluate(async (start) => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.fromEntries(
      Object.keys(localStorage)
        .filter((key) => key.startsWith(start))
        .map((key) => [key.slice(start.length), JSON.parse(localStorage.getItem(key) ?? '')]),
    );
  }, prefix);
/** Stores drafts and opens the start page that lists them. */
export async function openDrafts(page: Page, drafts: Record<string, object>): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((all) => {
    for (const [id, draft] of Object.entries(all))
      localStorage.setItem(`trivium:assessment:${id}`, JSON.stringify(draft));
  }, drafts);
  await page.goto('/assess/');
  await expect(page.locator('.draft-list li')).toHaveCount(Object.keys(drafts).length);
}
/** Three drafts, by id. */
export const threeDrafts = {
  s: searchDraft,
  r: named('Routes', '2026-09-01T10:00:00Z'),
  p: named('Parcels', '2026-07-01T10:00:00Z'),
};
/** The names in the list, in its order. */
export const namesShown = (page: Page) => page.locator('.draft-list li strong').allTextContents();
/** The row of a draft in the list. */
export const rowOf = (page: Page, name: string) =>
  page.locator('.draft-list li').filter({ has: page.locator(`strong:text-is("${name}")`) });
/** Opens the other actions of a row and does one, by keyboard alone. */
export async function actOn(page: Page, name: string, label: string): Promise<void> {
  const more = rowOf(page, name).locator('summary');
  await more.focus();
  if ((await rowOf(page, name).locator('details[open]').count()) === 0) await page.keyboard.press('Enter');
  const button = rowOf(page, name).getByRole('button', { name: new RegExp(`^${label}`) });
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}
/** What the list tells a screen reader. */
export const said = (page: Page) => page.locator('.draft-list [role=status]');
