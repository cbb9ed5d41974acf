import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { assessments, keptIn, nothing } from '../../support/privacy-acts.ts';
import type { Proofs } from '../../support/privacy-setting.ts';
import { question, secrets } from '../../support/privacy-team.ts';

/** Proves what the page states about where answers are. */
export const keptProofs: Proofs = {
  'Answers are kept in the storage of this browser, on this device, each as soon as you give it.': async ({
    profile,
  }) => {
    const { tab } = await profile();
    await tab.goto(question);
    await tab.getByRole('radio').nth(1).check();
    await expect(tab.getByText('Saved in this browser')).toBeVisible();
    const [key = ''] = await assessments(tab);
    expect(await tab.evaluate((name) => localStorage.getItem(name), key)).toContain('"item":"fast-idea-to-model"');
    await tab.reload();
    await expect(tab.getByRole('radio').nth(1)).toBeChecked();
  },
  'Everything that Trivium keeps there has a name that begins with "trivium:".': async ({ page }) => {
    await page.goto('/entries/');
    await page.goto('/assess/full/meeting/fast-idea-to-model/');
    await expect(page.getByRole('radio').first()).toBeVisible();
    const { local, session, databases } = await keptIn(page);
    expect(local.length).toBeGreaterThan(1);
    expect([...local, ...session].filter((name) => !name.startsWith('trivium:'))).toEqual([]);
    expect(databases).toBe(0);
  },
  'For times without a network, the browser keeps a copy of the files of this site; your answers are not in it.':
    async ({ page }) => {
      const copy = await page.evaluate(async () => {
        const files: [string, string][] = [];
        for (const name of await caches.keys())
          for (const request of await (await caches.open(name)).keys())
            files.push([new URL(request.url).pathname, (await (await caches.match(request))?.text()) ?? '']);
        return files;
      });
      expect(copy.length).toBeGreaterThan(400);
      expect(copy.filter(([, text]) => Object.values(secrets).some((secret) => text.includes(secret)))).toEqual([]);
      const file = (name: string) => path.join('dist', name.endsWith('/') ? `${name}index.html` : name);
      expect(copy.map(([name]) => name).filter((name) => !existsSync(file(name)))).toEqual([]);
    },
  'A browser that is set to save data makes no such copy.': async ({ profile }) => {
    const saving = await profile(undefined, 'allow');
    await saving.context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    await saving.tab.goto('/', { waitUntil: 'networkidle' });
    expect(await keptIn(saving.tab)).toEqual(nothing);
  },
};
