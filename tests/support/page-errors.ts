import type { Page } from '@playwright/test';

/**
 * What Chromium reports if a navigation interrupts the transition to a page: because its stylesheet, which asks for
 * transitions, has not arrived, or because another navigation follows. It harms nobody, and no listener of the page can
 * catch it.
 */
const interruptions = [
  'Transition was aborted because of invalid state. ViewTransition opt-in disabled',
  'Transition was skipped. Navigation aborted',
];

/** Calls `note` with each error that a page throws. Returns a function that stops it. */
export function onPageError(page: Page, note: (error: Error) => unknown): () => void {
  const listen = (error: Error) => {
    if (!interruptions.includes(error.message)) note(error);
  };
  page.on('pageerror', listen);
  return () => void page.off('pageerror', listen);
}
