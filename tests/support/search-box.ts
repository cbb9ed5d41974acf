import { expect, type Page } from '@playwright/test';

/** Types into the search field of the page and waits for the list. */
export async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search the knowledge base' }).fill(words);
  await expect(page.getByRole('listbox')).toBeVisible();
}
