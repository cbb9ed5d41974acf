import { expect } from '@playwright/test';
import { assessments, clearSiteData, copyReady, deleteAll, keptIn, nothing } from '../../support/privacy-acts.ts';
import type { Proofs } from '../../support/privacy-setting.ts';
import { question, team } from '../../support/privacy-team.ts';

/** Proves what the page states about deleting everything. */
export const deletingProofs: Proofs = {
  'The button below deletes what Trivium keeps in this browser, which is answers, earlier states, settings and the copy of the site.':
    async ({ profile }) => {
      const { tab } = await profile(team, 'allow');
      await tab.goto(question);
      await copyReady(tab);
      await tab.getByRole('radio').nth(0).check();
      await expect(tab.getByText('Saved in this browser')).toBeVisible();
      const before = await keptIn(tab);
      expect(before.local.map((key) => key.split(':')[1])).toEqual(
        expect.arrayContaining(['assessment', 'snapshot', 'current']),
      );
      expect(before).toMatchObject({ workers: 1, caches: [expect.stringContaining('trivium-copy-')] });
      await deleteAll(tab);
      expect(await keptIn(tab)).toEqual(nothing);
    },
  'It leaves alone what other sites at this address keep.': async ({ profile }) => {
    const { tab } = await profile(team);
    await tab.evaluate(async () => {
      localStorage.setItem('their-notes', 'theirs');
      await caches.open('their-copy');
    });
    await deleteAll(tab);
    expect(await keptIn(tab)).toEqual({ ...nothing, local: ['their-notes'], caches: ['their-copy'] });
  },
  'Other open tabs of Trivium close an assessment that was deleted, unless it has changes that could not be saved.':
    async ({ profile }) => {
      const { context: both, tab } = await profile(team);
      await tab.goto(question);
      await tab.getByRole('radio').nth(0).check();
      await expect(tab.getByText('Saved in this browser')).toBeVisible();
      const other = await both.newPage();
      await deleteAll(other);
      await expect(tab).toHaveURL(/\/assess\/$/);
      await tab.getByLabel('Name of the system').fill('Search');
      await expect.poll(() => assessments(other)).toHaveLength(1);
      expect(await other.evaluate(() => JSON.stringify(localStorage))).not.toContain('"level"');
    },
  'Your next visit makes a new copy of the site, without answers.': async ({ profile }) => {
    const { tab } = await profile(team, 'allow');
    await tab.goto('/');
    await copyReady(tab);
    await deleteAll(tab);
    await tab.goto('/');
    await copyReady(tab);
    const { caches: copies, local } = await keptIn(tab);
    expect([copies.length, local]).toEqual([1, []]);
  },
  'Deleting the data of this site in the settings of the browser does the same as the button.': async ({ profile }) => {
    const { tab } = await profile(team, 'allow');
    await tab.goto('/404.html');
    await copyReady(tab);
    await clearSiteData(tab);
    await expect.poll(() => keptIn(tab)).toEqual({ ...nothing, session: expect.anything() });
  },
};
