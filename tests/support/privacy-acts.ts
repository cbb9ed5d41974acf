import { expect, type Page } from '@playwright/test';

/** Waits until the browser has its copy of the site. */
export const copyReady = (tab: Page) =>
  tab.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
/** Everything that Trivium keeps in a profile, as its page finds it. */
export const keptIn = (tab: Page) =>
  tab.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    const names = await caches.keys();
    const databases = await indexedDB.databases();
    return {
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: names,
      databases: databases.length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
/** What `keptIn()` finds where nothing is kept. */
export const nothing = { local: [], session: [], caches: [], databases: 0, workers: 0 };
/** The keys of the assessments that are kept. */
export const assessments = async (tab: Page) =>
  (await keptIn(tab)).local.filter((key) => key.startsWith('trivium:assessment:'));
/** Deletes everything with the button of the privacy page. */
export async function deleteAll(tab: Page): Promise<void> {
  await tab.goto('/privacy/');
  await tab.getByRole('button', { name: 'Delete everything in this browser' }).click();
  await tab.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(tab.getByRole('status').filter({ hasText: 'Everything is deleted' })).toBeVisible();
}
/** What a person does in the settings of the browser, and what Safari does after seven days. */
export async function clearSiteData(tab: Page): Promise<void> {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(tab.url()).origin, storageTypes: 'all' });
}
/** Opens the report of the assessment that is kept. */
export async function openReport(tab: Page): Promise<void> {
  await tab.goto('/assess/full/report/');
  await expect(tab.locator('.report > .practice-sheet')).toBeVisible();
}
/** Makes a link without names and notes to the report that is shown. */
export async function makeLink(tab: Page): Promise<string> {
  await tab.getByRole('button', { name: 'Share a private link' }).click();
  await expect(tab.locator('.shared-link')).toContainText('/open/#');
  return (await tab.locator('.shared-link').textContent()) ?? '';
}
/** Opens a link and waits for its report. */
export async function openLink(tab: Page, link: string): Promise<void> {
  await tab.goto(link);
  await expect(tab.locator('.report > .practice-sheet')).toBeVisible();
}
