import { readFileSync } from 'node:fs';
import http from 'node:http';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { readLink } from '../../src/core/link/read-link.ts';
import { siteServer } from '../../tools/tasks/serve.mjs';
import { noting } from './noting.ts';
import { copyReady, makeLink, openReport } from './privacy-acts.ts';
import { pack, question, secrets, team } from './privacy-team.ts';

type Server = Awaited<ReturnType<typeof noting>>;

/** What the proofs share: two servers, and a person who has filled in an assessment, made links to it and saved a file. */
export interface Setting {
  /** Our server, which notes what it is asked. */
  site: Server;
  /** Plays the part of any other site. */
  elsewhere: Server;
  context: BrowserContext;
  page: Page;
  made: { bare: string; full: string; file: string; requests: string[] };
  /** Opens a separate browser profile, with some answers in it or none. */
  profile(kept?: object, serviceWorkers?: 'allow' | 'block'): Promise<{ context: BrowserContext; tab: Page }>;
  /** Closes the profiles that a proof has opened. */
  closeProfiles(): Promise<void>;
  close(): Promise<void>;
}

/** Proofs, by the statement that each proves. */
export type Proofs = Record<string, (setting: Setting) => Promise<void>>;

/** Fills in an assessment and makes everything that a person can take away from it. */
async function fillIn({ context, page, made }: Setting): Promise<void> {
  context.on('request', (request) => made.requests.push(request.url()));
  await page.goto(question);
  await copyReady(page);
  await page.getByRole('radio').nth(2).check();
  const note = page.getByRole('textbox', { name: /^Note/ });
  if (!(await note.isVisible())) await page.getByText('Add a note, how sure you are').click();
  await note.fill(`${secrets.note} again`);
  await openReport(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await page.getByRole('button', { name: 'Download answers' }).click();
  made.file = readFileSync(await (await download).path(), 'utf8');
  made.bare = await makeLink(page);
  for (const box of await page.locator('dialog.share').getByRole('checkbox').all()) await box.check();
  await expect.poll(async () => (await page.locator('.shared-link').textContent()) ?? '').not.toBe(made.bare);
  await expect
    .poll(async () => {
      made.full = (await page.locator('.shared-link').textContent()) ?? '';
      const read = await readLink(made.full, pack);
      return read.ok && read.value.decisions.length;
    })
    .toBe(1);
  await page.keyboard.press('Escape');
}

/** Starts both servers and lets a person fill in an assessment. */
export async function openSetting(browser: Browser): Promise<Setting> {
  const site = await noting(siteServer());
  const elsewhere = await noting(http.createServer((_, response) => response.end('elsewhere')));
  const others: BrowserContext[] = [];
  const profile: Setting['profile'] = async (kept, serviceWorkers = 'block') => {
    const fresh = await browser.newContext({ baseURL: site.origin, serviceWorkers, acceptDownloads: true });
    others.push(fresh);
    const tab = await fresh.newPage();
    if (kept) {
      await tab.goto('/404.html');
      await tab.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), JSON.stringify(kept));
    }
    return { context: fresh, tab };
  };
  const closeProfiles = async () => {
    for (const other of others.splice(0)) await other.close();
  };
  const { context, tab: page } = await profile(team, 'allow');
  others.length = 0; // the person stays
  const close = async () => {
    await context.close();
    site.close();
    elsewhere.close();
  };
  const made = { bare: '', full: '', file: '', requests: [] };
  const setting = { site, elsewhere, context, page, made, profile, closeProfiles, close };
  await fillIn(setting);
  return setting;
}
