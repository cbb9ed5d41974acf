import { expect, type Page } from '@playwright/test';

/** What is stored, once all pending changes are written. */
export const saved = (page: Page) =>
  page.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.entries(localStorage)
      .filter(([key]) => key.startsWith('trivium:assessment:'))
      .map(([, text]) => JSON.parse(text));
  });
/** The heading of a page. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const ready = (page: Page) => expect(page.getByRole('button', { name: /Continue|Check your answers/ })).toBeVisible();

/** Starts the quick check as a person does. */
export async function startQuick(page: Page): Promise<void> {
  await page.goto('/assess/');
  await page.getByText('Start the quick check').click();
  await ready(page);
}
