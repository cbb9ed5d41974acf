import { expect, type Page } from '@playwright/test';

/** The assessment that is stored, once all pending changes are written. */
export const saved = (page: Page) =>
  page.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    const key = Object.keys(localStorage).find((each) => each.startsWith('trivium:assessment:'));
    return JSON.parse((key && localStorage.getItem(key)) || '{"answers":[]}');
  });
/** The page of one stage. */
export const stage = '/assess/full/stage/data-collection-labeling/';
const keysShown = (page: Page) => expect(page.getByText('Keyboard', { exact: true })).toBeVisible();

/** Opens a page and waits until it can be used by keyboard. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await keysShown(page);
}
