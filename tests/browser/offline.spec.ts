import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';

test.use({ serviceWorkers: 'allow' });

/** Waits until the copy of the site is complete and in charge of the page. */
async function copyReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

test('after one visit the site works without a network: pages, search, questions, report', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await copyReady(page);
  await context.setOffline(true);

  await page.goto('/entries/alert-fatigue/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alert fatigue');
  await expect(page.locator('.copy-notice')).toContainText(/offline.*copy of Trivium \d+\.\d+\.\d+/);

  await page.getByRole('combobox').first().fill('label lag');
  await expect(page.getByRole('option').first()).toContainText(/labels?/i);

  await page.goto('/assess/quick/fast-idea-to-model/');
  await page.getByRole('radio').nth(2).check();
  await page.goto('/assess/quick/report/');
  await expect(page.locator('.report > .sheet')).toBeVisible();
  await page.reload();
  await expect(page.locator('.report > .sheet')).toBeVisible();

  await page.goto('/entries/no-such-entry/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');

  await context.setOffline(false);
  await expect(page.locator('.copy-notice')).toBeHidden();
});

test('a newer version waits until the person takes it, and no answer is lost', async ({ page, baseURL }) => {
  let isNewer = false;
  const server = http.createServer(async ({ url = '/' }, response) => {
    const from = await fetch(new URL(url, baseURL), { redirect: 'manual' });
    const body = Buffer.from(await from.arrayBuffer());
    const headers = { 'content-type': from.headers.get('content-type') ?? '', 'cache-control': 'no-cache' };
    response.writeHead(from.status, headers);
    response.end(isNewer && url === '/sw.js' ? Buffer.concat([body, Buffer.from('\n// newer')]) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await page.goto(`${origin}/assess/quick/fast-idea-to-model/`);
    await copyReady(page);
    await page.getByRole('radio').nth(2).check();
    await expect(page.locator('.copy-notice')).toBeHidden();

    isNewer = true;
    await page.reload();
    await expect(page.locator('.copy-notice')).toContainText('A newer version of Trivium is ready');
    await page.getByRole('radio').nth(3).check();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Use it now' }).click();
    await reloaded;
    await expect(page.getByRole('radio').nth(3)).toBeChecked();
    await expect(page.locator('.copy-notice')).toBeHidden();
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
