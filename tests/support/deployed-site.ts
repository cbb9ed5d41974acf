import { expect, type Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { openSettled } from './settled.ts';
import { generateTeam } from './teams.ts';

const pack = packOf(loadKnowledgeBase());
const team = (more: object = {}) => ({
  ...generateTeam(pack, 4),
  system: 'Parcels',
  date: '2026-11-01',
  savedAt: '2026-11-01T10:00:00Z',
  ...more,
});
/** What the page says about its own files. */
export const notice = (page: Page) => page.locator('.copy-notice');
/** A newer version is here. */
export const newer = 'A newer version of Trivium is available. Reload the page; your answers are kept.';
/** Something has not arrived. */
export const missing = 'Part of this page could not be loaded';

/** Stores assessments, opens a page and waits until it has loaded. */
export async function openPage(page: Page, path: string, kept: object[] = [team()]): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    (texts) => {
      for (const [id, text] of texts.entries()) localStorage.setItem(`trivium:assessment:${id}`, text);
    },
    kept.map((answers) => JSON.stringify(answers)),
  );
  await openSettled(page, path);
}
/** Scripts, styles and data. */
export const parts = /\/(_astro|assess|search|compare|together|teams)\/.*\.(js|css|json)$/;
/** From now on the server has none of the files of the page's version. */
export const deployNewer = (page: Page) =>
  page.route(parts, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>' }));
/** From now on no script, style or data arrives: requests fail, or (`silenceNetwork`) get no response. */
export const loseNetwork = (page: Page) => page.route(parts, (route) => route.abort());
/** From now on no script, style or data gets a response. */
export const silenceNetwork = (page: Page) => page.route(parts, () => undefined);
const file = {
  name: 'a.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(team({ pack: { id: pack.id, version: '1.0.0' } }))),
};

/**
 * Whether the engine requests a module again after its request failed, as the HTML standard has it since 2025.
 * Chromium remembers the failure up to version 153; there, only a reload loads what was missing.
 */
export async function requestsModulesAgain(page: Page): Promise<boolean> {
  let requests = 0;
  await page.route('**/lost-once.js', (route) => {
    requests += 1;
    return requests === 1 ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: 'export {};' });
  });
  const loads = () =>
    page.evaluate(() =>
      import('/lost-once.js' as string).then(
        () => true,
        () => false,
      ),
    );
  await loads();
  return loads();
}
/** Presses "Reload" in the notice, as a person does who reads it. */
export async function reload(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await loaded;
}

/** Opens the report from the page that is shown. */
export const seeReport = (page: Page) => page.getByText('See the report', { exact: true }).first().click();
/** A question of the quick check. */
export const question = '/assess/quick/fast-idea-to-model/';
/** The report of everything. */
export const report = '/assess/full/report/';
/** Actions that make a page load more, by what they open. */
export const acts: Record<string, { path: string; act(page: Page): Promise<unknown> }> = {
  'the check page': {
    path: question,
    act: (page) =>
      page
        .getByRole('link', { name: /check/i })
        .or(page.getByRole('button', { name: /check/i }))
        .first()
        .click(),
  },
  'why we ask': {
    path: '/assess/full/stage/monitoring-response/',
    act: async (page) => {
      const asked = page.locator('.asked').first();
      await expect(asked).not.toHaveAttribute('open'); // the script has folded the answered questions
      await asked.locator('summary').first().click();
      await asked.getByText('Why we ask').click();
    },
  },
  'the report': { path: '/assess/quick/check/', act: (page) => seeReport(page) },
  search: { path: '/', act: (page) => page.getByRole('combobox').first().fill('label lag') },
  'the workings of a score': {
    path: report,
    act: (page) => page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first().click(),
  },
  'the steps of a move': {
    path: report,
    act: (page) => page.getByText('Steps, and why').first().click(),
  },
  'other answers to try': {
    path: report,
    act: (page) => page.getByRole('button', { name: 'Try other answers' }).click(),
  },
  'the share dialog': {
    path: report,
    act: (page) => page.getByRole('button', { name: 'Share a private link' }).click(),
  },
  'the list of files': {
    path: report,
    act: (page) => page.getByRole('button', { name: 'Download', exact: true }).click(),
  },
  'a file to import': { path: '/assess/', act: (page) => page.locator('input[type=file]').setInputFiles(file) },
  'a new round': {
    path: '/assess/',
    act: async (page) => {
      await page.locator('.draft-list summary').first().click();
      await page.locator('[data-act=again]').first().click();
    },
  },
  'a timer': {
    path: '/assess/full/meeting/fast-idea-to-model/',
    act: (page) => page.getByRole('button', { name: 'Set a timer' }).click(),
  },
  'an older file to compare': {
    path: '/compare/',
    act: (page) => page.locator('input[type=file]').setInputFiles(file),
  },
  'a report to open': { path: '/open/', act: (page) => page.locator('input[type=file]').setInputFiles(file) },
};
