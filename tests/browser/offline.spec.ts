import { expect, type Page, test } from '@playwright/test';
import { openRelay, uselessNetworks } from '../support/relay.ts';

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
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();
  await page.reload();
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();

  // A newer version of the site may have this page; only the network knows.
  await page.goto('/entries/no-such-entry/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no connection');

  await context.setOffline(false);
  await expect(page.locator('.copy-notice')).toBeHidden();
});

test('a newer version waits until the person takes it, and no answer is lost', async ({ page, baseURL }) => {
  const relay = await openRelay(baseURL ?? '');
  const { origin } = relay;
  try {
    await page.goto(`${origin}/assess/quick/fast-idea-to-model/`);
    await copyReady(page);
    await page.getByRole('radio').nth(2).check();
    await expect(page.locator('.copy-notice')).toBeHidden();

    relay.interfere = (response, { url, type, body }) => {
      if (url !== '/sw.js') return false;
      response.writeHead(200, { 'content-type': type }).end(Buffer.concat([body, Buffer.from('\n// newer')]));
      return true;
    };
    await page.reload();
    await expect(page.locator('.copy-notice')).toContainText('A newer version of Trivium is available');
    await page.getByRole('radio').nth(3).check();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Use it now' }).click();
    await reloaded;
    await expect(page.getByRole('radio').nth(3)).toBeChecked();
    await expect(page.locator('.copy-notice')).toBeHidden();
  } finally {
    relay.close();
  }
});

/** A service worker that waits a quarter as long for the network: the rule is the same, and the test takes less time. */
function impatient(worker: string): string {
  const waits = /const (patience|shortPatience) = (\d+);/g;
  expect(worker.match(waits)).toHaveLength(2);
  return worker.replaceAll(waits, (_, name, milliseconds) => `const ${name} = ${Number(milliseconds) / 4};`);
}

test('with an offline copy, a useless network is treated as none', async ({ page, baseURL }) => {
  const relay = await openRelay(baseURL ?? '');
  try {
    relay.interfere = (response, { url, type, body }) => {
      if (url !== '/sw.js') return false;
      response.writeHead(200, { 'content-type': type }).end(impatient(body.toString()));
      return true;
    };
    await page.goto(relay.origin);
    await copyReady(page);
    for (const [name, useless] of Object.entries(uselessNetworks)) {
      await test.step(name, async () => {
        relay.interfere = useless;
        await page.goto(`${relay.origin}/entries/alert-fatigue/`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alert fatigue');
        await page.getByRole('combobox').first().fill('label lag');
        await expect(page.getByRole('option').first()).toContainText(/labels?/i);
        await page.goto(`${relay.origin}/assess/quick/fast-idea-to-model/`);
        await page.getByRole('radio').nth(2).check();
        await page.goto(`${relay.origin}/assess/quick/report/`);
        await expect(page.locator('.report > .practice-sheet')).toBeVisible();
      });
    }
    relay.interfere = (response, { url, body }) => {
      if (url !== '/glossary/') return false;
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(body.toString().replace('</title>', ' of today</title>'));
      return true;
    };
    await expect(async () => {
      await page.goto(`${relay.origin}/glossary/`);
      await expect(page).toHaveTitle(/of today$/);
    }).toPass();
  } finally {
    relay.close();
  }
});

test('an offline copy never stores a page of the network as a file of the site', async ({ page, baseURL }) => {
  const relay = await openRelay(baseURL ?? '');
  const failing = { count: 0 };
  try {
    const portal = uselessNetworks['a sign-in page in place of everything'];
    relay.interfere = (response, passed) => {
      if (passed.url !== '/assess/report.json') return false;
      failing.count += 1;
      return portal?.(response, passed) ?? false;
    };
    await page.goto(relay.origin);
    await expect.poll(() => failing.count).toBe(2); // one retry before it gives up
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration())?.installing);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    relay.interfere = undefined;
    await page.reload();
    await copyReady(page);
    const report = await page.evaluate(async () => (await (await caches.match('/assess/report.json'))?.text())?.at(0));
    expect(report).toBe('{');
  } finally {
    relay.close();
  }
});

/** Takes each file of a kind out of the copy, or empties it. Returns how many whole files the copy has then. */
const damageCopy = (page: Page, how: 'nothing' | 'remove' | 'empty', kind: 'script' | 'page' = 'page') =>
  page.evaluate(
    async ([damage, damaged]) => {
      const copy = await caches.open((await caches.keys()).find((name) => name.startsWith('trivium-copy-')) ?? '');
      const sizes = (await copy.keys()).map(async ({ url }) => {
        const response = await copy.match(url);
        const type = response?.headers.get('content-type') ?? '';
        const isKind = damaged === 'script' ? /javascript|css/.test(type) : type.includes('html');
        if (!isKind || url.endsWith('/500.html')) return (await response?.text())?.length ?? 0;
        if (damage === 'remove') await copy.delete(url);
        if (damage === 'empty') await copy.put(url, new Response('', { headers: { 'content-type': type } }));
        return damage === 'nothing' ? ((await response?.text())?.length ?? 0) : 0;
      });
      return (await Promise.all(sizes)).filter((size) => size > 0).length;
    },
    [how, kind] as const,
  );

test('a page that the copy has lost says that there is no connection, and the copy is filled again', async ({
  page,
  context,
}) => {
  await page.goto('/glossary/');
  await copyReady(page);
  const all = await damageCopy(page, 'nothing');
  expect(await damageCopy(page, 'remove')).toBeLessThan(all);
  await context.setOffline(true);
  for (const path of ['/assess/', '/entries/', '/method']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no connection');
  }
  await context.setOffline(false);
  await page.goto('/method/');
  await expect.poll(() => damageCopy(page, 'nothing'), { timeout: 30_000 }).toBe(all);
  await damageCopy(page, 'remove');
  await context.setOffline(true);
  await context.setOffline(false); // the page notices it without being loaded again
  await expect.poll(() => damageCopy(page, 'nothing'), { timeout: 30_000 }).toBe(all);
});

test('what is damaged in the copy comes from the network, and is downloaded again', async ({ page, context }) => {
  await page.goto('/glossary/');
  await copyReady(page);
  const all = await damageCopy(page, 'nothing');
  expect(await damageCopy(page, 'empty', 'script')).toBeLessThan(all);
  await page.goto('/assess/quick/fast-idea-to-model/');
  await page.getByRole('radio').nth(2).check();
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('trivium:assessment:'))))
    .toBe(true);
  await damageCopy(page, 'empty');
  await context.setOffline(true);
  await page.goto('/method/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no connection');
  await context.setOffline(false);
  await page.goto('/method/');
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.match('/method/'))?.text())?.length))
    .toBeGreaterThan(0);
});

test('a redirect to another page is followed where the copy has no page', async ({ page, baseURL }) => {
  const relay = await openRelay(baseURL ?? '');
  try {
    await page.goto(relay.origin);
    await copyReady(page);
    relay.interfere = (response, { url }) => {
      if (url !== '/moved') return false;
      response.writeHead(302, { location: '/glossary/' }).end();
      return true;
    };
    await page.goto(`${relay.origin}/moved`);
    await expect(page).toHaveURL(`${relay.origin}/glossary/`);
    await page.goto(`${relay.origin}/method`);
    await expect(page).toHaveURL(`${relay.origin}/method/`);
  } finally {
    relay.close();
  }
});
