import { expect } from '@playwright/test';
import { assessments, clearSiteData } from '../../support/privacy-acts.ts';
import type { Proofs } from '../../support/privacy-setting.ts';
import { secrets, team, tells } from '../../support/privacy-team.ts';

/** Proves what the page states about who else can read answers, and how they get lost. */
export const othersProofs: Proofs = {
  'Everyone who uses this browser profile can read your answers, as there is no password.': async ({ context }) => {
    const other = await context.newPage();
    await other.goto('/assess/');
    await expect(other.locator('.draft-list strong')).toHaveText(secrets.system);
    await other.close();
  },
  'Other sites at the same host name can read them too, for example all sites below one github.io name.': async ({
    site,
    profile,
  }) => {
    const { context: profileOf, tab } = await profile(team);
    await profileOf.route('**/somebody-else/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>Another site' }),
    );
    const readable = () => tab.evaluate(() => JSON.stringify(localStorage));
    await tab.goto('/somebody-else/');
    expect(tells(await readable())).toContain(secrets.note);
    await tab.goto(`${site.origin.replace('127.0.0.1', 'localhost')}/somebody-else/`);
    expect(tells(await readable())).toEqual([]);
  },
  'A private window forgets them when it is closed.': async ({ profile }) => {
    const first = await profile(team);
    await first.context.close();
    const { tab } = await profile();
    await tab.goto('/assess/');
    expect(await assessments(tab)).toEqual([]);
  },
  'Safari may delete them after seven days without a visit; a downloaded file brings them back.': async ({
    made,
    profile,
  }) => {
    const { tab } = await profile(team);
    await clearSiteData(tab);
    await tab.goto('/assess/');
    await expect(tab.locator('.draft-list')).toBeHidden();
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(made.file) });
    await tab.getByRole('button', { name: 'Add as a new assessment' }).click();
    await expect(tab.locator('.draft-list strong')).toHaveText(secrets.system);
    const [key = ''] = await assessments(tab);
    const { savedAt: _, ...back } = JSON.parse(await tab.evaluate((name) => localStorage.getItem(name) ?? '', key));
    const { savedAt: __, ...file } = JSON.parse(made.file);
    expect(back).toEqual(file);
  },
};
