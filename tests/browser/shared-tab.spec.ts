import { expect, test } from '@playwright/test';

// Tests share a tab (see playwright.config.ts). The first test leaves all that tests leave; the second must not find it.

test.describe.configure({ mode: 'serial' });

const notFound = '/404.html';

test('a test leaves storage, scripts, a route, a clock and another look behind', async ({ page, context }) => {
  await page.addInitScript(() => Object.assign(window, { isScriptLeft: true }));
  await context.addInitScript(() => Object.assign(window, { isScriptOfContextLeft: true }));
  await page.route('**/favicon.svg', (route) => route.abort());
  await page.clock.setFixedTime('2020-01-01T00:00:00Z');
  await page.setViewportSize({ width: 320, height: 320 });
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce', media: 'print' });
  await page.goto(notFound);
  await page.evaluate(async () => {
    localStorage.setItem('left', 'yes');
    sessionStorage.setItem('left', 'yes');
    // biome-ignore lint/suspicious/noDocumentCookie: left behind on purpose, and every engine has it
    document.cookie = 'left=yes; max-age=600';
  });
  await (await context.newPage()).goto(notFound);
  expect(context.pages()).toHaveLength(2);
});

test('the next test finds nothing of it', async ({ page, context }) => {
  expect(context.pages()).toHaveLength(1);
  await page.goto(notFound);
  const found = await page.evaluate(async () => ({
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
    scripts: Object.keys(window).filter((name) => /^is[A-Z]\w*Left$/.test(name)),
    width: innerWidth,
    looks: [
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      '(prefers-reduced-motion: reduce)',
      'print',
    ].filter((look) => matchMedia(look).matches),
    icon: (await fetch('/favicon.svg')).status,
  }));
  expect(found).toEqual({ storage: [''], scripts: [], width: 1280, looks: [], icon: 200 });
  expect(await page.evaluate(() => new Date().getFullYear())).toBe(new Date().getFullYear());
});
