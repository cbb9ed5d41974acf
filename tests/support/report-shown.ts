import { expect, type Page } from '@playwright/test';

/** Waits until a report is complete. Its parts are drawn one after the other; what prints arrives on its own. */
export async function reportShown(page: Page): Promise<void> {
  await expect(page.locator('.report .last-columns')).toBeAttached(); // the last part
  await expect(page.locator('.one-page .live')).toBeAttached();
}
