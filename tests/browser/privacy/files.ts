import { expect } from '@playwright/test';
import type { Proofs } from '../../support/privacy-setting.ts';
import { secrets, tells } from '../../support/privacy-team.ts';

/** Proves what the page states about what files hold. */
export const filesProofs: Proofs = {
  'A downloaded file of answers holds everything you wrote in that assessment, with names, notes and decisions.':
    async ({ made }) => {
      expect(tells(made.file)).toEqual(Object.values(secrets));
      expect(made.file).toContain(`${secrets.note} again`);
      expect(JSON.parse(made.file).answers.length).toBeGreaterThan(10);
    },
  'A file that you open here is read in this browser and not uploaded.': async ({ site, made, profile }) => {
    const { tab } = await profile();
    await tab.goto('/open/');
    const before = site.asked.length;
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(made.file) });
    await expect(tab.locator('.report > .practice-sheet')).toBeVisible();
    expect(site.asked.slice(before).filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([]);
    expect(site.asked.slice(before).flatMap(({ url }) => tells(url))).toEqual([]);
  },
};
