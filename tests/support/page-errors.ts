import type { Page } from '@playwright/test';

/** What Chromium reports if the next navigation interrupts the transition between two pages, which harms nobody. */
const interrupted = /Transition was aborted/;

/** Calls `note` with each error that a page throws. Returns a function that stops it. */
export function onPageError(page: Page, note: (error: Error) => unknown): () => void {
  const listen = (error: Error) => {
    if (!interrupted.test(error.message)) note(error);
  };
  page.on('pageerror', listen);
  return () => void page.off('pageerror', listen);
}
