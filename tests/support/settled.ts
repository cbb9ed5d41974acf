import type { Page, Request } from '@playwright/test';

/** Resolves once the page has nothing else to do. */
const idle = (page: Page) => page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));

/**
 * Opens a page and waits until it has loaded, has nothing to do and has no request under way, three times in a row. Takes
 * some milliseconds, where `networkidle` waits half a second each time.
 */
export async function openSettled(page: Page, path: string): Promise<void> {
  const underWay = new Set<Request>();
  const start = (request: Request) => underWay.add(request);
  const end = (request: Request) => underWay.delete(request);
  page.on('request', start).on('requestfinished', end).on('requestfailed', end);
  await page.goto(path);
  for (let times = 0; times < 3; times += 1) {
    await idle(page);
    if (underWay.size > 0) times = -1;
  }
  page.off('request', start).off('requestfinished', end).off('requestfailed', end);
}
