import { expect } from '@playwright/test';
import { readLink } from '../../../src/core/link/read-link.ts';
import { assessments, deleteAll, keptIn, makeLink, nothing, openLink, openReport } from '../../support/privacy-acts.ts';
import type { Proofs } from '../../support/privacy-setting.ts';
import { pack, secrets, team, tells } from '../../support/privacy-team.ts';

/** Proves what the page states about what a link tells, and to whom. */
export const linksProofs: Proofs = {
  'A private link carries the report after its "#", a part that browsers do not send to a server.': async ({
    site,
    made,
    profile,
  }) => {
    const { tab } = await profile();
    const before = site.asked.length;
    await openLink(tab, made.full);
    const code = made.full.split('#')[1] ?? '';
    expect(code.length).toBeGreaterThan(50);
    expect(JSON.stringify(site.asked.slice(before))).not.toContain(code.slice(0, 12));
  },
  'Mail and chat programs that check links, such as Outlook and Teams, send all of a link to their own servers, so send the file if they must not see it.':
    async ({ elsewhere, made, profile }) => {
      const { tab } = await profile(team);
      const code = made.full.split('#')[1] ?? '';
      const replaced = `${elsewhere.origin}/?url=${encodeURIComponent(made.full)}&data=05%7C02&reserved=0`;
      await tab.goto(replaced); // the first request of a click on such a link
      expect(elsewhere.asked.some(({ url }) => url.includes(code))).toBe(true);
      await openReport(tab);
      await makeLink(tab);
      const download = tab.waitForEvent('download');
      await tab.locator('dialog.share').getByRole('button', { name: 'Download the file' }).click();
      expect((await download).suggestedFilename()).toMatch(/\.json$/);
      expect(elsewhere.asked.filter(({ url }) => url.includes('.json'))).toEqual([]);
    },
  'Whoever has a link can read what is in it and pass it on, even after you have deleted everything here.': async ({
    profile,
  }) => {
    const giver = await profile(team);
    await openReport(giver.tab);
    const link = await makeLink(giver.tab);
    await deleteAll(giver.tab);
    const receiver = await profile();
    await openLink(receiver.tab, link);
    const next = await profile();
    await openLink(next.tab, receiver.tab.url());
  },
  'A link holds answers, coded reasons, targets, context and date, and how far apart a group is; names, notes and decisions only where you tick them.':
    async ({ made }) => {
      const read = async (link: string) => {
        const opened = await readLink(link, pack);
        if (!opened.ok) throw new Error(opened.problems.join(' '));
        return opened.value;
      };
      const [bare, full] = [await read(made.bare), await read(made.full)];
      const own = JSON.parse(made.file);
      expect(bare).toMatchObject({
        context: own.context,
        date: own.date,
        targets: own.targets.map(({ item, level }: { item: string; level: number }) => ({ item, level })),
      });
      expect(bare.answers.filter(({ state }) => state !== 'unanswered')).toHaveLength(own.answers.length);
      expect(bare.answers.flatMap(({ reason }) => reason ?? []).length).toBe(
        own.answers.flatMap(({ reason }: { reason?: string }) => reason ?? []).length,
      );
      expect(tells(JSON.stringify(bare))).toEqual([]);
      expect(tells(JSON.stringify(full))).toEqual(Object.values(secrets));
    },
  'Opening a link stores nothing of it here until you save a copy.': async ({ made, profile }) => {
    const { tab } = await profile();
    await openLink(tab, made.full);
    expect(await keptIn(tab)).toEqual(nothing);
    await tab.getByRole('button', { name: 'Save a copy' }).click();
    await tab.waitForURL(/report/);
    expect(await assessments(tab)).toHaveLength(1);
  },
  'A link that you opened stays in the history of the browser, with everything in it.': async ({ made, profile }) => {
    const { tab } = await profile();
    await openLink(tab, made.full);
    await tab.goto('/study/');
    await tab.goBack();
    expect(tab.url()).toBe(made.full);
  },
};
