import { expect } from '@playwright/test';
import type { Proofs } from '../../support/privacy-setting.ts';
import { question } from '../../support/privacy-team.ts';

/** Proves what the page states about what the server sees. */
export const serverProofs: Proofs = {
  'Whoever runs the server sees what every server sees, which file was asked for, when, and from which network address.':
    async ({ site }) => {
      const usual =
        /^(host|connection|user-agent|accept(-.+)?|sec-.+|upgrade-insecure-requests|referer|origin|cache-control|pragma|if-.+|range|priority|purpose|service-worker)$/;
      const entry = site.asked.find(({ url }) => url === question);
      expect(entry?.from).toBe('127.0.0.1');
      expect(site.asked.flatMap(({ headers }) => Object.keys(headers)).filter((name) => !usual.test(name))).toEqual([]);
      expect(site.asked.filter(({ headers }) => headers.referer?.includes('#'))).toEqual([]);
    },
  'That can show which question you looked at, but not what you answered.': async ({ site, profile }) => {
    const askedFor = async (choice: number) => {
      const { tab } = await profile();
      const before = site.asked.length;
      await tab.goto(question);
      await tab.getByRole('radio').nth(choice).check();
      await expect(tab.getByText('Saved in this browser')).toBeVisible();
      const urls = site.asked.slice(before).map(({ url }) => url);
      return urls.filter((url) => !/^\/(_astro\/|sw\.js)/.test(url)).toSorted();
    };
    const [low, high] = [await askedFor(0), await askedFor(4)];
    expect(low).toContain(question);
    expect(high).toEqual(low);
  },
  'Words that you type into the search stay in this browser until you ask for the whole list, whose address holds them.':
    async ({ site, profile }) => {
      const { tab } = await profile();
      await tab.goto('/');
      const before = site.asked.length;
      await tab.getByRole('combobox').fill('label lag');
      await expect(tab.getByRole('option').first()).toBeVisible();
      expect(site.asked.slice(before).filter(({ url, headers }) => /lag/.test(url + headers.referer))).toEqual([]);
      await tab.getByRole('button', { name: 'Search' }).click();
      await tab.waitForURL(/q=label/);
      expect(site.asked.slice(before).some(({ url }) => url === '/entries/?q=label+lag')).toBe(true);
    },
};
